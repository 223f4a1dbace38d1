/** Several officers on one browser, and leaving it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedHarness, startCentre, temporary, type Centre } from './support.ts'
import { append, registered } from './cases.ts'
import { PEOPLE, codeFor, freshCase, phoneOf, settleVillage, until } from './village.ts'

let harness: string
let data: ReturnType<typeof temporary>
let centre: Centre

beforeAll(async () => {
  harness = await sharedHarness()
  data = temporary()
  centre = await startCentre(harness, data.folder)
  await settleVillage(centre.app)
})

afterAll(async () => {
  await centre?.close()
  data?.remove()
})

test('two officers share a browser, each with what is theirs', async () => {
  const code = await codeFor(centre.app, PEOPLE.kadusB)
  const shared = await phoneOf(centre.origin, centre.app, PEOPLE.kades)
  await shared.page.evaluate(async (given) => {
    await kit.device!.close()
    await kit.enrol(given, 'bersama')
    await kit.open()
  }, code)
  const id = freshCase()
  await append(shared, registered(id))
  expect(await shared.send()).toBe('sent')
  const officers = await shared.page.evaluate(async () =>
    (await kit.accounts.all()).map(({ officer }) => officer),
  )
  expect(officers).toEqual([PEOPLE.kades, PEOPLE.kadusB])
  const author = (await centre.app.office.archive.entriesOf(id))[0]!.by
  expect(author).toBe(PEOPLE.kadusB)
  await shared.dispose()
})

test('signing out is refused while something would be lost, and leaves nothing behind afterwards', async () => {
  const phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
  await phone.send()
  const out = (options = {}) => phone.page.evaluate((o) => kit.signOut(kit.device!, o), options)
  await phone.context.setOffline(true)
  await append(phone, registered(freshCase(), { subject: 'TINGGAL' }))
  expect(await out()).toEqual({ ok: false, why: 'unsent' })
  await phone.context.setOffline(false)
  await phone.send()
  await phone.page.evaluate(() =>
    kit.device!.drafts.save({ id: 'x', kind: 'case', data: { a: 'TINGGAL' }, updatedAt: '' }),
  )
  expect(await out()).toEqual({ ok: false, why: 'drafts' })
  expect(await out({ drafts: 'discard' })).toEqual({ ok: true })
  expect(await phone.dump()).not.toContain('TINGGAL')
  expect(await phone.page.evaluate(() => kit.accounts.all())).toEqual([])
  await phone.dispose()
})

test('another tab knows that the phone has left, also when the centre has heard of it before', async () => {
  const phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
  await phone.send()
  const device = await phone.page.evaluate(() => kit.device!.account.device)
  expect(await phone.page.evaluate((id) => kit.accounts.isBuried(id), device)).toBe(false)
  expect(await phone.page.evaluate(() => kit.signOut(kit.device!))).toEqual({ ok: true })
  expect((await centre.app.office.desk.devices.find(device))?.token).toBeUndefined()
  expect(await phone.page.evaluate(() => kit.accounts.leaving())).toEqual([])
  expect(await phone.page.evaluate((id) => kit.accounts.isBuried(id), device)).toBe(true)
  await phone.dispose()
})

test('a sign-out that another tab writes over, or that was cut off, brings nobody back and is ended later', async () => {
  const phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
  await phone.send()
  const left = await phone.page.evaluate(async () => {
    const { account } = kit.device!
    await kit.accounts.bury(account.device)
    await kit.accounts.save({ ...account, hadData: true })
    const seen = [await kit.accounts.all(), await kit.accounts.acting()]
    await kit.device!.close()
    await kit.finishLeaving()
    const names = (await indexedDB.databases()).map(({ name }) => name!)
    return [...seen, await kit.accounts.buried(), names.filter((name) => name.includes(account.officer))]
  })
  expect(left).toEqual([[], undefined, [], []])
  await phone.dispose()
})

test('a look that was written and not sent yet keeps nobody from leaving', async () => {
  const phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
  await phone.send()
  await phone.page.evaluate(async (id) => {
    await kit.device!.noteAccess('opened', [id])
    await kit.device!.rescueFile('') // writes it
  }, freshCase())
  expect(await phone.page.evaluate(() => kit.signOut(kit.device!))).toEqual({ ok: true })
  await phone.dispose()
})

test('a sign-out without a network is told to the centre as soon as there is one', async () => {
  const phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
  await phone.send()
  const device = await phone.page.evaluate(() => kit.device!.account.device)
  await phone.context.setOffline(true)
  expect(await phone.page.evaluate(() => kit.signOut(kit.device!))).toEqual({ ok: true })
  const hasSession = async () => (await centre.app.office.desk.devices.find(device))?.token !== undefined
  expect(await hasSession()).toBe(true)
  await phone.page.evaluate(() => kit.state.session.start())
  await phone.context.setOffline(false)
  await until('the centre knows', async () => !(await hasSession()))
  await phone.dispose()
})

test('what is on the disk counts as unsent, even where the register had no room to note it', async () => {
  const phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
  await phone.send()
  await phone.context.setOffline(true)
  await phone.page.evaluate(() => {
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name === 'own') throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, given)
    }
  })
  await append(phone, registered(freshCase()))
  expect(await phone.page.evaluate(() => kit.device!.waiting())).toHaveLength(1)
  expect(await phone.page.evaluate(() => kit.signOut(kit.device!))).toEqual({ ok: false, why: 'unsent' })
  await phone.dispose()
})

test('a phone whose every own entry was cleared away has lost nothing', async () => {
  const phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
  await phone.send()
  const id = freshCase()
  await append(phone, registered(id))
  expect(await phone.send()).toBe('sent')
  await until('it is settled', async () => {
    await phone.send()
    return phone.page.evaluate(async () => (await kit.ownStates()).every((state) => state === 'settled'))
  })
  await phone.page.evaluate(() => kit.clearOld(Date.now() + 40 * 86_400_000))
  await phone.reopen()
  expect(await phone.page.evaluate(() => kit.device!.vanished)).toBe(false)
  await phone.dispose()
})

test('a phone that is declared lost in the middle of a cycle hands in what was written meanwhile', async () => {
  const phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
  await phone.send()
  let release!: () => void
  const held = new Promise<void>((done) => (release = done))
  let waits = false
  await phone.page.route('**/sync/inbox/_changes?**', async (route) => {
    waits = true
    await held
    await route.continue().catch(() => undefined)
  })
  void phone.page.evaluate(() => kit.device!.sendNow()).catch(() => undefined)
  await until('it pulls', () => Promise.resolve(waits))
  await append(phone, registered(freshCase(), { subject: 'SEMENTARA-ITU' }))
  const device = await phone.page.evaluate(() => kit.device!.account.device)
  await centre.app.office.desk.devices.change(device, () => ({ state: 'lost' }))
  release()
  await until('it is wiped', () => phone.page.evaluate(() => kit.events.some(({ wiped }) => wiped)), 30_000)
  expect((await centre.app.office.desk.devices.waiting()).get(device)).toBe(1)
  await phone.dispose()
}, 60_000)

