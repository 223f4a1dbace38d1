import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropDatabase, updateSeq } from '../../server/couch/index.ts'
import { Pouch } from '../couch/support.ts'
import { until } from '../archive/support.ts'
import { PEOPLE } from '../support/domain.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { Phone } from './support.ts'

const { petugas, sekdes, kadusA, kasi, kaur } = PEOPLE

describe('the stock replicator at the doors', () => {
  let server: TestServer
  let [desk, field]: Phone[] = []
  const phones: Phone[] = []
  const enrol = async (officer: string) => {
    const phone = await Phone.enrol(server, officer)
    phones.push(phone)
    return phone
  }
  const settled = () => server.office.postman.settled()

  beforeAll(async () => {
    server = await startTestServer()
    await server.people(
      { id: petugas, position: 'petugasPengelola' },
      { id: sekdes, position: 'sekretarisDesa' },
      { id: kadusA, position: 'kepalaDusun', dusun: 'A' },
      { id: kasi, position: 'kasiPelayanan' },
      { id: kaur, position: 'kaurKeuangan' },
    )
    ;[desk, field] = [await enrol(petugas), await enrol(kadusA)]
  }, 60_000)
  afterAll(async () => {
    await Promise.all(phones.map((phone) => phone.dispose()))
    await server.close()
  }, 30_000)

  it('brings a complaint from one phone to another, stamped and numbered', async () => {
    const id = await field!.capture('one')
    expect(await field!.push()).toEqual({ denied: [], written: 1 })
    await settled()
    await desk!.pull()
    const entries = (await desk!.seen()).filter(({ _id }) => _id.startsWith(id))
    expect(entries.map(({ kind }) => kind)).toEqual(['registered', 'numbered'])
    expect(entries[0]!.arrived?.order).toBeGreaterThan(0)
    expect(await field!.push()).toEqual({ denied: [], written: 0 })
  })

  it('denies a document once, with its reason, and writes its neighbours', async () => {
    const id = await field!.capture('denied')
    const forbidden = await field!.write(id, 'assigned', { lead: kasi, helpers: [] })
    const neighbour = await field!.write(id, 'note', { text: 'tetap masuk' })
    const { denied } = await field!.push()
    expect(denied).toMatchObject([
      { id: forbidden._id, name: 'forbidden', status: 403, reason: 'not-your-role' },
    ])
    const ids = (await server.archive.entriesOf(id)).map(({ _id }) => _id)
    expect(ids).toContain(neighbour._id)
    expect(ids).not.toContain(forbidden._id)
    expect((await field!.push()).denied).toEqual([])
  })

  it('takes a case from the old lead and gives it back with its whole journal', async () => {
    const id = await field!.capture('moves')
    await field!.push()
    await settled()
    const lead = await enrol(kasi)
    const assign = async (officer: string) => {
      await desk!.pull()
      await desk!.write(id, 'assigned', { lead: officer, helpers: [] })
      await desk!.push()
      await settled()
      await lead.pull()
    }
    await assign(kasi)
    expect((await lead.held(id)).length).toBe(3)
    await assign(kaur)
    expect(await lead.held(id)).toEqual([])
    await assign(kasi)
    expect(await lead.held(id)).toEqual((await server.archive.entriesOf(id)).map(({ _id }) => _id))
  })

  it('never hands out the body that stood before a removal', async () => {
    const id = await field!.capture('removed')
    await field!.push()
    await settled()
    await desk!.pull()
    await desk!.write(id, 'assigned', { lead: kasi, helpers: [] })
    await desk!.push()
    await settled()
    const lead = await enrol(kasi)
    await lead.pull()
    const { _rev } = await lead.in.get((await lead.held(id))[0]!)
    await desk!.pull()
    await desk!.write(id, 'assigned', { lead: kaur, helpers: [] })
    await desk!.push()
    await settled()
    const [first] = (await server.archive.entriesOf(id)).map(({ _id }) => _id)
    const docs = [{ id: first, rev: _rev }]
    const got = [
      await lead.caller.call('POST', '/sync/inbox/_bulk_get', { docs }),
      await lead.caller.call('POST', '/sync/inbox/_bulk_get', { docs: [{ id: first }] }),
      await lead.caller.call('GET', `/sync/inbox/${encodeURIComponent(first!)}?open_revs=["${_rev}"]`),
      await lead.caller.call('GET', `/sync/inbox/${encodeURIComponent(first!)}?rev=${_rev}`),
    ]
    for (const { body } of got) expect(JSON.stringify(body)).not.toContain('berlubang')
    expect(JSON.stringify(got[0]!.body)).toContain('"_deleted":true')
  })

  it('corrects the time of a phone whose clock is years off', async () => {
    const id = await field!.capture('clock')
    const [entry] = (await field!.seen()).filter(({ _id }) => _id.startsWith(id))
    const wrong = new Date(Date.now() - 7 * 365 * 86_400_000)
    await field!.out.put({ ...entry!, at: wrong.toISOString() })
    await field!.out.compact()
    const fresh = await Phone.enrol(server, kadusA)
    phones.push(fresh)
    const late = await fresh.capture('clock two')
    await fresh.out.get((await fresh.seen()).find(({ _id }) => _id.startsWith(late))!._id)
    await fresh.push({ 'x-kentongan-time': wrong.toISOString() })
    const { arrived } = (await server.archive.entriesOf(late))[0]!
    expect(arrived!.offset).toBeGreaterThan(6 * 365 * 86_400_000)
    expect(Date.parse(arrived!.time)).toBeLessThanOrEqual(Date.parse(arrived!.at))
    // The other one was edited: a second revision can never be taken in.
    expect((await field!.push()).denied).toMatchObject([{ id: entry!._id, reason: 'immutable' }])
  })

  it('answers a waiting poll as soon as something comes, without asking the engine again and again', async () => {
    await desk!.pull()
    const live = Pouch.replicate(desk!.door('inbox'), desk!.in, { live: true, retry: false })
    await new Promise((resolve) => live.once('paused', resolve))
    const id = await field!.capture('woken')
    await field!.push()
    await until(async () => (await desk!.held(id)).length === 2)
    live.cancel()
  })

  it('ends a waiting poll in time, with an empty answer', async () => {
    const seq = await updateSeq((await server.archive.box(kaur)).db)
    const waiting = await server.enrol(kaur)
    const query = `feed=longpoll&timeout=50&since=${seq}`
    const { body } = await waiting.call('GET', `/sync/inbox/_changes?${query}`)
    expect(body).toMatchObject({ results: [], pending: 0 })
  })

  it('answers a waiting poll at once with its head, and gives a sign of life after each look that found nothing', async () => {
    const seq = await updateSeq((await server.archive.box(kaur)).db)
    const { headers } = await server.enrol(kaur)
    const query = `feed=longpoll&heartbeat=60000&since=${seq}`
    const waiting = await fetch(`${server.url}/sync/inbox/_changes?${query}`, { headers })
    expect(waiting.status).toBe(200)
    const reader = waiting.body!.getReader()
    server.archive.signals.changed(kaur)
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('\n')
    await reader.cancel()
  })

  it('reads the watermark off the checkpoint that the phone writes', async () => {
    const phone = await enrol(sekdes)
    await settled()
    await phone.pull()
    const mark = await server.archive.marks.watermarkOf(sekdes, phone.caller.device)
    const { rows } = await phone.in.allDocs({ include_docs: true })
    const highest = Math.max(...rows.map(({ doc }) => doc!.arrived!.order))
    expect(mark?.order).toBeGreaterThanOrEqual(highest)
    await field!.capture('unmarked')
    await field!.push()
    await settled()
    expect(await server.archive.marks.watermarkOf(sekdes, phone.caller.device)).toEqual(mark)
    await phone.pull()
    const later = await server.archive.marks.watermarkOf(sekdes, phone.caller.device)
    expect(later!.order).toBeGreaterThan(mark!.order)
  })

  it('ends a waiting poll of the desk when something has reached somebody, and of nobody else', async () => {
    await settled()
    const [office, stranger] = [await enrol(petugas), await enrol(kadusA)]
    const poll = async ({ caller }: Phone, ticks: string, patience = 'heartbeat=60000') => {
      const seq = String(await updateSeq((await server.archive.box(caller.officer)).db))
      const query = `feed=longpoll&since=${encodeURIComponent(seq)}&ticks=${ticks}&${patience}`
      return caller.call('GET', `/sync/inbox/_changes?${query}`)
    }
    const contact = { unsent: 0, refused: 0, version: '0' }
    const { ticks } = (await office.caller.call<{ ticks: string }>('POST', '/api/contact', contact)).body
    expect((await stranger.caller.call('POST', '/api/contact', contact)).body).not.toHaveProperty('ticks')
    const waiting = poll(office, ticks)
    await stranger.pull()
    expect((await waiting).body).toMatchObject({ results: [], ticks: true })
    expect((await poll(stranger, 'other', 'timeout=50')).body).not.toHaveProperty('ticks')
  })

  it('pulls everything anew into a fresh copy when the mailbox was lost', async () => {
    const phone = await enrol(sekdes)
    await phone.pull()
    const before = (await phone.in.info()).doc_count
    const { uuid } = (await phone.caller.call<{ uuid: string }>('GET', '/sync/')).body
    await dropDatabase((await server.archive.box(sekdes)).db)
    // The first who misses it sets its repair going.
    expect(await phone.caller.call('GET', '/sync/inbox/')).toMatchObject({
      status: 503,
      body: { error: 'try_later' },
    })
    await settled()
    expect((await phone.caller.call<{ uuid: string }>('GET', '/sync/')).body.uuid).not.toBe(uuid)
    await phone.pull()
    expect((await phone.in.info()).doc_count).toBe(before)
  })

  it('asks to come again in doubt, and loses nothing', async () => {
    const id = await desk!.capture('doubt')
    const orphan = await field!.write(id, 'note', { text: 'mendahului kasusnya' })
    const beside = await field!.capture('beside the doubt')
    await expect(field!.push()).rejects.toMatchObject({ status: 503 })
    expect(await server.archive.entriesOf(beside)).not.toEqual([])
    const { rows } = await field!.out.allDocs({ keys: [orphan._id], include_docs: true })
    const docs = rows.map((row) => ('doc' in row ? row.doc : undefined))
    const refusal = await field!.caller.call('POST', '/sync/outbox/_bulk_docs', { docs, new_edits: false })
    expect(refusal).toMatchObject({
      status: 503,
      body: { results: [{ id: orphan._id, error: 'try_later', reason: 'unknown-journal', status: 503 }] },
    })
    await desk!.push()
    await desk!.write(id, 'assigned', { lead: kadusA, helpers: [] })
    await desk!.push()
    expect((await field!.push()).denied).toEqual([])
    expect((await server.archive.entriesOf(id)).map(({ _id }) => _id)).toContain(orphan._id)
  })

  it('takes in what a retired phone holds, and keeps apart what a lost one sends', async () => {
    const phone = await enrol(kadusA)
    const setState = (state: 'retired' | 'lost') =>
      server.office.desk.devices.change(phone.caller.device, () => ({ state }))
    await setState('retired')
    const id = await phone.capture('retired')
    expect(await phone.push()).toEqual({ denied: [], written: 1 })
    expect((await server.archive.entriesOf(id))[0]!.arrived!.late).toBe('retired')
    expect((await phone.caller.call('GET', '/sync/')).body).toMatchObject({ uuid: 'retired' })
    const closed = await phone.caller.call('GET', '/sync/inbox/')
    expect(closed).toMatchObject({ status: 403, body: { error: 'forbidden', reason: 'device-retired' } })
    await setState('lost')
    const stolen = await phone.capture('stolen')
    expect(await phone.push()).toMatchObject({ denied: [] })
    expect(await server.archive.entriesOf(stolen)).toEqual([])
    const inbox = await phone.caller.call('GET', '/sync/inbox/')
    expect(inbox).toMatchObject({ status: 403, body: { error: 'forbidden', reason: 'device-lost' } })
  })

  it.each(['lost', 'retired'] as const)(
    'ends a waiting poll of a phone that is %s, without handing anything over',
    async (state) => {
      const phone = await enrol(petugas)
      await settled()
      const seq = await updateSeq((await server.archive.box(petugas)).db)
      // Its head comes once it waits.
      const poll = await fetch(
        `${server.url}/sync/inbox/_changes?feed=longpoll&heartbeat=1000&since=${seq}`,
        { headers: phone.caller.headers },
      )
      await server.office.desk.devices.change(phone.caller.device, () => ({ state }))
      await field!.capture(`not for ${state} phones`)
      await field!.push()
      expect(await poll.json()).toMatchObject({ results: [] })
    },
  )
})
