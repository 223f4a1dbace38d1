/** The demo village of the tour, and the two people who go through its screens. */
import { OFFICERS } from '../../../server/demo/people.ts'
import { seedDemo } from '../../../server/demo/seed.ts'
import type { Entry } from '../../../src/domain/entries.ts'
import { entryId, newCaseId, newMeetingId } from '../../../src/domain/ids.ts'
import { DESKTOP, PHONE } from '../../support/browser.ts'
import { complaint, deviceOf } from '../../support/domain.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { knownOf, type Known } from './known.ts'

const officer = (position: string) => OFFICERS.find((one) => one.position === position)!.id

export const STAGES = {
  phone: { who: officer('kepalaDusun'), size: PHONE, home: 'Tugas' },
  desk: { who: officer('petugasPengelola'), size: DESKTOP, home: 'Aduan masuk' },
} as const

export type Stage = keyof typeof STAGES

export interface TourVillage {
  server: TestServer
  known: Record<Stage, Known>
  /** The archive's order of the last entry: a device that has come so far has everything. */
  last: number
}

/** Starts it, with a task not taken yet, a complaint taken down, a phone in *Keadaan HP* and a meeting to come. */
export async function tourVillage(): Promise<TourVillage> {
  const server = await startTestServer()
  await seedDemo(server.archive, lastTenOClock())
  await giveTask(server)
  await takeDown(server)
  await askApproval(server)
  await server.enrol(STAGES.phone.who)
  await server.office.postman.settled()
  const [phone, desk] = [await knownOf(server, STAGES.phone.who), await knownOf(server, STAGES.desk.who)]
  const { meeting, order } = await callMeeting(server, phone.busy)
  await restoreSomething(server)
  const known = { phone: { ...phone, meeting }, desk: { ...desk, meeting } }
  return { server, known, last: order }
}

/** Reads a backup in that has something new: the office hears that numbers wait, and what is lost. */
async function restoreSomething({ archive }: TestServer): Promise<void> {
  const head = { kentongan: 'backup', v: 2, village: archive.village, at: new Date().toISOString() }
  const line = { db: 'archive', doc: { _id: 'number:1999:00001', case: 'before-restore' } }
  const lines = [head, line].map((one) => JSON.stringify(one))
  await archive.importAll(lines, { formsLost: { from: head.at } })
}

/** The demo's stories hang on the hour at which they are told: always that of 10.00 WIB. */
function lastTenOClock(): number {
  const [day, ten] = [86_400_000, 3 * 3_600_000]
  return Math.floor((Date.now() - ten) / day) * day + ten
}

/** Gives a new case to the officer on the phone. */
async function giveTask({ archive, office }: TestServer): Promise<void> {
  await office.postman.settled()
  const { cases } = await archive.register(STAGES.desk.who)
  const { id } = cases.find(({ status }) => status === 'new')!
  const data = { lead: STAGES.phone.who, helpers: [] }
  await archive.append([{ journal: id, kind: 'assigned', data }])
}

/** Answers are approved; where both who would do it are complained about, that is the officer at the desk. */
async function askApproval(server: TestServer): Promise<void> {
  await server.set('approval', 'kepalaDesa')
  const { archive } = server
  const id = newCaseId(crypto.getRandomValues(new Uint8Array(16)))
  const at = new Date(lastTenOClock()).toISOString()
  const by = STAGES.desk.who
  const respondents = [officer('kepalaDesa'), officer('sekretarisDesa')]
  const entry = (n: number, kind: string, data: object) =>
    ({ _id: entryId(id, n, deviceOf(by)), kind, v: 1, by, at, data }) as Entry
  await archive.seed([
    entry(1, 'registered', complaint({ respondents, subject: 'Jawaban menunggu persetujuan' })),
    entry(2, 'referred', { agency: 'Inspektorat', asked: 'Pemeriksaan' }),
    entry(3, 'answerDrafted', { text: 'Sedang diperiksa Inspektorat.' }),
  ])
}

/** A complaint that the officer on the phone has taken down for others to work on. */
async function takeDown({ archive }: TestServer): Promise<void> {
  const { who } = STAGES.phone
  const id = newCaseId(crypto.getRandomValues(new Uint8Array(16)))
  const at = new Date(lastTenOClock()).toISOString()
  const _id = entryId(id, 1, deviceOf(who))
  await archive.seed([{ _id, kind: 'registered', v: 1, by: who, at, data: complaint() }])
}

/** Calls a meeting for tomorrow about a case that all of them see. */
async function callMeeting(
  { archive, office }: TestServer,
  about: string,
): Promise<{ meeting: string; order: number }> {
  const meeting = newMeetingId(crypto.getRandomValues(new Uint8Array(16)))
  const data = {
    cases: [about],
    title: 'Pembahasan: contoh rapat yang akan datang',
    place: 'Balai desa',
    startsAt: new Date(Date.now() + 26 * 3_600_000).toISOString(),
    officers: Object.values(STAGES).map(({ who }) => who),
    residents: ['Ketua RT'],
  }
  const [called] = await archive.append([{ journal: meeting, kind: 'meetingCalled', data }])
  await office.postman.settled()
  return { meeting, order: called!.arrived!.order }
}
