/**
 * What reaches a phone without the right, for every kind of entry and by every way out of the server: nothing of a
 * restricted case, and no word of who complained in a hidden one. Kinds and routes are taken from the code, so that a new
 * one is asked too.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kindsOf, type Entry, type Kind } from '../../src/domain/entries.ts'
import { CENTRE, entryId } from '../../src/domain/ids.ts'
import { caseId, complaint, deviceOf, meetingId, PEOPLE, TODAY } from '../support/domain.ts'
import { sampleOf, type Marks } from '../support/samples.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { raw, Phone } from './support.ts'

const { petugas, kades, kasi, kaur, kadusA, kadusB, staf } = PEOPLE
const WORDS = 'BOCORKATA'
const WHO = { name: 'BOCORNAMA', address: 'BOCORALAMAT', phone: '+6281255554444' }
const HASH = 'b'.repeat(64)

const kindsIn = (journal: 'case' | 'meeting') => [...kindsOf[journal]] as Kind[]
const CASE_KINDS = kindsIn('case').filter((kind) => kind !== 'registered' && kind !== 'numbered')
const MEETING_KINDS = kindsIn('meeting').filter((kind) => kind !== 'meetingCalled')

/** The journals of the tests by what they hold: each kind once in a case of its own. */
const restricted = CASE_KINDS.map((kind, n) => [caseId(`r${n}`), kind] as const)
const hidden = CASE_KINDS.map((kind, n) => [caseId(`h${n}`), kind] as const)
const [aboutRestricted, aboutHidden] = [meetingId('r'), meetingId('h')]

const at = `${TODAY}T05:00:00.000Z`
const write = (journal: string, counter: number, by: string, kind: Kind, data: unknown) =>
  ({ _id: entryId(journal, counter, deviceOf(by)), kind, v: 1, by, at, data }) as Entry

const marksOf = (journal: string, officer: string): Marks => ({
  text: WORDS,
  officer,
  entry: entryId(journal, 2, deviceOf(petugas)),
  hash: HASH,
})

/** A case against the Kasi, which they were even given by mistake, with one entry of a kind. */
function restrictedCase(id: string, kind: Kind): Entry[] {
  const more = sampleOf(kind, marksOf(id, kasi))
  const first = {
    respondents: [kasi],
    subject: WORDS,
    description: WORDS,
    place: { dusun: 'A', detail: WORDS },
  }
  return [
    write(id, 1, petugas, 'registered', complaint(first)),
    write(id, 2, petugas, 'identityGiven', WHO),
    write(id, 3, petugas, 'assigned', { lead: kaur, helpers: [kasi], instruction: WORDS }),
    // What lifts the restriction is no leak: the sample names the respondent.
    write(id, 4, petugas, kind, kind === 'corrected' ? { ...more, changes: { subject: WORDS } } : more),
    // An order by mistake, too.
    write(id, 5, petugas, 'informationRequested', { what: WORDS, from: kasi }),
  ]
}

/** A case whose complainant is hidden, taken down by the Kepala Dusun and given to the Kasi: one entry of a kind. */
function hiddenCase(id: string, kind: Kind): Entry[] {
  const marks = { ...marksOf(id, kasi), text: 'kata biasa' }
  const about = { entry: entryId(id, 2, deviceOf(kadusA)) }
  const mending = {
    corrected: { changes: WHO, reason: WHO.name, ...about },
    retracted: { reason: WHO.name, ...about },
  }
  const data =
    kind === 'identityGiven'
      ? { ...WHO, behalfOf: WHO.name, of: about.entry }
      : kind === 'corrected' || kind === 'retracted'
        ? mending[kind]
        : { ...sampleOf(kind, marks), ...(kind === 'restricted' ? { respondents: [kaur] } : {}) }
  return [
    write(id, 1, kadusA, 'registered', complaint({ confidential: true, place: { dusun: 'A' } })),
    write(id, 2, kadusA, 'identityGiven', WHO),
    write(id, 3, petugas, 'assigned', { lead: kasi, helpers: [staf] }),
    write(id, 4, petugas, kind, data),
    write(id, 5, petugas, 'informationRequested', { what: 'kata biasa', from: kadusB }),
  ]
}

/** A meeting about every case of a list, with one entry of each kind, to which an officer is invited. */
function meetingAbout(id: string, cases: string[], invited: string, text: string): Entry[] {
  const marks = { ...marksOf(id, invited), text }
  const called = { ...sampleOf('meetingCalled', marks), cases, officers: [invited], residents: [] }
  const briefs = cases.map((each) => ({ case: each, subject: text, category: text }))
  return [
    write(id, 1, petugas, 'meetingCalled', { ...called, briefs }),
    ...MEETING_KINDS.map((kind, n) => {
      const data = sampleOf(kind, { ...marks, entry: entryId(id, 1, deviceOf(petugas)) })
      return write(
        id,
        2 + n,
        petugas,
        kind,
        kind === 'corrected' ? { ...data, changes: { title: text } } : data,
      )
    }),
  ]
}

/** Every GET that the server has, as its sources name them. */
const GET = /\b(?:app|doors)\s*\.get(?:<[^>]*>)?\(\s*'([^']+)'/g
const routesIn = (folder: string, prefix: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(GET)])
    .map((match) => prefix + match[1]!)
