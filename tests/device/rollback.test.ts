/** A centre whose disk goes back to an older day, and phones that remember more than it (decision 017). */
import { cpSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Entry } from '../../src/domain/entries.ts'
import { append, assign, has, idsOf, registered } from './cases.ts'
import { Phone, sharedHarness, startCentre, temporary, type Centre } from './support.ts'
import { PEOPLE, freshCase, phoneOf, settleVillage, until } from './village.ts'

let harness: string
let data: ReturnType<typeof temporary>
let copy: ReturnType<typeof temporary>
let centre: Centre
let desk: Phone
let field: Phone

beforeAll(async () => {
  harness = await sharedHarness()
  data = temporary()
  copy = temporary()
  centre = await startCentre(harness, data.folder)
  await settleVillage(centre.app)
  desk = await phoneOf(centre.origin, centre.app, PEOPLE.petugas)
  field = await phoneOf(centre.origin, centre.app, PEOPLE.kadusA)
})

afterAll(async () => {
  await desk?.dispose()
  await field?.dispose()
  await centre?.close()
  for (const folder of [data, copy]) folder?.remove()
})

const archived = (id: string): Promise<Entry[]> => centre.app.office.archive.entriesOf(id)

const numberOf = async (id: string) =>
  (await archived(id)).flatMap((entry) => (entry.kind === 'numbered' ? [entry.data.n] : []))

const waiting = (phone: Phone) => phone.page.evaluate(() => kit.device!.waiting())

const settled = () => centre.app.office.postman.settled()

/** The old folder is put back while the server is down; it comes up at the same address. */
async function rollBack(): Promise<void> {
  const port = Number(new URL(centre.origin).port)
  await centre.close()
  rmSync(data.folder, { recursive: true })
  cpSync(copy.folder, data.folder, { recursive: true })
  centre = await startCentre(harness, data.folder, port)
}

test('gets back what phones hold, and gives no number twice', async () => {
  const old = freshCase()
  await append(field, registered(old))
  expect(await field.send()).toBe('sent')
  await until('the office has it', has(desk, old))
  await settled()
  cpSync(data.folder, copy.folder, { recursive: true })

  const [fresh, taken] = [freshCase(), freshCase()]
  const note = (text: string) => ({ journal: old, kind: 'note', data: { text } })
  await append(field, registered(fresh), registered(taken), note('sesudah salinan'))
  expect(await field.send()).toBe('sent')
  await until('the office has them', has(desk, taken))
  await append(desk, assign(taken, PEOPLE.kadusB))
  expect(await desk.send()).toBe('sent')
  await settled()
  const before = await Promise.all([fresh, taken].map(numberOf))
  expect(before.flat().sort()).toEqual([2, 3])
  expect(await waiting(field)).toEqual([])

  await rollBack()
  expect(await archived(taken)).toEqual([])
  await until('everything is offered again', async () => {
    await field.send()
    await desk.send()
    return (
      (await waiting(field)).length + (await waiting(desk)).length === 0 &&
      (await archived(taken)).length === 2
    )
  })
  expect((await archived(taken)).map(({ kind, by }) => [kind, by])).toEqual([
    ['registered', PEOPLE.kadusA],
    ['assigned', PEOPLE.petugas],
  ])
  expect((await archived(old)).map(({ kind }) => kind)).toContain('note')
  expect((await archived(fresh)).map(({ kind }) => kind)).toEqual(['registered'])
  await until('the phone holds it again', has(field, fresh))
  expect(await idsOf(field, old)).toHaveLength((await archived(old)).length)

  await desk.send()
  expect(await desk.page.evaluate(() => kit.device!.status().restored)).toMatchObject({ numbersWait: true })
  expect(await field.page.evaluate(() => kit.device!.status().restored)).toBeUndefined()
  await centre.app.office.archive.numbersGoOn(3)
  await settled()
  const after = (await Promise.all([fresh, taken].map(numberOf))).flat().sort()
  expect(after).toEqual([4, 5])
  expect(await numberOf(old)).toEqual([1])
}, 60_000)

test('is noticed also by who had handed in only, and had no contact after it', async () => {
  await settled()
  rmSync(copy.folder, { recursive: true })
  cpSync(data.folder, copy.folder, { recursive: true })
  await field.page.route('**/api/contact', (route) => route.abort())
  await field.page.route('**/sync/inbox/**', (route) => route.abort())
  const id = freshCase()
  await append(field, registered(id))
  await until('it is confirmed', async () => {
    await field.send()
    return (await waiting(field)).length === 0
  })
  await rollBack()
  await field.page.unroute('**/api/contact')
  await field.page.unroute('**/sync/inbox/**')
  await until('it comes back', async () => {
    await field.send()
    return (await archived(id)).length > 0
  })
}, 60_000)
