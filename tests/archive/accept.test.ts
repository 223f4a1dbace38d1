import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/entries.ts'
import { RetryLater } from '../../server/archive/index.ts'
import { readRange } from '../../server/couch/index.ts'
import { caseId, PEOPLE } from '../support/domain.ts'
import { Author, engines, openBench, type Bench } from './support.ts'

describe.each(engines)('accepting entries on %s', (engine) => {
  let bench: Bench
  const { petugas, kadusA, kadusB } = PEOPLE
  beforeAll(async () => void (bench = await openBench(engine)), 30_000)
  afterAll(() => bench.end())

  const stored = (id: string) =>
    bench.archive.entriesOf(id.split(':')[0]!).then((all) => all.find((e) => e._id === id))

  it('stamps what it accepts, in rising order', async () => {
    const kadus = new Author(kadusA)
    const { id, entries } = kadus.capture('stamp')
    entries.push(kadus.write(id, 'note', { text: 'satu' }), kadus.write(id, 'note', { text: 'dua' }))
    const outcomes = await kadus.send(bench.archive, [...entries].reverse(), { offset: -3_600_000 })
    expect(outcomes.map(({ id, ok }) => [id, ok])).toEqual(entries.map(({ _id }) => [_id, true]))
    const copies = await bench.archive.entriesOf(id)
    const orders = copies.filter(({ by }) => by === kadusA).map(({ arrived }) => arrived!.order)
    expect([...orders].sort((a, b) => a - b)).toEqual(orders)
    expect(new Set(orders).size).toBe(3)
    expect(copies[0]!.arrived).toMatchObject({ offset: -3_600_000, time: '2026-11-10T04:00:00.000Z' })
  })

  it('takes the same entry again, and refuses its id with other content', async () => {
    const kadus = new Author(kadusA)
    const { entries } = kadus.capture('again')
    const [entry] = entries as [Entry]
    await kadus.send(bench.archive, [entry])
    const before = await stored(entry._id)
    expect(await kadus.send(bench.archive, [entry])).toEqual([{ id: entry._id, ok: true }])
    const other = { ...entry, at: '2020-01-01T00:00:00.000Z' }
    expect(await kadus.send(bench.archive, [other])).toEqual([
      { id: entry._id, ok: false, why: 'other-content' },
    ])
    expect(await stored(entry._id)).toEqual(before)
  })

  it('lets nothing that hangs on a refused registration hold up the rest, now or later', async () => {
    const kadus = new Author(kadusA)
    const { id, entries } = kadus.capture('refused', { subject: '' })
    const fine = kadus.capture('fine')
    const follower = kadus.write(id, 'note', { text: 'menyusul' })
    const outcomes = await kadus.send(bench.archive, [...entries, follower, ...fine.entries])
    expect(Object.fromEntries(outcomes.map((o) => [o.id, o.ok ? 'ok' : o.why]))).toEqual({
      [entries[0]!._id]: 'invalid',
      [follower._id]: 'unknown-case',
      [fine.entries[0]!._id]: 'ok',
    })
    const later = kadus.write(id, 'note', { text: 'besok' })
    expect(await kadus.send(bench.archive, [later])).toEqual([
      { id: later._id, ok: false, why: 'unknown-case' },
    ])
    const stranger = new Author(kadusB)
    await expect(stranger.send(bench.archive, [stranger.write(id, 'note', { text: 'x' })])).rejects.toThrow(
      RetryLater,
    )
  })

  it('refuses what can never become valid, and writes its neighbours', async () => {
    const kadus = new Author(kadusA)
    const { id, entries } = kadus.capture('neighbours')
    const note = (text: string) => kadus.write(id, 'note', { text })
    const long = note('x')
    const cases: [unknown, string][] = [
      [{ ...note('a'), by: kadusB }, 'forged-author'],
      [
        { ...note('b'), _id: note('b')._id.replace(kadus.device, new Author(kadusB).device) },
        'forged-device',
      ],
      [{ ...note('c'), _deleted: true }, 'immutable'],
      [{ ...note('d'), _rev: '2-abc' }, 'immutable'],
      [{ ...note('e'), _revisions: { start: 2, ids: ['b', 'a'] } }, 'immutable'],
      [{ ...note('f'), data: { text: '' } }, 'invalid'],
      [{ ...note('g'), arrived: { order: 1 } }, 'invalid'],
      [{ ...note('h'), extra: 'field' }, 'invalid'],
      [{ ...note('i'), _attachments: {} }, 'invalid'],
      [{ ...long, data: { text: 'x', more: 'y'.repeat(200_000) } }, 'too-large'],
      [{ ...note('j'), kind: 'meetingCancelled', data: { reason: 'x' } }, 'invalid'],
      [{ ...note('k'), kind: 'assigned', data: { lead: kadusB, helpers: [] } }, 'not-your-role'],
    ]
    const last = note('still here')
    const outcomes = await kadus.send(bench.archive, [...entries, ...cases.map(([doc]) => doc), last])
    const reasons = new Map(outcomes.map((outcome) => [outcome.id, outcome.ok ? 'ok' : outcome.why]))
    for (const [doc, why] of cases)
      expect([(doc as Entry)._id, reasons.get((doc as Entry)._id)]).toEqual([(doc as Entry)._id, why])
    expect(reasons.get(last._id)).toBe('ok')
    const written = (await bench.archive.entriesOf(id)).filter(({ by }) => by === kadusA)
    expect(written.map(({ _id }) => _id)).toEqual([entries[0]!._id, last._id])
  })

  it('refuses what is no entry at all without falling over', async () => {
    const kadus = new Author(kadusA)
    let deep: unknown = 'x'
    for (let level = 0; level < 20_000; level++) deep = [deep]
    const id = `${caseId('deep')}:00000001:${kadus.device}`
    const junk = [
      null,
      5,
      'text',
      [],
      {},
      { _id: 5 },
      { _id: '' },
      { _id: '_design/x' },
      { _id: id, data: deep },
    ]
    const outcomes = await kadus.send(bench.archive, junk)
    expect(outcomes).toHaveLength(junk.length)
    expect(new Set(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.why)))).toEqual(
      new Set(['invalid']),
    )
  })

  it('asks to come again in doubt, and keeps what was not in doubt', async () => {
    const kadus = new Author(kadusA)
    const { entries } = kadus.capture('certain')
    const orphan = kadus.write(caseId('orphan'), 'note', { text: 'kasusnya belum datang' })
    const doubt = await kadus.send(bench.archive, [...entries, orphan]).catch((error: unknown) => error)
    expect(doubt).toBeInstanceOf(RetryLater)
    expect((doubt as RetryLater).outcomes).toEqual(
      [
        { id: entries[0]!._id, ok: true },
        { id: orphan._id, ok: false, why: 'unknown-journal', waits: true },
      ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    )
    expect(await stored(entries[0]!._id)).toBeDefined()
    expect(await stored(orphan._id)).toBeUndefined()
    const newer = { ...kadus.write(caseId('certain'), 'note', { text: 'x' }), kind: 'dreamt' }
    await expect(kadus.send(bench.archive, [newer])).rejects.toThrow(RetryLater)
  })

  it('refuses nothing that may rest on what is in doubt before it', async () => {
    const kadus = new Author(kadusA)
    const { id, entries } = kadus.capture('resting')
    await kadus.send(bench.archive, entries)
    const newer = { ...kadus.write(id, 'note', { text: 'x' }), v: 2 }
    const mending = kadus.write(id, 'retracted', { entry: newer._id, reason: 'keliru' })
    const wrong = { ...kadus.write(id, 'note', { text: 'y' }), data: { text: '' } }
    const doubt = await kadus.send(bench.archive, [newer, mending, wrong]).catch((error: unknown) => error)
    expect((doubt as RetryLater).outcomes).toEqual([
      { id: newer._id, ok: false, why: 'newer-kind', waits: true },
      { id: mending._id, ok: false, why: 'newer-kind', waits: true },
      { id: wrong._id, ok: false, why: 'invalid', path: 'data.text' },
    ])
    expect(await kadus.send(bench.archive, [mending])).toMatchObject([{ ok: false, why: 'no-such-entry' }])
  })

  it('sees in each document those accepted before it', async () => {
    const kadus = new Author(kadusA)
    const desk = new Author(petugas)
    const { id, entries } = kadus.capture('before')
    await kadus.send(bench.archive, entries)
    desk.view = [...kadus.view]
    const assigned = desk.write(id, 'assigned', { lead: kadusB, helpers: [] })
    await desk.send(bench.archive, [assigned])
    const lead = new Author(kadusB)
    lead.view = [...desk.view]
    const acts = [lead.write(id, 'accepted', {}), lead.write(id, 'note', { text: 'siap' })]
    expect((await lead.send(bench.archive, acts)).every(({ ok }) => ok)).toBe(true)
  })

  it('marks late what a lead wrote before being replaced, and what a retired phone sends', async () => {
    const [kadus, desk, old] = [new Author(kadusA), new Author(petugas), new Author(PEOPLE.kaur)]
    const { id, entries } = kadus.capture('late')
    await kadus.send(bench.archive, entries)
    desk.view = [...kadus.view]
    const first = desk.write(id, 'assigned', { lead: PEOPLE.kaur, helpers: [] })
    old.view = [...desk.view]
    const offline = old.write(id, 'followedUp', { how: 'action', text: 'sudah dicek' })
    const second = desk.write(id, 'assigned', { lead: PEOPLE.kasi, helpers: [] })
    await desk.send(bench.archive, [first, second])
    await old.send(bench.archive, [offline])
    expect((await stored(offline._id))?.arrived?.late).toBe('reassigned')
    const retired = desk.write(id, 'note', { text: 'dari HP lama' })
    await desk.send(bench.archive, [retired], { state: 'retired' })
    expect((await stored(retired._id))?.arrived?.late).toBe('retired')
  })

  it('puts what a lost phone sends into quarantine, and lets it believe', async () => {
    const kadus = new Author(kadusA)
    const { entries } = kadus.capture('lost')
    const outcomes = await kadus.send(bench.archive, entries, { state: 'lost' })
    expect(outcomes).toEqual([{ id: entries[0]!._id, ok: true }])
    expect(await stored(entries[0]!._id)).toBeUndefined()
    const held = await readRange<{ officer: string }>(bench.archive.desk, { prefix: 'quarantine:' })
    expect(held.map(({ officer }) => officer)).toEqual([kadusA])
    const known = await bench.archive.known([entries[0]!._id], { ...kadus.sender, state: 'lost' })
    expect([...known]).toEqual([entries[0]!._id])
  })

  it('takes in what waited in quarantine when a person says so, marked late, and keeps what it refuses', async () => {
    const kadus = new Author(kadusA, 1)
    const { id, entries } = kadus.capture('found')
    const stranger = kadus.write(caseId('found'), 'assigned', { lead: kadusA, helpers: [] })
    await kadus.send(bench.archive, [...entries, stranger], { state: 'lost', offset: 60_000 })
    const outcomes = await bench.archive.admitHeld(kadus.device, kadus.sender.devices)
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false])
    const [entry] = await bench.archive.entriesOf(id)
    expect(entry?.arrived).toMatchObject({ late: 'retired', offset: 60_000 })
    const left = await readRange(bench.archive.desk, { prefix: `quarantine:${kadus.device}:` })
    expect(left.map(({ _id }) => _id)).toEqual([`quarantine:${kadus.device}:${stranger._id}`])
    await bench.archive.discardHeld(kadus.device)
    expect(await readRange(bench.archive.desk, { prefix: `quarantine:${kadus.device}:` })).toEqual([])
  })

  it('keeps both where a lost phone and its copy wrote different things under one id', async () => {
    const kadus = new Author(kadusA, 2)
    const { id, entries } = kadus.capture('copied')
    const [one] = entries
    const other = { ...one!, data: { ...one!.data, description: 'Yang satu lagi' } }
    for (const batch of [[one], [other, one], [other]])
      expect(await kadus.send(bench.archive, batch, { state: 'lost' })).toEqual(
        batch.map(() => ({ id: one!._id, ok: true })),
      )
    const waiting = () => readRange(bench.archive.desk, { prefix: `quarantine:${kadus.device}:` })
    expect(await waiting()).toHaveLength(2)
    await bench.archive.admitHeld(kadus.device, kadus.sender.devices)
    expect(await bench.archive.entriesOf(id)).toHaveLength(1)
    expect(await waiting()).toHaveLength(1)
    await bench.archive.discardHeld(kadus.device)
    expect(await waiting()).toEqual([])
  })

  it('lets a lost phone keep what there is no room for, instead of filling the disk', async () => {
    const kadus = new Author(PEOPLE.kaur)
    const flood = (n: number) => Array.from({ length: 500 }, (_, i) => ({ _id: `flood:${n * 500 + i}` }))
    for (const n of [0, 1]) await kadus.send(bench.archive, flood(n), { state: 'lost' })
    await expect(kadus.send(bench.archive, [{ _id: 'more' }], { state: 'lost' })).rejects.toThrow(RetryLater)
    expect(await kadus.send(bench.archive, flood(1), { state: 'lost' })).toHaveLength(500)
    await bench.archive.discardHeld(kadus.device)
  }, 60_000)

  it('never gives a lower order, whatever the clock says after a restart', async () => {
    const kadus = new Author(kadusA)
    const first = kadus.capture('clock one')
    await kadus.send(bench.archive, first.entries)
    const before = (await stored(first.entries[0]!._id))!.arrived!.order
    bench.clock.now -= 5 * 365 * 86_400_000
    await bench.restart()
    const second = kadus.capture('clock two')
    await kadus.send(bench.archive, second.entries)
    expect((await stored(second.entries[0]!._id))!.arrived!.order).toBeGreaterThan(before)
    bench.clock.now += 5 * 365 * 86_400_000
  })
})
