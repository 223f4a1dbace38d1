/** The demo's cases: each is led step by step, by the acts of the procedure, to the status it shall show. */
import type { Status } from '../../src/domain/case-state.ts'
import type { Entry } from '../../src/domain/entries.ts'
import { newCaseId, newMeetingId } from '../../src/domain/ids.ts'
import { newReceiptCode } from '../../src/domain/receipt.ts'
import { dayOf } from '../../src/domain/time.ts'
import type { Channel } from '../../src/domain/kinds/fields.ts'
import { openPen, toOfficeHours, type Pen } from './journal.ts'
import { COMPLAINANTS, DUSUN, OFFICERS, type DemoOfficer } from './people.ts'
import type { Random } from './random.ts'
import { STORIES, type Story } from './stories.ts'

/** What came by the public form and was no complaint is told in `website.ts`. */
type Told = Exclude<Status, 'notComplaint'>

interface Cast {
  petugas: string
  capturer: string
  lead: string
  helper?: string
  /** Someone on the desk who is not complained about. */
  desk: string
}

interface Plot {
  id: string
  story: Story
  cast: Cast
  pen: Pen
  random: Random
  entries: Entry[]
  now: number
  /** An earlier case, for a duplicate to be merged into. */
  earlier?: string
}

const byPosition = (position: string) => OFFICERS.filter((o) => o.position === position)
const petugas = byPosition('petugasPengelola')[0]!.id
const sekdes = byPosition('sekretarisDesa')[0]!.id

/** Days ago (at the most) at which a case with that target begins, so that its story fits. */
const AGE: Record<Told, [number, number]> = {
  new: [0, 2],
  incomplete: [2, 12],
  assigned: [2, 9],
  inProgress: [4, 40],
  waitingAgency: [12, 60],
  waitingComplainant: [6, 30],
  answered: [10, 25],
  closed: [25, 170],
  outOfJurisdiction: [10, 150],
  merged: [10, 120],
  withdrawn: [10, 140],
  voided: [15, 120],
  reopened: [30, 60],
}

const PLAN: [Told, number][] = [
  ['closed', 52],
  ['inProgress', 22],
  ['assigned', 14],
  ['new', 9],
  ['answered', 9],
  ['incomplete', 6],
  ['waitingAgency', 6],
  ['waitingComplainant', 4],
  ['outOfJurisdiction', 4],
  ['merged', 3],
  ['withdrawn', 3],
  ['reopened', 3],
  ['voided', 2],
]

/** All entries of the demo's cases and meetings (unsorted), told relative to `now` (ms since 1970). */
export function demoCases(random: Random, now: number): Entry[] {
  const entries: Entry[] = []
  let earlier: string | undefined
  for (const [status, count] of PLAN)
    for (let i = 0; i < count; i++) {
      const id = newCaseId(random.bytes(16))
      tellCase({ id, status, random, now, entries, earlier, index: i })
      if (status === 'inProgress') earlier = id
    }
  return entries
}

interface Order {
  id: string
  status: Told
  random: Random
  now: number
  entries: Entry[]
  earlier?: string
  index: number
}

function tellCase({ id, status, random, now, entries, earlier, index }: Order): void {
  const [youngest, oldest] = AGE[status]
  const start = now - random.int(youngest * 24 + 1, oldest * 24 + 3) * 3_600_000
  const pen = openPen(entries, id, start, now, random)
  if (status !== 'new') pen.wait(0, 0)
  // The new ones stand one below the other in *Aduan masuk*.
  const story = status === 'new' ? STORIES[index % STORIES.length]! : random.pick(STORIES)
  const dusun = random.pick(DUSUN)
  const cast = castFor(random, dusun.name, index)
  const plot: Plot = { id, story, cast, pen, random, entries, now, earlier }
  register(plot, dusun, status, index)
  STORY_OF[status](plot)
}

function castFor(random: Random, dusun: string, index: number): Cast {
  const kadus = OFFICERS.find((o) => o.dusun === dusun) as DemoOfficer
  const kasi = random.pick(OFFICERS.filter((o) => o.position.startsWith('kasi')))
  const staff = random.pick(byPosition('stafKasi'))
  const lead = index % 3 === 0 ? kasi.id : kadus.id
  return {
    petugas,
    capturer: index % 4 === 0 ? kadus.id : petugas,
    lead,
    ...(index % 5 === 0 ? { helper: staff.id } : {}),
    desk: petugas,
  }
}

function register(plot: Plot, dusun: (typeof DUSUN)[number], status: Told, index: number): void {
  const { random, pen, story, cast } = plot
  const rw = random.pick(dusun.rw)
  const incomplete = status === 'incomplete'
  const restricted = Boolean(story.misconduct) && index % 2 === 0
  const respondents = restricted ? [random.pick(byPosition('kaurTuUmum')).id] : []
  const channel: Channel = cast.capturer === petugas ? random.pick(CHANNELS) : 'faceToFace'
  pen.write(cast.capturer, 'registered', {
    code: newReceiptCode(random.bytes(16)),
    channel,
    identity: {
      name: 'given',
      address: incomplete ? 'unknown' : 'given',
      phone: incomplete ? 'unknown' : 'given',
    },
    confidential: index % 11 === 3,
    category: story.category,
    subject: story.subject,
    description: story.description,
    place: { dusun: dusun.name, rw: rw.rw, rt: random.pick(rw.rt) },
    respondents,
    urgent: index % 13 === 5,
    answerBy: 'whatsapp',
    ...(channel === 'box' ? { boxOpenedOn: dayOf(new Date(pen.time).toISOString()) } : {}),
  })
  const name = random.pick(COMPLAINANTS)
  const address = `RT ${rw.rt[0]} / RW ${rw.rw}, Dusun ${dusun.name}`
  const phone = `+6281200001${String(random.int(100, 999))}`
  pen.write(cast.capturer, 'identityGiven', incomplete ? { name } : { name, address, phone })
}