test('a lost phone hands in what it has, and then wipes itself', async () => {
  const phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
  await phone.send()
  await phone.context.setOffline(true)
  await append(phone, registered(freshCase(), { subject: 'HP-HILANG' }))
  const device = await phone.page.evaluate(() => kit.device!.account.device)
  await centre.app.office.desk.devices.change(device, () => ({ state: 'lost' }))
  await phone.context.setOffline(false)
  await until('it is wiped', () => phone.page.evaluate(() => kit.events.some(({ wiped }) => wiped)))
  await until('nothing is left', async () => !(await phone.dump()).includes('HP-HILANG'))
  expect((await centre.app.office.desk.devices.waiting()).get(device)).toBe(1)
  await phone.dispose()
})

test('a retired phone hands in what it has, lets go of the mailbox, and gets it back when it is in use again', async () => {
  const other = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
  await append(other, registered(freshCase(), { subject: 'ADUAN-ORANG-LAIN' }))
  await other.send()
  await other.dispose()
  const phone = await phoneOf(centre.origin, centre.app, PEOPLE.petugas)
  const subjects = () =>
    phone.page.evaluate(async () => (await kit.device!.cases()).map(({ subject }) => subject))
  await until('it holds the case', async () => {
    await phone.send()
    return (await subjects()).includes('ADUAN-ORANG-LAIN')
  })
  await append(phone, registered(freshCase(), { subject: 'DISERAHKAN' }))
  expect(await phone.send()).toBe('sent')
  await phone.context.setOffline(true)
  const last = freshCase()
  await append(phone, registered(last, { subject: 'SERAHAN-TERAKHIR' }))
  const device = await phone.page.evaluate(() => kit.device!.account.device)
  const setState = (state: 'retired' | 'active') =>
    centre.app.office.desk.devices.change(device, () => ({ state }))
  await setState('retired')
  await phone.context.setOffline(false)
  const problem = () => phone.page.evaluate(() => kit.device!.status().problem)
  await until('it knows', async () => (await problem()) === 'retired')
  expect((await centre.app.office.archive.entriesOf(last))[0]!.arrived!.late).toBe('retired')
  expect(await phone.page.evaluate(() => kit.device!.waiting())).toEqual([])
  expect(await subjects()).toEqual([])
  expect(await phone.dump()).not.toContain('ADUAN-ORANG-LAIN')
  await append(phone, registered(freshCase(), { subject: 'MASIH-BISA' }))
  expect(await phone.send()).toBe('retired')
  expect(await phone.page.evaluate(() => kit.device!.waiting())).toEqual([])
  await setState('active')
  await until('it has all of it again', async () => {
    await phone.send()
    const there = await subjects()
    return ['ADUAN-ORANG-LAIN', 'DISERAHKAN', 'MASIH-BISA'].every((subject) => there.includes(subject))
  })
  expect(await problem()).toBeUndefined()
  await phone.dispose()
}, 60_000)
