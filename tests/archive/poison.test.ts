/** What an officer with a session might try against the others, and what a postman must survive. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entryId, VILLAGE } from '../../src/domain/ids.ts'
import { caseId, complaint, meetingId, PEOPLE, termsWith, TODAY } from '../support/domain.ts'
import { Author, engines, idsIn, numbersOf, openBench, type Bench } from './support.ts'

const { petugas, sekdes, kadusA, kasi } = PEOPLE

describe.each(engines)('a hostile officer on %s', (engine) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await openBench(
      engine,
      termsWith([{ officer: sekdes, position: 'sekretarisDesa', to: '2026-11-01' }]),
    )
  }, 30_000)
  afterEach(() => bench.end())

  it('can not use up the counters of a journal, nor stop the giving of numbers', async () => {
    const kadus = new Author(kadusA)
    const poison = {
      ...kadus.capture('high').entries[0]!,
      _id: entryId(caseId('high'), 99_999_999, kadus.device),
    }
    const [outcome] = await kadus.send(bench.archive, [poison])
    expect(outcome).toMatchObject({ ok: false, why: 'invalid', path: '_id' })
    const { id, entries } = kadus.capture('good')
    const note = kadus.write(id, 'note', { text: 'x' })
    const far = { ...note, _id: entryId(id, 99_999_999, kadus.device) }
    const outcomes = await kadus.send(bench.archive, [...entries, note, far])
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, false])
    await bench.postman.settled()
    expect((await numbersOf(bench.archive)).get(id)).toEqual([1])
  })

  it('can not send half a character, which not every engine could write', async () => {
    const kadus = new Author(kadusA)
    const [entry] = kadus.capture('half').entries
    const halved = { ...entry!, data: { ...entry!.data, description: 'Siap \ud83d' } }
    const [outcome] = await kadus.send(bench.archive, [halved])
    expect(outcome).toMatchObject({ ok: false, why: 'invalid', path: 'data' })
  })

  it('can not appoint himself after his duty has ended', async () => {
    const former = new Author(sekdes)
    await bench.postman.settled()
    await former.pull(bench.archive)
    const term = { term: 'lagi', officer: sekdes, position: 'sekretarisDesa' as const, from: TODAY }
    const [outcome] = await former.send(bench.archive, [former.write(VILLAGE, 'positionHeld', term)])
    expect(outcome).toMatchObject({ ok: false })
  })

  it('can not make a meeting vanish by linking it to a case that nobody knows', async () => {
    const [kadus, desk] = [new Author(kadusA), new Author(petugas)]
    const { id, entries } = kadus.capture('meeting')
    await kadus.send(bench.archive, entries)
    await desk.send(bench.archive, [desk.write(id, 'assigned', { lead: kasi, helpers: [] }, undefined)])
    await bench.postman.settled()
    const lead = new Author(kasi)
    await lead.pull(bench.archive)
    const meeting = meetingId('rapat')
    const startsAt = '2026-11-12T02:00:00.000Z'
    const called = lead.write(meeting, 'meetingCalled', {
      cases: [id],
      title: 'Rapat',
      place: 'Balai',
      startsAt,
      officers: [kadusA],
      residents: [],
    })
    await lead.send(bench.archive, [called])
    await bench.postman.settled()
    const changes = { cases: [id, caseId('nobody')] }
    const correction = lead.write(meeting, 'corrected', { entry: called._id, changes, reason: 'x' })
    await lead.send(bench.archive, [correction]).catch(() => [])
    await bench.postman.settled()
    expect(await idsIn(bench.archive, petugas, meeting)).toContain(called._id)
  })

  it('can not write a moment that no calendar can show', async () => {
    const kadus = new Author(kadusA)
    const strange = { ...kadus.capture('when').entries[0]!, at: '2026-01-01T10:00:00+07' }
    const [outcome] = await kadus.send(bench.archive, [strange])
    expect(outcome).toMatchObject({ ok: false, why: 'invalid', path: 'at' })
    const old = kadus.capture('old', complaint({ receivedOn: '0001-01-01' })).entries
    expect(await kadus.send(bench.archive, old)).toMatchObject([{ ok: false, path: 'data.receivedOn' }])
  })
})