const CHANNELS: Channel[] = ['faceToFace', 'faceToFace', 'phone', 'phone', 'box', 'email', 'website']

function verify({ pen, cast, story }: Plot): boolean {
  if (!pen.wait(1, 20)) return false
  pen.write(cast.desk, 'verified', {})
  const data = { type: 'complaint', misconduct: Boolean(story.misconduct), urgent: false } as const
  pen.write(cast.desk, 'classified', { ...data, category: story.category })
  return true
}

function assign(plot: Plot): boolean {
  const { pen, cast } = plot
  if (!verify(plot)) return false
  const helpers = cast.helper && cast.helper !== cast.lead ? [cast.helper] : []
  pen.write(cast.desk, 'assigned', {
    lead: cast.lead,
    helpers,
    instruction: 'Mohon dicek dan ditindaklanjuti.',
  })
  return true
}

function work(plot: Plot): boolean {
  const { pen, cast, story, random } = plot
  if (!assign(plot) || !pen.wait(2, 30)) return false
  pen.write(cast.lead, 'opened', { upTo: 1 }) // the archive says how far when it is seeded
  pen.write(cast.lead, 'accepted', {})
  if (pen.wait(3, 60)) pen.write(cast.lead, 'followedUp', { how: 'action', text: story.followUp })
  if (random.next() < 0.2) meet(plot)
  return true
}

function meet({ id, pen, cast, story, random, entries, now }: Plot): void {
  const startsAt = toOfficeHours(pen.time + random.int(24, 72) * 3_600_000, random)
  const journal = openPen(entries, newMeetingId(random.bytes(16)), pen.time, now, random)
  const officers = [cast.lead, sekdes]
  journal.write(cast.desk, 'meetingCalled', {
    cases: [id],
    title: `Pembahasan: ${story.subject}`,
    agenda: 'Mendengar para pihak dan menyepakati langkah',
    place: 'Balai desa',
    startsAt: new Date(startsAt).toISOString(),
    officers,
    residents: ['Ketua RT'],
  })
  if (startsAt > now - 4 * 3_600_000) return
  journal.time = startsAt + 2 * 3_600_000
  const decision = { id: 'k1', text: 'Dikerjakan bersama warga', officer: cast.lead }
  journal.write(cast.desk, 'minutesTaken', {
    officers,
    residents: ['Ketua RT'],
    headCount: random.int(5, 20),
    discussion: 'Para pihak menyampaikan keterangan. Disepakati langkah dan waktunya.',
    decisions: [decision],
  })
  pen.time = Math.max(pen.time, journal.time)
}

function answer(plot: Plot): boolean {
  const { pen, cast, story } = plot
  if (!work(plot) || !pen.wait(4, 80)) return false
  const on = dayOf(new Date(pen.time).toISOString())
  pen.write(cast.desk, 'answerDelivered', { text: story.answer, by: 'whatsapp', on })
  return true
}

function close(plot: Plot): boolean {
  const { pen, cast, random } = plot
  if (!answer(plot) || !pen.wait(8, 72)) return false
  if (random.next() < 0.6) pen.write(cast.desk, 'reaction', { satisfied: random.next() < 0.8 })
  const outcome = random.pick(['followedUp', 'followedUp', 'deliberation', 'explained', 'proposed'] as const)
  pen.write(cast.desk, 'closed', { outcome })
  return true
}

const reason = 'Dicatat untuk contoh.'

/** What happens after the registration, by the status that shall come of it. */
const STORY_OF: Record<Told, (plot: Plot) => void> = {
  new: () => {},
  incomplete: ({ pen, cast }) => {
    if (pen.wait(2, 12))
      pen.write(cast.desk, 'incomplete', {
        missing: ['address', 'phone'],
        reason: 'Alamat dan nomor belum diketahui.',
      })
  },
  assigned: assign,
  inProgress: work,
  waitingAgency: (plot) => {
    if (!work(plot) || !plot.pen.wait(2, 40)) return
    const asked = 'Mohon peninjauan dan penanganan sesuai kewenangan.'
    plot.pen.write(plot.cast.desk, 'referred', { agency: plot.story.agency ?? 'Kecamatan', asked })
  },
  waitingComplainant: (plot) => {
    if (!work(plot) || !plot.pen.wait(2, 40)) return
    plot.pen.write(plot.cast.desk, 'held', {
      waitingFor: 'complainant',
      reason: 'Menunggu bukti dari pengadu.',
    })
  },
  answered: answer,
  closed: close,
  outOfJurisdiction: (plot) => {
    if (verify(plot) && plot.pen.wait(1, 20))
      plot.pen.write(plot.cast.desk, 'outOfJurisdiction', { where: 'Disarankan ke kantor kecamatan.' })
  },
  merged: (plot) => {
    if (plot.earlier && verify(plot)) plot.pen.write(plot.cast.desk, 'merged', { into: plot.earlier })
  },
  withdrawn: (plot) => {
    if (work(plot) && plot.pen.wait(1, 30)) plot.pen.write(plot.cast.desk, 'withdrawn', { reason })
  },
  voided: (plot) => {
    if (plot.pen.wait(1, 20)) plot.pen.write(plot.cast.desk, 'voided', { reason: 'Tercatat dua kali.' })
  },
  reopened: (plot) => {
    if (close(plot) && plot.pen.wait(8, 60))
      plot.pen.write(plot.cast.desk, 'reopened', { reason: 'Pengadu menyampaikan masalah muncul lagi.' })
  },
}
