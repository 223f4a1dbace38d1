/** A case that is opened on a new phone before its journal came. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillUpTo } from './cases.ts'
import { Phone, sharedHarness, startCentre, temporary, type Centre } from './support.ts'
import { PEOPLE, codeFor, complaint, freshCase, phoneOf, settleVillage, until } from './village.ts'

let harness: string
let data: ReturnType<typeof temporary>
let centre: Centre
let desk: Phone
let id: string

beforeAll(async () => {
  harness = await sharedHarness()
  data = temporary()
  centre = await startCentre(harness, data.folder)
  await settleVillage(centre.app)
  desk = await phoneOf(centre.origin, centre.app, PEOPLE.petugas)
})

afterAll(async () => {
  await desk?.dispose()
  await centre?.close()
  data?.remove()
})

const act = (phone: Phone, ...entries: { kind: string; data: unknown }[]) =>
  phone.page.evaluate(
    (given) => kit.device!.append(given as never),
    entries.map((entry) => ({ journal: id, ...entry })),
  )

const assign = (lead: string) => ({ kind: 'assigned', data: { lead, helpers: [] } })

/** Counts, and says how many, requests for this case's journal; answers nothing where `open` is false. */
async function watchFetches(phone: Phone, open: () => boolean): Promise<() => number> {
  let count = 0
  await phone.page.route('**/api/journals/*', async (route) => {
    count++
    await (open() ? route.continue() : route.abort()).catch(() => undefined)
  })
  return () => count
}

/** A phone that is filling: the register is there, of the case's journal the first entry. `release` lets the rest in. */
async function half(
  open = () => true,
): Promise<{ phone: Phone; release(): Promise<void>; fetches(): number }> {
  id = freshCase()
  const seen = `${id}:00000001`
  await act(
    desk,
    { kind: 'registered', data: complaint({ subject: 'Setengah jalan' }) },
    assign(PEOPLE.kadusA),
  )
  await act(desk, { kind: 'note', data: { text: 'Tolong dilihat hari ini' } })
  await desk.send()
  await centre.app.office.postman.settled()
  const phone = await new Phone(centre.origin).begin()
  const fetches = await watchFetches(phone, open)
  const { release } = await fillUpTo(phone, seen)
  await phone.enrol(await codeFor(centre.app, PEOPLE.kadusA))
  await until('the first entry is here', async () => (await phone.dump()).includes(`"${seen}`), 40_000)
  await phone.page.evaluate(() => kit.catchUp())
  return { phone, release, fetches }
}

const journal = (phone: Phone) =>
  phone.page.evaluate(async (c) => {
    const { entries, onItsWay } = await kit.device!.journal(c)
    return { kinds: entries.map(({ kind }) => kind), onItsWay }
  }, id)

const WHOLE = ['registered', 'numbered', 'assigned', 'note']

test('is whole at once, is fetched once, and stays on no disk before the mailbox brings it', async () => {
  const { phone, release, fetches } = await half()
  expect((await journal(phone)).kinds.sort()).toEqual([...WHOLE].sort())
  expect((await journal(phone)).onItsWay).toBeUndefined()
  expect(fetches()).toBe(1)
  expect(await phone.dump()).not.toContain('Tolong dilihat hari ini')
  await release()
  await until('the fill ends', async () => (await phone.dump()).includes('Tolong dilihat hari ini'))
  await phone.send()
  expect((await journal(phone)).kinds).toHaveLength(4)
  expect(fetches()).toBe(1)
  await phone.dispose()
}, 90_000)

test('can be worked on, and what is written stands after what was fetched', async () => {
  const { phone, release } = await half()
  await journal(phone)
  const written = await phone.page.evaluate(async (c) => {
    const result = await kit.device!.append([{ journal: c, kind: 'accepted', data: {} }])
    return result.ok ? result.entries[0]!._id : ''
  }, id)
  expect((await journal(phone)).kinds.at(-1)).toBe('accepted')
  await release()
  await until('it is sent', async () => (await phone.send()) !== 'offline')
  const all = await centre.app.office.archive.entriesOf(id)
  expect(all.at(-1)!._id).toBe(written)
  expect((await journal(phone)).kinds.at(-1)).toBe('accepted')
  await phone.dispose()
}, 90_000)

test('is told to be on its way where the centre is out of reach, and never shown by half', async () => {
  let open = false
  const { phone, release } = await half(() => open)
  expect((await journal(phone)).onItsWay).toBe(true)
  const view = () =>
    phone.page.evaluate(async (c) => {
      await kit.state.session.start()
      const shown = new kit.state.CaseView(c)
      await shown.load()
      const { state } = shown
      shown.destroy()
      return state === undefined ? 'on its way' : state === null ? 'not here' : state.lines.length
    }, id)
  expect(await view()).toBe('on its way')
  open = true
  expect(await view()).toBe(4)
  await release()
  await phone.dispose()
}, 90_000)

test('leaves the memory when the case is taken away meanwhile', async () => {
  const { phone, release } = await half()
  expect((await journal(phone)).kinds).toHaveLength(4)
  await act(desk, assign(PEOPLE.kadusB))
  await desk.send()
  await centre.app.office.postman.settled()
  await release()
  await until('the case leaves', async () => {
    await phone.send()
    return !(await phone.page.evaluate((c) => kit.device!.cases([c]), id)).length
  })
  expect(await journal(phone)).toEqual({ kinds: [], onItsWay: undefined })
  await phone.dispose()
}, 90_000)
