/** The demo village of the tour, and the two people who go through its screens. */
import { OFFICERS } from '../../../server/demo/people.ts'
import { seedDemo } from '../../../server/demo/seed.ts'
import type { Entry } from '../../../src/domain/entries.ts'
import { entryId, journalOf, newCaseId, newMeetingId } from '../../../src/domain/ids.ts'
import { DESKTOP, PHONE } from '../../support/browser.ts'
import { complaint, deviceOf } from '../../support/domain.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { knownOf, type Known } from './known.ts'

const officer = (position: string) => OFFICERS.find((one) => one.position === position)!.id

export const STAGES = {
  phone: { who: officer('kepalaDusun'), size: PHONE, home: 'Tugas' },
  desk: { who: officer('petugasPengelola'), size: DESKTOP, home: 'Aduan masuk' },
} as const

export type Stage = keyof typeof STAGES

export interface TourVillage {
  server: TestServer
  known: Record<Stage, Known>
  /** The archive's order of the last entry: a device that has come so far has everything. */
  last: number
}

/** Starts it, with a task not taken yet, a complaint taken down, a phone in *Keadaan HP* and a meeting to come. */
export async function tourVillage(): Promise<TourVillage> {
  const server = await startTestServer()
  await seedDemo(server.archive, lastTenOClock())
  await giveTask(server)
  await takeDown(server)
  await askApproval(server)
  const relay = await askRelay(server)
  await server.enrol(STAGES.phone.who)
  await server.office.postman.settled()
  const [phone, desk] = [await knownOf(server, STAGES.phone.who), await knownOf(server, STAGES.desk.who)]
  const { meeting, order } = await callMeeting(server, phone.busy)
  await restoreSomething(server)
  const more = { meeting, relay }
  const known = { phone: { ...phone, ...more }, desk: { ...desk, ...more } }
  return { server, known, last: order }
}

/** Reads a backup in that has something new: the office hears that numbers wait, and what is lost. */
async function restoreSomething({ archive }: TestServer): Promise<void> {
  const head = { kentongan: 'backup', v: 2, village: archive.village, at: new Date().toISOString() }
  const line = { db: 'archive', doc: { _id: 'number:1999:00001', case: 'before-restore' } }
  const lines = [head, line].map((one) => JSON.stringify(one))
  await archive.importAll(lines, { formsLost: { from: head.at } })
}

/** The demo's stories hang on the hour at which they are told: always that of 10.00 WIB. */
function lastTenOClock(): number {
  const [day, ten] = [86_400_000, 3 * 3_600_000]
  return Math.floor((Date.now() - ten) / day) * day + ten
}

/** Gives a new case to the officer on the phone. */
async function giveTask({ archive, office }: TestServer): Promise<void> {
  await office.postman.settled()
  const { cases } = await archive.register(STAGES.desk.who)
  const { id } = cases.find(({ status }) => status === 'new')!
  const data = { lead: STAGES.phone.who, helpers: [] }
  await archive.append([{ journal: id, kind: 'assigned', data }])
}

/** Answers are approved; where both who would do it are complained about, that is the officer at the desk. */
async function askApproval(server: TestServer): Promise<void> {
  await server.set('approval', 'kepalaDesa')
  const { archive } = server
  const respondents = [officer('kepalaDesa'), officer('sekretarisDesa')]
  const { desk } = STAGES
  await archive.seed(
    told(
      [desk.who, 'registered', complaint({ respondents, subject: 'Jawaban menunggu persetujuan' })],
      [desk.who, 'referred', { agency: 'Inspektorat', asked: 'Pemeriksaan' }],
      [desk.who, 'answerDrafted', { text: 'Sedang diperiksa Inspektorat.' }],
    ),
  )
}

/** Who works on a case does not know who complained, and asks the desk to reach them. Answers its id. */
async function askRelay({ archive }: TestServer): Promise<string> {
  const { desk, phone } = STAGES
  const entries = told(
    [desk.who, 'registered', complaint({ confidential: true, subject: 'Pengadu yang dirahasiakan' })],
    [desk.who, 'identityGiven', { name: 'Warga Contoh', phone: '+6281200000009' }],
    [desk.who, 'assigned', { lead: phone.who, helpers: [] }],
    [phone.who, 'accepted', {}],
    [phone.who, 'informationRequested', { what: 'Kapan persisnya kejadian itu?', relay: true }],
  )
  await archive.seed(entries)
  return journalOf(entries[0]!._id)!
}

/** A case as several have told it, one after the other. */
function told(...acts: [by: string, kind: string, data: object][]): Entry[] {
  const id = newCaseId(crypto.getRandomValues(new Uint8Array(16)))
  const at = new Date(lastTenOClock()).toISOString()
  return acts.map(
    ([by, kind, data], n) => ({ _id: entryId(id, n + 1, deviceOf(by)), kind, v: 1, by, at, data }) as Entry,
  )
}

/** A complaint that the officer on the phone has taken down for others to work on. */
async function takeDown({ archive }: TestServer): Promise<void> {
  const { who } = STAGES.phone
  const id = newCaseId(crypto.getRandomValues(new Uint8Array(16)))
  const at = new Date(lastTenOClock()).toISOString()
  const _id = entryId(id, 1, deviceOf(who))
  await archive.seed([{ _id, kind: 'registered', v: 1, by: who, at, data: complaint() }])
}

/** Calls a meeting for tomorrow about a case that all of them see. */
async function callMeeting(
  { archive, office }: TestServer,
  about: string,
): Promise<{ meeting: string; order: number }> {
  const meeting = newMeetingId(crypto.getRandomValues(new Uint8Array(16)))
  const data = {
    cases: [about],
    title: 'Pembahasan: contoh rapat yang akan datang',
    place: 'Balai desa',
    startsAt: new Date(Date.now() + 26 * 3_600_000).toISOString(),
    officers: Object.values(STAGES).map(({ who }) => who),
    residents: ['Ketua RT'],
  }
  const [called] = await archive.append([{ journal: meeting, kind: 'meetingCalled', data }])
  await office.postman.settled()
  return { meeting, order: called!.arrived!.order }
}