const ROUTES = [...routesIn('server/routes', ''), ...routesIn('server/doors', '/sync')]

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, position: 'petugasPengelola' },
    { id: kades, position: 'kepalaDesa' },
    { id: kasi, position: 'kasiPelayanan' },
    { id: kaur, position: 'kaurKeuangan' },
    { id: staf, position: 'stafKasi' },
    { id: kadusA, position: 'kepalaDusun', dusun: 'A' },
    { id: kadusB, position: 'kepalaDusun', dusun: 'B' },
  )
  await server.archive.seed([
    ...restricted.flatMap(([id, kind]) => restrictedCase(id, kind)),
    ...hidden.flatMap(([id, kind]) => hiddenCase(id, kind)),
    ...meetingAbout(
      aboutRestricted,
      restricted.slice(0, 50).map(([id]) => id),
      kasi,
      WORDS,
    ),
    ...meetingAbout(
      aboutHidden,
      hidden.slice(0, 50).map(([id]) => id),
      kadusB,
      'kata biasa',
    ),
  ])
  server.archive.signals.overhaul()
  await server.office.postman.settled()
}, 120_000)
afterAll(() => server.close(), 30_000)

const asked = new Map<string, Promise<string>>()

/** Everything that an officer's phone is given, once: the pulled copy, and what every route answers, whatever it is asked about. */
function bytesFor(officer: string): Promise<string> {
  const known = asked.get(officer) ?? gather(officer)
  asked.set(officer, known)
  return known
}

async function gather(officer: string): Promise<string> {
  const phone = await Phone.enrol(server, officer)
  const { headers } = phone.caller
  try {
    await phone.pull()
    const pulled = await phone.in.allDocs({ include_docs: true })
    const docs = JSON.stringify({ docs: ENTRIES.map((id) => ({ id })) })
    const well = JSON.stringify({ unsent: 0, refused: 0, version: '1' })
    const texts = [
      await raw(server.url, 'POST', '/sync/inbox/_bulk_get?revs=true&latest=true', { headers, body: docs }),
      await raw(server.url, 'POST', '/api/contact', { headers, body: well }),
    ]
    for (let from = 0; from < PATHS.length; from += WIDTH) {
      const some = PATHS.slice(from, from + WIDTH)
      texts.push(...(await Promise.all(some.map((path) => raw(server.url, 'GET', path, { headers })))))
    }
    return [JSON.stringify(pulled), ...texts.map(({ text }) => text)].join('\n')
  } finally {
    await phone.dispose()
  }
}

const WIDTH = 16
const JOURNALS = [...restricted.map(([id]) => id), ...hidden.map(([id]) => id), aboutRestricted, aboutHidden]
/** Of each journal who complained, and the entry of its kind. */
const ENTRIES = JOURNALS.flatMap((id) => [
  entryId(id, 2, deviceOf(id.startsWith('ch') ? kadusA : petugas)),
  entryId(id, 4, deviceOf(petugas)),
])

/** Every GET route, with ids where it takes any. Those that wait are asked not to. */
const PATHS = ROUTES.flatMap((route) => {
  const all = '?include_docs=true&attachments=true&dari=2026-01-01&sampai=2026-12-31'
  if (route.includes(':hash')) return ENTRIES.map((id) => `${route.replace(':hash', HASH)}?entry=${id}`)
  if (!route.includes(':')) return [route + all, `${route}${all}&aduan=${JOURNALS[0]!}`]
  const ids = route.startsWith('/sync') ? ENTRIES : [...JOURNALS, ENTRIES[0]!]
  return ids.map((id) => route.replace(/:\w+/, encodeURIComponent(id)) + all)
})

/** What a text holds of the secrets. */
const leaksIn = (text: string, secrets: readonly string[]): string[] =>
  secrets.filter((secret) => text.includes(secret))

const identity = [WHO.name, WHO.address, WHO.phone.slice(1), WHO.phone.replace('+62', '0')]

describe('a restricted case', () => {
  it.each([
    ['the respondent, who was given it by mistake and invited to a meeting about it', kasi],
    ['an officer who has nothing to do with it', staf],
    ['the head of its dusun', kadusA],
    ['the head of another dusun', kadusB],
  ])(
    'is not there for %s: neither a word, nor who complained, nor that it exists',
    async (_who, officer) => {
      const text = await bytesFor(officer)
      const summaries = restricted.map(([id]) => `"id":"${id}"`)
      const entries = restricted.map(([id]) => `"_id":"${id}`)
      const quoted = restricted.map(([id]) => `"case":"${id}"`)
      expect(leaksIn(text, [WORDS, ...identity, ...summaries, ...entries, ...quoted])).toEqual([])
    },
    60_000,
  )
})

describe('a hidden complainant', () => {
  it.each([
    ['the lead', kasi],
    ['a helper', staf],
    ['the Kepala Dusun who took it down', kadusA],
    ['an officer invited to a meeting about it, and told to ask them by mistake', kadusB],
  ])(
    'is not named to %s, by an entry of any kind',
    async (_who, officer) => {
      expect(leaksIn(await bytesFor(officer), identity)).toEqual([])
    },
    60_000,
  )

  it('is named to the desk, so that these tests would notice', async () => {
    const text = await bytesFor(petugas)
    expect(leaksIn(text, [WORDS, ...identity])).toEqual(
      expect.arrayContaining([WORDS, WHO.name, WHO.address]),
    )
    for (const [id, kind] of [...restricted, ...hidden]) expect(text, kind).toContain(`"_id":"${id}`)
  }, 60_000)
})

it('is tried with every kind that a case or meeting takes, and every route that answers', () => {
  expect(CASE_KINDS.length).toBeGreaterThan(30)
  expect(ROUTES).toEqual(expect.arrayContaining(['/api/register', '/api/dusun', '/api/journals/:id']))
  expect(CENTRE).toBe('pusat')
})
