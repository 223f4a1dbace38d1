/**
 * Promise 2 and 3 of the design under trouble: many phones, partitions, duplicates, wrong clocks, reassignments,
 * server restarts, mailboxes reconciled meanwhile. SEED=… repeats a run, ACTS=… makes it longer.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { TestBrowser } from '../support/browser-session.ts'
import { sameContent } from '../../server/archive/content.ts'
import { audienceOf } from '../../src/domain/audience.ts'
import { dueOf } from '../../src/domain/deadlines.ts'
import type { DataOf, Entry } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { newCaseId, newOfficerId, VILLAGE } from '../../src/domain/ids.ts'
import type { PositionName } from '../../src/domain/kinds/village.ts'
import { newReceiptCode } from '../../src/domain/receipt.ts'
import { dayOf } from '../../src/domain/time.ts'
import { foldVillage } from '../../src/domain/village.ts'
import { dice } from './dice.ts'
import { bare, SimPhone } from './phone.ts'

const SEED = Number(process.env.SEED ?? 20241104)
const ACTS = Number(process.env.ACTS ?? 2_500)
const HOUR = 3_600_000

const POSITIONS: PositionName[] = [
  'petugasPengelola',
  'sekretarisDesa',
  'kepalaDesa',
  'kasiPelayanan',
  'kasiPemerintahan',
  'kasiKesejahteraan',
  'kaurTuUmum',
  ...Array.from({ length: 9 }, () => 'kepalaDusun' as const),
  ...Array.from({ length: 4 }, () => 'stafKasi' as const),
]

describe(`a village under trouble (SEED=${SEED})`, () => {
  const chance = dice(SEED)
  const dataDir = mkdtempSync(join(tmpdir(), 'kentongan-simulation-'))
  const people = POSITIONS.map((position, i) => ({
    id: newOfficerId(chance.bytes(16)),
    position,
    ...(position === 'kepalaDusun' ? { dusun: `Dusun ${i}` } : {}),
  }))
  const officers = people.map(({ id }) => id)
  const phones: SimPhone[] = []
  let server: TestServer

  const open = () => startTestServer({ dataDir, village: 'simulasi' })
  afterAll(async () => {
    await server.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  /** The same phones at the address of the restarted server. */
  async function restart(): Promise<void> {
    await server.close()
    server = await open()
    for (const phone of phones) {
      const browser = new TestBrowser(server.url)
      for (const [name, value] of phone.caller.browser.cookies) browser.cookies.set(name, value)
      const { officer, device, headers } = phone.caller
      phone.caller = {
        officer,
        device,
        headers,
        browser,
        call: (method, path, body) => browser.json(method, path, body, device),
      }
    }
  }

  const complaint = (): DataOf<'registered'> => ({
    code: newReceiptCode(chance.bytes(16)),
    channel: 'faceToFace',
    identity: { name: 'given', address: chance.pick(['given', 'unknown']), phone: 'given' },
    confidential: chance.chance(0.2),
    category: 'Lainnya',
    subject: 'Aduan simulasi',
    description: 'Uraian simulasi',
    place: { dusun: 'Dusun 7' },
    respondents: chance.chance(0.15) ? [chance.pick(officers)] : [],
    urgent: chance.chance(0.1),
  })

  function capture(phone: SimPhone, now: number): boolean {
    const id = newCaseId(chance.bytes(16))
    if (!phone.act(id, 'registered', complaint(), now)) return false
    return phone.act(id, 'identityGiven', { name: `Rahasia ${id}` }, now)
  }

  function actOn(phone: SimPhone, id: string, now: number): boolean {
    const lead = chance.pick(officers)
    const helpers = chance.some([chance.pick(officers)]).filter((o) => o !== lead)
    const due = dayOf(new Date(now + 240 * HOUR).toISOString())
    const acts: (() => boolean)[] = [
      () => phone.act(id, 'assigned', { lead, helpers, due }, now),
      () => phone.act(id, 'assigned', { lead, helpers: [] }, now),
      () => phone.act(id, 'accepted', {}, now),
      () => phone.act(id, 'followedUp', { how: 'action', text: 'Sudah dicek' }, now),
      () => phone.act(id, 'note', { text: 'Catatan' }, now),
      () => phone.act(id, 'verified', { withoutIdentity: 'Surat dari kotak' }, now),
      () => phone.act(id, 'returned', { reason: 'Bukan dusun saya' }, now),
      () => phone.act(id, 'involved', { helper: lead }, now),
      () => phone.act(id, 'held', { waitingFor: 'agency', reason: 'Menunggu PLN' }, now),
      () => phone.act(id, 'resumed', {}, now),
      () => phone.act(id, 'restricted', { respondents: [lead] }, now),
      () =>
        phone.act(
          id,
          'answerDelivered',
          { text: 'Sudah', by: 'visit', on: dayOf(new Date(now).toISOString()) },
          now,
        ),
      () => phone.act(id, 'closed', { outcome: 'followedUp' }, now),
      () => phone.act(id, 'reopened', { reason: 'Muncul lagi' }, now),
    ]
    return chance.shuffle(acts).some((act) => act())
  }

  async function sync(phone: SimPhone): Promise<void> {
    if (chance.chance(0.5)) await phone.push(chance)
    await phone.pull(chance.int(3, 60))
    if (chance.chance(0.3)) await phone.push(chance)
  }

  async function drain(): Promise<void> {
    for (let quiet = false; !quiet;) {
      for (const phone of phones) await phone.push(chance, true)
      await server.office.postman.settled()
      for (const phone of phones) while (await phone.pull(500));
      quiet = phones.every((phone) => phone.unsent.length === 0)
    }
  }

  it('ends with every phone holding exactly its share, nothing lost, numbers without a gap', async () => {
    server = await open()
    await server.people(...people)
    for (const { id } of people) {
      const phone = new SimPhone(await server.enrol(id))
      phone.skew = chance.pick([0, 0, 0, -3 * 365 * 24 * HOUR, 40 * 24 * HOUR, -2 * HOUR])
      phones.push(phone)
    }
    for (let i = 0; i < 3; i++) phones.push(new SimPhone(await server.enrol(chance.pick(officers))))
    await drain()

    let acts = 0
    let cut = new Set<SimPhone>()
    let reconciling: Promise<void> = Promise.resolve()
    for (let round = 0; acts < ACTS; round++) {
      if (round % 40 === 0) cut = new Set(chance.shuffle(phones).slice(0, chance.int(4, 14)))
      if (round % 150 === 149) {
        await reconciling.catch(() => {})
        await restart()
      }
      if (round % 60 === 30) reconciling = server.office.postman.reconcileAll()
      const phone = chance.pick(phones)
      const now = Date.now()
      const cases = phone.cases()
      for (let i = chance.int(1, 8); i > 0; i--) {
        const fresh = cases.length === 0 || chance.chance(0.12)
        if (fresh ? capture(phone, now) : actOn(phone, chance.pick(cases), now)) acts++
      }
      if (!cut.has(phone)) await sync(phone)
    }
    await reconciling
    await drain()

    await everythingArrived()
    await everyPhoneHoldsItsShare()
    await numbersAreGapless()
  }, 420_000)

  async function archived(): Promise<Map<string, Entry[]>> {
    const journals = new Map<string, Entry[]>()
    const ids = new Set(phones.flatMap((phone) => [...phone.out.keys()].map((id) => id.split(':')[0]!)))
    for (const id of ids) journals.set(id, await server.archive.entriesOf(id))
    return journals
  }

  async function everythingArrived(): Promise<void> {
    const held = new Map([...(await archived()).values()].flat().map((entry) => [entry._id, entry]))
    const isThere = (entry: Entry) => {
      const there = held.get(entry._id)
      return !!there && sameContent(there, entry)
    }
    const lost = phones.flatMap((phone) =>
      [...phone.out.values()].filter((entry) => !phone.refused.has(entry._id) && !isThere(entry)),
    )
    expect(lost).toEqual([])
    // What the phone's own view allowed when it was written is never refused at the door.
    expect(phones.flatMap((phone) => [...phone.refused.values()])).toEqual([])
  }

  async function everyPhoneHoldsItsShare(): Promise<void> {
    const village = foldVillage(await server.archive.entriesOf(VILLAGE))
    const today = dayOf(new Date().toISOString())
    for (const [id, entries] of await archived()) {
      const whole = foldCase(id, entries)
      const audience = audienceOf(whole, village, today)
      for (const phone of phones) {
        const share = entries.filter((entry) => audience(entry).includes(phone.officer))
        const view = phone.journal(id)
        expect(view.map(({ _id }) => _id)).toEqual(share.map(({ _id }) => _id))
        if (share.length === 0) continue
        expect(whole.respondents).not.toContain(phone.officer)
        const seen = foldCase(id, view)
        expect(seen).toEqual(foldCase(id, share.map(bare)))
        expect([seen.status, seen.number, dueOf(seen, village)]).toEqual([
          whole.status,
          whole.number,
          dueOf(whole, village),
        ])
      }
    }
  }

  async function numbersAreGapless(): Promise<void> {
    const entries = [...(await archived()).values()].flat()
    const cases = entries.filter(({ kind }) => kind === 'registered').length
    const numbers = entries.flatMap((e) => (e.kind === 'numbered' ? [e.data.n] : [])).sort((a, b) => a - b)
    expect(cases).toBeGreaterThan(20)
    expect(numbers).toEqual(Array.from({ length: cases }, (_, i) => i + 1))
  }
})
