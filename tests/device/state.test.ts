/** What screens work on: the views over a phone's store, against the real server. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { counterOf } from '../../src/domain/ids.ts'
import { Phone, sharedHarness, startCentre, temporary, type Centre } from './support.ts'
import { makeRoom, smallStorage } from '../support/full-disk.ts'
import { PEOPLE, codeFor, complaint, freshCase, phoneOf, settleVillage, until } from './village.ts'

let harness: string
let data: ReturnType<typeof temporary>
let centre: Centre
let desk: Phone
let field: Phone

beforeAll(async () => {
  harness = await sharedHarness()
  data = temporary()
  centre = await startCentre(harness, data.folder)
  await settleVillage(centre.app)
  desk = await phoneOf(centre.origin, centre.app, PEOPLE.petugas)
  field = await new Phone(centre.origin, { kept: true }).begin()
})

afterAll(async () => {
  await desk?.dispose()
  await field?.dispose()
  await centre?.close()
  data?.remove()
})

const kinds = (id: string) =>
  field.page.evaluate(async (c) => {
    const { entries } = await kit.state.current.open.journal(c)
    return entries.map(({ kind }) => kind)
  }, id)

/** A case that the desk gave to the field officer, on their phone. */
async function given(): Promise<string> {
  const id = freshCase()
  await desk.page.evaluate(
    async ({ journal, data, lead }) => {
      const entries = [
        { journal, kind: 'registered', data },
        { journal, kind: 'assigned', data: { lead, helpers: [] } },
      ]
      await kit.device!.append(entries as never)
      await kit.device!.sendNow()
    },
    { journal: id, data: complaint(), lead: PEOPLE.kadusA },
  )
  await until('the case arrives', () => field.page.evaluate((c) => !!kit.state.register.get(c), id))
  return id
}

test('a browser without an officer says so, and enrolling makes it ready', async () => {
  const page = field.page
  await page.evaluate(() => kit.state.session.start())
  expect(await page.evaluate(() => kit.state.session.phase)).toBe('none')
  const wrong = await page.evaluate(() => kit.state.session.enrol('XXXX-XXXX-XXXX', ''))
  expect(wrong).toEqual({ ok: false, why: 'code-unknown' })
  const code = await codeFor(centre.app, PEOPLE.kadusA)
  expect(await page.evaluate((c) => kit.state.session.enrol(c, 'HP Kadus'), code)).toEqual({ ok: true })
  await until('the village is known', () => page.evaluate(() => kit.state.village.me.name === 'kadusA'))
  await until('the account has a name', () =>
    page.evaluate(() => kit.state.session.account?.name === 'kadusA'),
  )
  expect(await page.evaluate(() => kit.state.village.isDesk)).toBe(false)
})

test('a lead who follows up without having accepted accepts first', async () => {
  const id = await given()
  const result = await field.page.evaluate(async (c) => {
    const view = new kit.state.CaseView(c)
    await view.load()
    const done = await view.act('followedUp', { how: 'action', text: 'Sudah dilihat' })
    view.destroy()
    return done
  }, id)
  expect(result).toEqual({ ok: true })
  expect((await kinds(id)).slice(-2)).toEqual(['accepted', 'followedUp'])
})

test('a further complainant and who they are are written in one step, the one naming the other', async () => {
  const id = await given()
  const before = (await kinds(id)).length
  const result = await field.page.evaluate(async (c) => {
    const view = new kit.state.CaseView(c)
    await view.load()
    const identity = { name: 'given', address: 'unknown', phone: 'unknown' } as const
    const done = await view.join(
      { code: '4F7K2M9XC', identity, channel: 'faceToFace' },
      { name: 'Ibu Contoh' },
    )
    const { entries } = await kit.state.current.open.journal(c)
    view.destroy()
    return { done, entries }
  }, id)
  expect(result.done).toEqual({ ok: true })
  const [joined, secret] = result.entries.slice(before)
  expect(secret).toMatchObject({ kind: 'identityGiven', data: { of: joined!._id, name: 'Ibu Contoh' } })
})

test('what others wrote is noted as opened once, and own acts never', async () => {
  const id = await given()
  await field.page.evaluate(async (c) => {
    const view = new kit.state.CaseView(c)
    await view.load()
    for (let i = 0; i < 3; i++) {
      await view.markOpened()
      await view.load()
    }
    await view.act('note', { text: 'catatan sendiri' })
    await view.load()
    await view.markOpened()
    view.destroy()
  }, id)
  expect((await kinds(id)).filter((kind) => kind === 'opened')).toHaveLength(1)
})

