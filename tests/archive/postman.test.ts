import { afterEach, describe, expect, it } from 'vitest'
import { isOfficerId, VILLAGE } from '../../src/domain/ids.ts'
import { dropDatabase, putNew, readIds, removeDoc } from '../../server/couch/index.ts'
import { addDays } from '../../src/domain/time.ts'
import { caseId, complaint, meetingId, PEOPLE, termsWith, TODAY } from '../support/domain.ts'
import { Author, engines, idsIn, mailOf, openBench, until, type Bench } from './support.ts'

const { petugas, sekdes, kades, kadusA, kadusB, kasi, kaur } = PEOPLE

describe.each(engines)('the postman on %s', (engine) => {
  let bench: Bench
  const open = async (...terms: Parameters<typeof termsWith>[0]) => {
    bench = await openBench(engine, termsWith(terms))
    await bench.postman.settled()
  }
  afterEach(() => bench.end())

  const held = (officer: string, journal: string) => idsIn(bench.archive, officer, journal)
  /** A case captured by Kadus A, and the desk's phone that has seen it. */
  const captured = async (name: string, other: Parameters<typeof complaint>[0] = {}) => {
    const [kadus, desk] = [new Author(kadusA), new Author(petugas)]
    const { id, entries } = kadus.capture(name, other)
    await kadus.send(bench.archive, entries)
    await bench.postman.settled()
    await desk.pull(bench.archive)
    return { id, kadus, desk, registered: entries[0]! }
  }
  const assign = async (id: string, desk: Author, lead: string, helpers: string[] = []) => {
    await desk.send(bench.archive, [desk.write(id, 'assigned', { lead, helpers })])
    await bench.postman.settled()
  }

  it('brings the village to every officer, and a case to the desk and its capturer only', async () => {
    await open()
    const { id } = await captured('first')
    for (const officer of Object.values(PEOPLE))
      expect((await held(officer, VILLAGE)).length).toBeGreaterThan(5)
    const all = (await bench.archive.entriesOf(id)).map(({ _id }) => _id)
    for (const officer of [petugas, sekdes, kades, kadusA]) expect(await held(officer, id)).toEqual(all)
    for (const officer of [kadusB, kasi, kaur]) expect(await held(officer, id)).toEqual([])
  })

  it('brings a new lead the whole journal, takes it away again and gives it back', async () => {
    await open()
    const { id, desk, kadus } = await captured('moves')
    const secret = kadus.write(id, 'identityGiven', { name: 'Ibu Contoh', phone: '+6281200000000' })
    await kadus.send(bench.archive, [secret])
    await assign(id, desk, kasi)
    const whole = (await bench.archive.entriesOf(id)).map(({ _id }) => _id)
    expect(await held(kasi, id)).toEqual(whole)
    await desk.pull(bench.archive)
    await assign(id, desk, kaur)
    expect(await held(kasi, id)).toEqual([])
    expect((await held(kaur, id)).length).toBe(whole.length + 1)
    await desk.pull(bench.archive)
    await assign(id, desk, kasi)
    expect((await held(kasi, id)).length).toBe(whole.length + 2)
    expect(await held(kaur, id)).toEqual([])
  })

  it('never brings a case to its respondent, not even by a reconcile', async () => {
    await open()
    const { id } = await captured('restricted', { respondents: [sekdes] })
    await bench.postman.reconcileAll()
    expect(await held(sekdes, id)).toEqual([])
    expect((await held(petugas, id)).length).toBe(2)
    const raw = JSON.stringify(await mailOf(bench.archive, sekdes))
    expect(raw).not.toContain(id)
  })

  it('brings a hidden identity to the desk alone', async () => {
    await open()
    const { id, kadus, desk } = await captured('hidden', { confidential: true })
    await kadus.send(bench.archive, [kadus.write(id, 'identityGiven', { name: 'Rahasia Contoh' })])
    await assign(id, desk, kasi)
    for (const officer of [kasi, kadusA])
      expect(JSON.stringify(await mailOf(bench.archive, officer))).not.toContain('Rahasia Contoh')
    expect(JSON.stringify(await mailOf(bench.archive, petugas))).toContain('Rahasia Contoh')
  })

  it('brings who is told to ask what they need for that, takes in the reply and takes the case away again', async () => {
    await open()
    const { id, kadus, desk } = await captured('asked')
    const secret = kadus.write(id, 'identityGiven', { name: 'Ibu Contoh' })
    await kadus.send(bench.archive, [secret])
    await desk.pull(bench.archive)
    await desk.send(bench.archive, [desk.write(id, 'note', { text: 'untuk kantor saja' })])
    const order = desk.write(id, 'informationRequested', { what: 'Nomor HP?', from: kadusB })
    await desk.send(bench.archive, [order])
    await bench.postman.settled()
    const mail = JSON.stringify(await mailOf(bench.archive, kadusB))
    for (const said of ['Ibu Contoh', 'Nomor HP?']) expect(mail).toContain(said)
    expect(mail).not.toContain('untuk kantor saja')
    const asked = new Author(kadusB)
    await asked.pull(bench.archive)
    const reply = [
      asked.write(id, 'identityGiven', { phone: '+6281200000000' }),
      asked.write(id, 'informationSupplied', { text: 'Ini nomornya', identity: { phone: 'given' } }),
      asked.write(id, 'followedUp', { how: 'action', text: 'bukan tugas saya' }),
    ]
    const [given, supplied, other] = await asked.send(bench.archive, reply)
    expect([given?.ok, supplied?.ok]).toEqual([true, true])
    expect(other).toMatchObject({ ok: false, why: 'not-your-role' })
    await bench.postman.settled()
    expect(await held(kadusB, id)).toEqual([])
    expect(await held(petugas, id)).toContain(reply[1]!._id)
  })

  it('brings a meeting to those who hold its cases, and takes it away with them', async () => {
    await open()
    const { id, desk } = await captured('meeting')
    await assign(id, desk, kasi)
    await desk.pull(bench.archive)
    const meeting = meetingId('m1')
    const startsAt = '2026-11-12T02:00:00.000Z'
    const called = { cases: [id], title: 'Rapat', place: 'Balai', startsAt, officers: [], residents: [] }
    await desk.send(bench.archive, [desk.write(meeting, 'meetingCalled', called)])
    await bench.postman.settled()
    expect((await held(kasi, meeting)).length).toBe(1)
    await desk.pull(bench.archive)
    await assign(id, desk, kaur)
    expect(await held(kasi, meeting)).toEqual([])
    expect((await held(kaur, meeting)).length).toBe(1)
  })

  it('follows a duty that begins and a term that ends when the day comes', async () => {
    const tomorrow = addDays(TODAY, 1)
    await open(
      { officer: sekdes, position: 'sekretarisDesa', to: TODAY },
      { officer: kaur, position: 'sekretarisDesa', from: tomorrow },
    )
    const { id } = await captured('sweep')
    expect([(await held(sekdes, id)).length, (await held(kaur, id)).length]).toEqual([2, 0])
    bench.clock.now += 24 * 3_600_000
    await bench.postman.settled()
    expect([(await held(sekdes, id)).length, (await held(kaur, id)).length]).toEqual([0, 2])
  })

  it('follows a change in the village’s journal at once', async () => {
    await open()
    const { id, desk } = await captured('office')
    const term = { term: 'neu', officer: kaur, position: 'sekretarisDesa' as const, from: TODAY }
    await desk.send(bench.archive, [desk.write(VILLAGE, 'positionHeld', term)])
    await bench.postman.settled()
    expect((await held(kaur, id)).length).toBe(2)
  })

  it('catches up after a stop with what came meanwhile', async () => {
    await open()
    const { id, desk } = await captured('stopped')
    await bench.postman.stop()
    await desk.send(bench.archive, [desk.write(id, 'assigned', { lead: kasi, helpers: [] })])
    expect(await held(kasi, id)).toEqual([])
    await bench.restart()
    await bench.postman.settled()
    expect((await held(kasi, id)).length).toBe(3)
  })

  it('mends mailboxes in place, while entries keep coming', async () => {
    await open()
    const { id, kadus, desk } = await captured('mend')
    await assign(id, desk, kasi)
    const box = await bench.archive.box(kasi)
    const foreign = { _id: `${caseId('foreign')}:00000001:${kadus.device}`, kind: 'note' }
    await putNew(box.db, foreign)
    const gone = (await readIds(box.db, { prefix: `${id}:` }))[0]!
    await removeDoc(box.db, gone.id, gone.rev)
    const writing = Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        kadus.send(bench.archive, [kadus.write(id, 'note', { text: `n${n}` })]),
      ),
    )
    await Promise.all([writing, bench.postman.reconcileAll()])
    await bench.postman.settled()
    const whole = (await bench.archive.entriesOf(id)).map(({ _id }) => _id)
    expect(await held(kasi, id)).toEqual(whole)
    expect((await mailOf(bench.archive, kasi)).some(({ _id }) => _id === foreign._id)).toBe(false)
    expect((await bench.archive.box(kasi)).generation).toBe(box.generation)
  })

  it('refills a mailbox that was lost, under a new generation', async () => {
    await open()
    const { id, desk } = await captured('lost')
    const { db, generation } = await bench.archive.box(petugas)
    await dropDatabase(db)
    await desk.send(bench.archive, [desk.write(id, 'note', { text: 'sesudahnya' })])
    await bench.postman.settled()
    expect((await held(petugas, id)).length).toBe(3)
    expect((await bench.archive.box(petugas)).generation).not.toBe(generation)
  })

  it('misses nothing where another process delivers too', async () => {
    await open()
    const { id, desk } = await captured('relay')
    const other = await bench.another()
    await other.postman.settled()
    await desk.send(bench.archive, [desk.write(id, 'assigned', { lead: kasi, helpers: [] })])
    await until(async () => (await held(kasi, id)).length === 3, 30_000)
  }, 40_000)

  it('tells whose mailbox has changed, and nobody else', async () => {
    await open()
    const heard: string[] = []
    for (const officer of Object.values(PEOPLE).filter(isOfficerId))
      bench.archive.signals.onChanged(officer, () => heard.push(officer))
    await captured('heard')
    expect([...new Set(heard)].sort()).toEqual([petugas, sekdes, kades, kadusA].sort())
  })
})
