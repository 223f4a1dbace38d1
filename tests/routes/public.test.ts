/** The public pages over HTTP, as complainants and as attackers use them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DataOf, Entry } from '../../src/domain/entries.ts'
import { PUBLIC_LIMITS } from '../../server/routes/public/index.ts'
import { PATIENCE } from '../support/patience.ts'
import { PEOPLE } from '../support/domain.ts'
import {
  closeAll,
  COMPLAINT,
  journalOf,
  open,
  passOf,
  send,
  track,
  type Fields,
} from '../support/public-form.ts'
import type { TestServer } from '../support/server.ts'

const registeredIn = (entries: Entry[]) =>
  entries.find(({ kind }) => kind === 'registered')!.data as DataOf<'registered'>

describe('the public form', () => {
  let server: TestServer
  beforeAll(async () => void (server = await open()), 60_000)

  it('gives the code once the complaint is in the archive, and its number once it is booked', async () => {
    const { status, to, code } = await send(server, { ...COMPLAINT, dusun: 'Melati', rw: '001', rt: '002' })
    expect(status).toBe(303)
    const entries = await journalOf(server, code)
    expect(entries.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'registered pusat',
      'identityGiven pusat',
    ])
    expect(registeredIn(entries)).toMatchObject({ channel: 'website', respondents: [], place: { rt: '002' } })
    const page = await fetch(server.url + to)
    expect(await page.text()).toContain(code.match(/.{3}/g)!.join('-'))
    await server.office.postman.settled()
    expect(await journalOf(server, code)).toHaveLength(2)
    const petugas = await server.enrol(PEOPLE.petugas)
    const kadus = await server.enrol(PEOPLE.kadusA)
    const id = entries[0]!._id.split(':')[0]!
    const see = async (caller: typeof petugas) =>
      (await server.archive.journalFor(caller.officer, id)).map(({ kind }) => kind)
    expect(await see(petugas)).toEqual(['registered', 'identityGiven'])
    expect(await see(kadus)).toEqual([])
    const booking = { _id: `${id}:00000003:${petugas.device}`, kind: 'booked', v: 1, by: PEOPLE.petugas }
    const docs = [{ ...booking, _rev: '1-a', at: new Date().toISOString(), data: {} }]
    const answer = await petugas.call('POST', '/sync/outbox/_bulk_docs', { new_edits: false, docs })
    expect(answer.status).toBe(201)
    await server.office.postman.settled()
    const [numbered] = (await journalOf(server, code)).filter(({ kind }) => kind === 'numbered')
    expect(numbered).toMatchObject({ _id: `${id}:00000004:pusat`, data: { n: 1 } })
    expect((await track(server, code, '4594')).text).toContain((numbered!.data as { number: string }).number)
  })

  it('keeps who is complained about from it, from the first entry on', async () => {
    const page = await (await fetch(`${server.url}/lapor`)).text()
    expect(page).toContain('Kepala Dusun Melati: Kadus Contoh')
    const { code } = await send(server, { ...COMPLAINT, tentang: 'ya', terlapor: [PEOPLE.petugas] })
    await server.office.postman.settled()
    const [registered] = await journalOf(server, code)
    const id = registered!._id.split(':')[0]!
    expect(await server.archive.journalFor(PEOPLE.petugas, id)).toEqual([])
    expect(await server.archive.journalFor(PEOPLE.sekdes, id)).toHaveLength(2)
    const stranger = await send(server, { ...COMPLAINT, tentang: 'ya', terlapor: ['oxxxxxxxxxx'] })
    expect(stranger.status).toBe(422)
  })

  it('gives the same code for the same form, pressed twice at once or sent again; another for another', async () => {
    const tanda = await passOf(server)
    const twice = await Promise.all([1, 2, 3].map(() => send(server, { ...COMPLAINT, tanda })))
    const codes = new Set([...twice, await send(server, { ...COMPLAINT, tanda })].map(({ code }) => code))
    expect(codes.size).toBe(1)
    expect(await journalOf(server, [...codes][0]!)).toHaveLength(2)
    const other = await send(server, { ...COMPLAINT, tanda, uraian: 'Lain.' })
    expect(codes.has(other.code)).toBe(false)
  })

  it('comes back with everything that was typed, escaped, where something is wrong', async () => {
    const script = `"><script>alert('x')</script><b onclick='y'>&`
    const all = Object.fromEntries(
      [
        'kategori',
        'pokok',
        'uraian',
        'harapan',
        'dusun',
        'rw',
        'rt',
        'tempat',
        'tentang',
        'nama',
        'alamat',
        'hp',
      ].map((name) => [name, script]),
    )
    const { status, text } = await send(server, { ...all, terlapor: [script], jawab: script, tanda: script })
    expect(status).toBe(422)
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain("onclick='y'")
    expect(text.split('&lt;script&gt;alert').length).toBeGreaterThan(5)
    expect(text).toMatch(/href="#hp".*href="#|aria-invalid="true"/s)
  })

  it('stores what looks like code as the words that they are', async () => {
    const words = '</textarea><script>alert(1)</script> {{7*7}} ${1} \u202e \u0000 😀'
    const { code } = await send(server, { ...COMPLAINT, uraian: words, pokok: words })
    const { description, subject } = registeredIn(await journalOf(server, code))
    expect(description).toBe(words.replace(' \u0000', ' '))
    expect(subject).toContain('<script>')
  })

  it.each([
    ['too fast', 0],
    ['an old tab', 30 * 3_600_000],
  ])('asks to press once more, with all words kept: %s', async (_title, age) => {
    const tanda = await passOf(server, age)
    const { status, text } = await send(server, { ...COMPLAINT, tanda })
    expect(status).toBe(409)
    expect(text).toContain('sekali lagi')
    expect(text).toContain(COMPLAINT.uraian)
    // The seconds since the form was first shown go on: pressing at once again is no haste.
    expect(text.includes(tanda)).toBe(age === 0)
  })

  it('takes nothing with a forged pass or from who fills in the trap', async () => {
    const forged = `${(Date.now() - 9_000).toString(36)}~nonce~${await server.office.desk.keys.seal('x')}`
    const traps: Fields[] = [{ tanda: forged }, { tanda: '' }, { situs: 'http://spam.example' }]
    for (const more of traps) {
      const { status, text, code } = await send(server, { ...COMPLAINT, ...more })
      expect([status, code]).toEqual([409, ''])
      expect(text).not.toContain('spam.example')
    }
  })

  it('refuses a program that is called a photo, and keeps the words', async () => {
    const exe = new Blob([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])], { type: 'image/jpeg' })
    const { status, text } = await send(server, { ...COMPLAINT, foto: exe })
    expect(status).toBe(422)
    expect(text).toContain('Berkas ini bukan foto')
    expect(text).toContain(COMPLAINT.uraian)
  })

  it('takes no more of a file than a photo may have, and keeps the words over 10 MB', async () => {
    const large = new Blob([new Uint8Array([0xff, 0xd8, 0xff]), new Uint8Array(10_000_000)])
    const { status, text } = await send(server, { ...COMPLAINT, foto: large })
    expect(status).toBe(422)
    expect(text).toContain('terlalu besar')
    expect(text).toContain(COMPLAINT.uraian)
  })

  it.each([
    ['JSON', 'application/json', '{"pokok":1}'],
    ['no form', 'multipart/form-data', 'nothing'],
    [
      'a form that breaks off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"',
    ],
    [
      'a form that ends within a photo',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="foto"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\nabc',
    ],
    ['a form of another sort', 'application/x-www-form-urlencoded', '&='.repeat(1_000)],
  ])('answers a page to what is no form: %s', async (_title, type, body) => {
    const answer = await fetch(`${server.url}/lapor`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(await answer.text()).toContain('<!doctype html>')
  })

  it('sets no cookie, loads nothing from elsewhere, and lets nothing inline run', async () => {
    for (const path of ['/lapor', '/lacak', '/lapor/terima', '/lapor/../lapor', '/lacak?kode=%3Cscript%3E']) {
      const answer = await fetch(server.url + path, { headers: { cookie: 'kentongan_x=y' } })
      const text = await answer.text()
      expect(answer.headers.getSetCookie()).toEqual([])
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
      expect(text).not.toMatch(/ style=|<style|<script>|https?:\/\/(?!localhost)/)
      expect(text.length).toBeLessThan(16_000)
    }
    for (const path of [
      '/lapor/..%2f..%2fetc/passwd',
      '/lapor/%00',
      '/lacak/x',
      '/lapor/',
      '/lapor/terima/x',
    ])
      expect((await fetch(server.url + path, { redirect: 'manual' })).status, path).toBe(303)
  })

  it('tells of the other channels where the village has closed it', async () => {
    await server.set('publicForm', false)
    await server.set('profile', { name: 'Contohrejo', phone: '0821-0000-0000' })
    const asked = async () => (await fetch(`${server.url}/lapor`)).text()
    await expect.poll(asked, PATIENCE).toContain('sedang ditutup')
    const { status, text } = await send(server, COMPLAINT)
    expect(status).toBe(403)
    expect(text).toContain('0821-0000-0000')
    await server.set('publicForm', true)
  })
})

describe('the way of a receipt code', () => {
  let server: TestServer
  const WRONG = 'tidak cocok'
  beforeAll(async () => {
    server = await open({ guesses: { each: 12, all: 40, windowMs: 600_000 }, perCode: PUBLIC_LIMITS.perCode })
  }, 60_000)

  it('says the same of a wrong code and of wrong digits, and nothing personal', async () => {
    const { code } = await send(server, COMPLAINT)
    const right = await track(server, code, '4594')
    expect(right.text).toContain('Menunggu dicatat')
    expect(right.text).not.toMatch(/Warga|RT 002|4594|Petugas Contoh|gelap/)
    const [wrongDigits, wrongCode, noCode] = [
      await track(server, code, '0000'),
      await track(server, '4F7K2M9XF', '4594'),
      await track(server, "' or 1=1", '4594'),
    ]
    for (const { status, text } of [wrongDigits, wrongCode, noCode]) {
      expect(status).toBe(404)
      expect(text).toContain(WRONG)
    }
  })

  it('shows the steps alone where the identity is hidden, whatever digits are typed', async () => {
    const { code } = await send(server, { ...COMPLAINT, rahasia: 'ya' })
    const pages = [
      await track(server, code, '4594'),
      await track(server, code, '0000'),
      await track(server, code),
    ]
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1)
    expect(pages[0]!.status).toBe(200)
  })

  it('lets nobody guess by asking many times at the same moment, and counts no right one', async () => {
    const own = await open({ guesses: PUBLIC_LIMITS.guesses })
    const { code } = await send(own, COMPLAINT)
    for (let n = 0; n < 12; n++) expect((await track(own, code, '4594')).status).toBe(200)
    const guesses = Array.from({ length: 30 }, (_, n) => track(own, code, String(1000 + n)))
    const judged = (await Promise.all(guesses)).filter(({ status }) => status !== 429)
    expect(judged).toHaveLength(PUBLIC_LIMITS.guesses.each)
  })

  it('lets nobody guess: not for one code, not from one address', async () => {
    const { code } = await send(server, COMPLAINT)
    const statuses: number[] = []
    for (let n = 0; n < 14; n++) statuses.push((await track(server, code, String(1000 + n))).status)
    expect(statuses.at(-1)).toBe(429)
    expect((await track(server, code, '4594')).status).toBe(429)
  })
})

afterAll(closeAll)