test('an opening that the centre refuses is not said again before something else is new', async () => {
  const id = await given()
  const view = await field.page.evaluateHandle((c) => new kit.state.CaseView(c), id)
  const look = () =>
    view.evaluate(async (each) => {
      await each.load()
      await each.markOpened()
    })
  await field.page.route('**/sync/inbox/**', (route) => route.abort())
  // Another phone with the same identity was first: under the next id the centre has something else.
  const entries = await field.page.evaluate(
    async (c) => (await kit.state.current.open.journal(c)).entries.map(({ _id }) => _id),
    id,
  )
  const counter = Math.max(...entries.map(counterOf)) + 1
  await field.page.evaluate(
    async ({ journal, counter: n }) => {
      const { device, officer } = kit.state.session.account!
      const _id = `${journal}:${String(n).padStart(8, '0')}:${device}`
      const note = {
        _id,
        kind: 'note',
        v: 1,
        by: officer,
        at: new Date().toISOString(),
        data: { text: 'lain' },
      }
      const headers = { 'Content-Type': 'application/json' }
      const body = JSON.stringify({ docs: [note] })
      await fetch('/sync/outbox/_bulk_docs', { method: 'POST', headers, body })
    },
    { journal: id, counter },
  )
  await look()
  await until('it was refused', () =>
    field.page.evaluate(async () => (await kit.state.current.open.waiting()).length === 0),
  )
  await look()
  expect(await kinds(id)).not.toContain('opened')
  expect(await field.page.evaluate(() => kit.state.current.open.refused())).toEqual([])
  await field.page.unroute('**/sync/inbox/**')
  await desk.page.evaluate(async (c) => {
    await kit.device!.append([{ journal: c, kind: 'note', data: { text: 'baru' } }])
    await kit.device!.sendNow()
  }, id)
  await until('what is new is noted', async () => {
    await field.page.evaluate(() => kit.state.current.open.sendNow())
    await look()
    return (await kinds(id)).includes('opened')
  })
  await view.evaluate((each) => each.destroy())
})

test('an act that is refused says why and writes nothing', async () => {
  const id = await given()
  const result = await field.page.evaluate(async (c) => {
    const view = new kit.state.CaseView(c)
    await view.load()
    const done = await view.act('closed', { outcome: 'followedUp' })
    view.destroy()
    return done
  }, id)
  expect(result).toMatchObject({ ok: false, why: 'not-your-role' })
  expect(await kinds(id)).not.toContain('closed')
})

test('a captured complaint shows in the register at once, with its code, and counts as waiting', async () => {
  await field.context.setOffline(true)
  const result = await field.page.evaluate(
    ({ code, ...given }) => kit.state.capture.register(given, { name: `Warga ${code}` }),
    complaint({ subject: 'Pohon tumbang' }),
  )
  if (!result.ok) throw new Error(result.why)
  await until('it is listed', () =>
    field.page.evaluate((id) => kit.state.register.get(id)?.subject === 'Pohon tumbang', result.id),
  )
  await until('it waits', () => field.page.evaluate(() => kit.state.connection.waiting.length >= 2))
  expect(result.code).toMatch(/^[0-9A-Z]{9}$/)
  await field.context.setOffline(false)
  await until('it is sent', () => field.page.evaluate(() => kit.state.connection.waiting.length === 0))
})

test('what found no room on the disk waits for its officer, whoever takes the phone meanwhile', async () => {
  const phone = await new Phone(centre.origin).begin()
  const { page } = phone
  await smallStorage(phone, 5_000_000)
  for (const officer of [PEOPLE.kadusB, PEOPLE.kadusA]) {
    const code = await codeFor(centre.app, officer)
    await page.evaluate((c) => kit.state.session.enrol(c, 'HP bersama'), code)
  }
  const typed = () =>
    page.evaluate(async () => {
      const draft = kit.state.drafts.open('penuh', 'case', { subject: '' })
      await draft.restored
      const { subject } = draft.data
      await draft.close()
      return subject.length
    })
  const use = (officer: string) => page.evaluate((who) => kit.state.session.switchTo(who), officer)
  const letters = await page.evaluate(async () => {
    const draft = kit.state.drafts.open('penuh', 'case', { subject: '' })
    await draft.restored
    // Noise: what repeats itself is pressed together, and would find room.
    draft.data.subject = Array.from({ length: 500_000 }, () => Math.random().toString(36)).join(' ')
    await draft.save().catch(() => undefined)
    await draft.close()
    return draft.data.subject.length
  })
  expect(await page.evaluate(() => kit.state.unkept.why)).toBe('full')
  expect(await page.evaluate(() => kit.state.session.signOut())).toEqual({ ok: false, why: 'drafts' })
  await use(PEOPLE.kadusB)
  expect(await page.evaluate(() => [kit.state.unkept.why, kit.state.unkept.others])).toEqual([
    undefined,
    true,
  ])
  expect(await typed()).toBe(0)
  await use(PEOPLE.kadusA)
  expect(await typed()).toBe(letters)
  await makeRoom(phone)
  await until('it is stored', () =>
    page.evaluate(async () => !!(await kit.state.current.open.drafts.get('penuh'))),
  )
  expect(await page.evaluate(() => [kit.state.unkept.why, kit.state.unkept.others])).toEqual([
    undefined,
    false,
  ])
  await phone.dispose()
})

test('a draft saves itself as it is typed, and is there after the browser was killed', async () => {
  await field.page.evaluate(async () => {
    const draft = kit.state.drafts.open('d-uji', 'case', { subject: '' })
    await draft.restored
    for (const letter of 'setengah ka') {
      draft.data.subject += letter
      await new Promise((done) => setTimeout(done, 5))
    }
  })
  await until('it is on the disk', () =>
    field.page.evaluate(async () => {
      const kept = await kit.state.current.open.drafts.get('d-uji')
      return (kept?.data as { subject?: string } | undefined)?.subject === 'setengah ka'
    }),
  )
  await field.kill()
  await field.begin()
  await field.page.evaluate(() => kit.state.session.start())
  const kept = await field.page.evaluate(async () => {
    const draft = kit.state.drafts.open('d-uji', 'case', { subject: '' })
    await draft.restored
    return { ...draft.data }
  })
  expect(kept).toEqual({ subject: 'setengah ka' })
})
