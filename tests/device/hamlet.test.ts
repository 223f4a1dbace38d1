/** What a Kepala Dusun hears of the own dusun, on a phone: kept for offline, written to after what is there, erased with the role. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedHarness, startCentre, temporary, type Centre, type Phone } from './support.ts'
import { PEOPLE, complaint, freshCase, phoneOf, settleVillage, until } from './village.ts'

let harness: string
const data = temporary()
let centre: Centre
let head: Phone
let desk: Phone
const id = freshCase()

beforeAll(async () => {
  harness = await sharedHarness()
  centre = await startCentre(harness, data.folder)
  await settleVillage(centre.app)
  desk = await phoneOf(centre.origin, centre.app, PEOPLE.petugas)
  head = await phoneOf(centre.origin, centre.app, PEOPLE.kadusA)
  const facts = complaint({ subject: 'Jembatan-UJI lapuk', description: 'URAIAN-RAHASIA' })
  await desk.page.evaluate(
    ([journal, registered]) =>
      kit.device!.append([
        { journal, kind: 'registered', data: registered },
        { journal, kind: 'identityGiven', data: { name: 'NAMA-RAHASIA' } },
      ]),
    [id, facts] as const,
  )
  await desk.send()
  await centre.app.office.postman.settled()
})
afterAll(async () => {
  await head?.dispose()
  await desk?.dispose()
  await centre?.close()
  data.remove()
})

const heard = () => head.page.evaluate(() => kit.device!.hamlet())
const join = () =>
  head.page.evaluate(async (journal) => {
    const identity = { name: 'given', address: 'unknown', phone: 'unknown' } as const
    const joined = { code: 'ZR82HEWV7', identity, channel: 'faceToFace' } as const
    const result = await kit.device!.append([
      { journal, kind: 'complainantJoined', data: joined },
      (before) => ({ journal, kind: 'identityGiven', data: { of: before[0]!._id, name: 'NAMA-KEDUA' } }),
    ])
    return result.ok ? result.entries.map(({ _id }) => _id) : []
  }, id)

test('it is on the phone after a contact, and what is written to it offline comes after what is there', async () => {
  await head.send()
  expect(await heard()).toMatchObject([{ id, subject: 'Jembatan-UJI lapuk', counter: 2 }])
  await head.context.setOffline(true)
  const [first] = await join()
  expect(first).toMatch(new RegExp(`^${id}:00000003:`))
  expect(await head.page.evaluate(() => kit.device!.cases())).toEqual([])
  await head.context.setOffline(false)
  await head.send()
  await centre.app.office.postman.settled()
  await head.send()
  expect(await heard()).toMatchObject([{ id, joined: true }])
  const shown = await head.page.evaluate((journal) => kit.device!.journal(journal), id)
  expect(shown.entries.map(({ kind }) => kind)).toEqual(['complainantJoined', 'identityGiven'])
})

test('an unchanged list is not fetched again', async () => {
  let asked = 0
  await head.page.route('**/api/dusun', async (route) => {
    asked += 1
    await route.continue()
  })
  await head.send()
  expect(asked).toBe(0)
  await head.page.unroute('**/api/dusun')
})

test('everything of it leaves the phone when the role ends, what was taken down there included', async () => {
  expect(await head.dump()).toContain('NAMA-KEDUA')
  await centre.app.office.archive.append([
    {
      journal: 'village',
      kind: 'positionHeld',
      data: { term: 't2', officer: PEOPLE.kadusA, position: 'stafKasi', from: '2020-01-01' },
    },
  ])
  await centre.app.office.postman.settled()
  await until('it is gone', async () => {
    await head.send()
    const all = await head.dump()
    return ['Jembatan-UJI', 'NAMA-KEDUA', 'NAMA-RAHASIA', 'URAIAN-RAHASIA'].every(
      (word) => !all.includes(word),
    )
  })
  expect(await heard()).toEqual([])
})
