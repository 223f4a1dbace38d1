/** A phone whose mailbox is new to it, was lost, or comes back from a backup. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Phone, sharedHarness, startCentre, temporary, type Centre } from './support.ts'
import { append, assign, fillUpTo, given, has, idsOf, registered } from './cases.ts'
import { dropDatabase } from '../../server/couch/index.ts'
import { ENTRIES, casesOf, nthCase } from '../bench/material.ts'
import { PEOPLE, codeFor, freshCase, phoneOf, settleVillage, until } from './village.ts'

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
  field = await phoneOf(centre.origin, centre.app, PEOPLE.kadusA)
})

afterAll(async () => {
  await desk?.dispose()
  await field?.dispose()
  await centre?.close()
  data?.remove()
})

test('who comes back to the screen is brought up to date at once', async () => {
  await field.send()
  await until('it is at rest', () => field.page.evaluate(() => !kit.device!.status().running))
  const asked = field.page.waitForRequest((request) => request.url().endsWith('/api/contact'), {
    timeout: 10_000,
  })
  await field.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await asked
})

test('while the mailbox fills, a case shows what the centre told of it, never half of its journal', async () => {
  const id = await given(desk, PEOPLE.kadusA, field, 'Setengah jalan')
  await field.send()
  const fresh = await new Phone(centre.origin).begin()
  const { release } = await fillUpTo(fresh, `${id}:00000001`)
  await fresh.enrol(await codeFor(centre.app, PEOPLE.kadusA))
  await until('half of it is here', async () => (await fresh.dump()).includes(`"${id}:00000001`))
  await fresh.page.evaluate(() => kit.catchUp())
  const shown = () =>
    fresh.page.evaluate(async (c) => {
      const found = (await kit.device!.cases()).find((each) => each.id === c)
      return [found?.status, found?.lead]
    }, id)
  expect(await shown()).toEqual(['assigned', PEOPLE.kadusA])
  await release()
  await until('all of it is here', async () => (await idsOf(fresh, id)).length === 3)
  await until('the phone is at rest', () => fresh.page.evaluate(() => !kit.device!.status().running))
  expect(await shown()).toEqual(['assigned', PEOPLE.kadusA])
  await fresh.dispose()
}, 60_000)

test('a case that was taken away while the mailbox was lost leaves the phone, own acts on it or not', async () => {
  const id = await given(desk, PEOPLE.kadusA, field, 'RAHASIA-HILANG')
  await append(field, { journal: id, kind: 'verified', data: {} })
  expect(await field.send()).toBe('refused')
  const [refused] = await field.page.evaluate(() => kit.device!.refused())
  await field.context.setOffline(true)
  await append(desk, assign(id, PEOPLE.kadusB))
  await desk.send()
  const { archive, postman } = centre.app.office
  await dropDatabase((await archive.box(PEOPLE.kadusA)).db)
  await postman.reconcileAll()
  await field.context.setOffline(false)
  await until('the case leaves', async () => {
    await field.send()
    return !(await has(field, id)())
  })
  expect(await field.dump()).not.toContain('RAHASIA-HILANG')
  await field.page.evaluate((one) => kit.device!.dismiss(one), refused!.id)
})

describe('when the centre is restored from a backup', () => {
  test('the phone starts a fresh copy of its mailbox and offers its last entries again', async () => {
    const id = freshCase()
    await append(field, registered(id, { subject: 'Sebelum pemulihan' }))
    await field.send()
    await field.context.setOffline(true)
    const unsent = freshCase()
    await append(field, registered(unsent, { subject: 'Belum terkirim' }))
    await restoreWithout(centre, id)
    await field.context.setOffline(false)
    await until('both are in the archive', async () => {
      const { archive } = centre.app.office
      return (await archive.entriesOf(id)).length > 0 && (await archive.entriesOf(unsent)).length > 0
    })
    await until('both are on the phone', async () => (await has(field, id)()) && (await has(field, unsent)()))
    const names = await field.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
    expect(names.filter((name) => /-in(-\d+)?$/.test(name!))).toHaveLength(1)
  })
})

/** The server again, in a new folder, with a backup that does not know a case. */
async function restoreWithout(old: Centre, missing: string): Promise<void> {
  const { archive, desk: deskOffice } = old.app.office
  const lines: string[] = []
  for await (const line of archive.exportAll()) if (!line.includes(missing)) lines.push(line)
  void deskOffice
  const port = Number(new URL(old.origin).port)
  await old.close()
  data.remove()
  centre = await startCentre(harness, data.folder, port)
  await centre.app.office.archive.importAll(lines, { lastNumber: 0 })
}

describe('what a phone shows of a case is what its journal says', () => {
  const MANY = 140
  const SOME = 25

  test('when all come at once, and when news of some comes, own entries among them', async () => {
    const { archive, postman } = centre.app.office
    await archive.seed(casesOf(PEOPLE.kadusB, MANY))
    await postman.settled()
    const phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
    await until('all are here', async () => (await whole(phone)) === MANY)
    await atRest(phone)
    expect(await differing(phone)).toEqual([])
    const news = Array.from({ length: SOME }, (_, n) => nthCase(n * 3))
    await phone.context.setOffline(true)
    await append(phone, ...news.map((journal) => followedUp(journal, 'belum terkirim')))
    expect(await differing(phone)).toEqual([])
    await archive.append(news.map((journal) => assign(journal, PEOPLE.kadusB)))
    await postman.settled()
    await phone.context.setOffline(false)
    await until('the news is here', async () => {
      await phone.send()
      return (await Promise.all(news.map((id) => idsOf(phone, id)))).every(
        ({ length }) => length > ENTRIES + 1,
      )
    })
    expect(await differing(phone)).toEqual([])
    await phone.dispose()
  })

  /** While the mailbox fills, a case shows what the centre told of it: until then the register may say something else. */
  const atRest = (phone: Phone): Promise<void> =>
    until('the phone is at rest', () => phone.page.evaluate(() => !kit.device!.status().running))

  const followedUp = (journal: string, text: string) => ({
    journal,
    kind: 'followedUp',
    data: { how: 'action', text },
  })

  /** How many cases of this phone have their whole journal on it. */
  const whole = (phone: Phone): Promise<number> =>
    phone.page.evaluate(async (count) => {
      const cases = await kit.device!.cases()
      const journals = await Promise.all(cases.map(({ id }) => kit.device!.journal(id)))
      return journals.filter(({ entries }) => entries.length >= count).length
    }, ENTRIES)

  /** The cases of which the register says something else than their journals. */
  const differing = (phone: Phone): Promise<string[]> =>
    phone.page.evaluate(async () => {
      const village = await kit.device!.village()
      const found: string[] = []
      for (const known of await kit.device!.cases()) {
        const { entries } = await kit.device!.journal(known.id)
        const folded = kit.summarise(kit.foldCase(known.id, entries), village)
        if (JSON.stringify(folded) !== JSON.stringify(known)) found.push(known.id)
      }
      return found
    })
})
