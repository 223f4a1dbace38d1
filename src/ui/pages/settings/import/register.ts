/** Rows of an old register: each becomes a complaint as it stood in the paper book. */
import type { Identity } from '../../../../domain/case-state.ts'
import { CHANNELS, OUTCOMES, type Channel, type Outcome } from '../../../../domain/kinds/fields.ts'
import { foldText } from '../../../../domain/fold-text.ts'
import type { Village } from '../../../../domain/village.ts'
import { imports } from '../../../../text/imports.ts'
import { t } from '../../../../text/index.ts'
import type { OldCase } from '../../../../state/import-entries.ts'
import { readDayOf, readNumber, readPhone } from './cells.ts'
import type { Checked } from './checked.ts'
import type { Row } from './table.ts'

export const REGISTER_COLUMNS = [
  'paperNumber',
  'receivedOn',
  'channel',
  'complainant',
  'address',
  'phone',
  'dusun',
  'rtRw',
  'rt',
  'rw',
  'subject',
  'description',
  'category',
  'status',
  'answeredOn',
  'answer',
] as const
export const REGISTER_NEEDS = ['receivedOn', 'subject'] as const

const words = imports.fault
const SHORT = 160
const MEDIUM = 1_000
const LONG = 20_000

const CHANNEL_WORDS: Record<Channel, RegExp> = {
  faceToFace: /tatap|langsung|datang|lisan|kantor/,
  box: /kotak|surat|saran/,
  phone: /\bhp\b|\bwa\b|telepon|telp|whatsapp|sms/,
  email: /e-?mail|surel/,
  website: /web|situs|online/,
}
const OPEN = /^(|proses|diproses|baru|belum.*|dalam proses|didisposisikan|terbuka|dijawab)$/
const DONE = /^(selesai|tuntas|ditutup|beres|ok)$/

/** So many letters of an outcome are enough: `dijelas`. */
const SHORTEST_OUTCOME = 5

/** The outcome that a cell names; `open` where the complaint is not done. */
export function readStatus(text: string): Outcome | 'open' | undefined {
  const typed = foldText(text)
  if (OPEN.test(typed)) return 'open'
  if (DONE.test(typed)) return 'followedUp'
  const bare = typed.replace(/^selesai[,:;( -]+/, '').replace(/\)$/, '')
  const names = [typed, bare].filter((one) => one.length >= SHORTEST_OUTCOME)
  return OUTCOMES.find((one) => names.some((name) => foldText(t.words.outcome[one]).startsWith(name)))
}

/** The channel that a cell names. */
export const readChannel = (text: string): Channel | undefined =>
  CHANNELS.find((one) => CHANNEL_WORDS[one].test(foldText(text)))

/** What makes two rows the same complaint: the number of its year, or where there is none, day, name and subject. */
export function keyOf(
  { paperNumber, receivedOn, subject }: Pick<OldCase['registered'], 'paperNumber' | 'receivedOn' | 'subject'>,
  name = '',
): string {
  const number = foldText(paperNumber ?? '').replace(/\s/g, '')
  return number
    ? `${number}|${receivedOn?.slice(0, 4)}`
    : `|${receivedOn}|${foldText(name)}|${foldText(subject)}`
}

/** Checks every row against the village, those above it and what is here already. */
export function checkRegister(
  rows: readonly Row[],
  village: Village,
  day: string,
  isKnown: (key: string) => boolean,
): Checked<OldCase>[] {
  const lines = new Map<string, number>()
  return rows.map((row) => {
    const checked = checkOne(row, village, day)
    if (!checked.data) return checked
    const { key } = checked.data
    const twin = lines.get(key)
    if (twin) return { ...checked, data: undefined, faults: [words.twiceInFile(twin)] }
    lines.set(key, row.line)
    return { ...checked, known: isKnown(key) }
  })
}

function checkOne({ line, cell }: Row, village: Village, day: string): Checked<OldCase> {
  const names = imports.columns
  const received = readDayOf(names.receivedOn, cell('receivedOn'), true, day)
  const answered = readDayOf(names.answeredOn, cell('answeredOn'), false, day)
  const phone = readPhone(cell('phone'))
  const place = readPlace(cell, village)
  const channel = cell('channel') ? readChannel(cell('channel')) : 'faceToFace'
  const outcome = readStatus(cell('status'))
  const answer = cell('answer') || (answered.value ? imports.paperAnswer : '')
  const subject = (cell('subject') || cell('description')).replace(/\s+/g, ' ')
  const description = [subject.length > SHORT ? cell('subject') : '', cell('description')]
    .filter(Boolean)
    .join('\n')
  const label = subject.slice(0, SHORT)
  const faults = [
    received.fault,
    answered.fault,
    phone.fault,
    ...place.faults,
    !channel && words.channelUnknown(cell('channel')),
    !outcome && words.statusUnknown(cell('status')),
    !subject && words.subjectMissing,
    cell('answer') && !cell('answeredOn') && words.answerDateMissing,
    answered.value && received.value && answered.value < received.value && words.answerTooEarly,
    tooLong('complainant', cell, SHORT),
    tooLong('paperNumber', cell, SHORT),
    tooLong('category', cell, SHORT),
    tooLong('address', cell, MEDIUM),
    tooLong('answer', cell, LONG),
    description.length > LONG && words.tooLong(names.description, LONG),
  ].filter((fault) => !!fault) as string[]
  if (faults.length || !received.value || !channel || !outcome) return { line, label, faults, notes: [] }

  const identity: Identity = given({
    name: cell('complainant'),
    address: cell('address'),
    phone: phone.value,
  })
  const category = categoryOf(cell('category'), village)
  const registered: OldCase['registered'] = {
    channel,
    identity: {
      name: identity.name ? 'given' : 'unknown',
      address: identity.address ? 'given' : 'unknown',
      phone: identity.phone ? 'given' : 'unknown',
    },
    confidential: false,
    category: category.value,
    subject: label,
    description: description || subject,
    place: place.value,
    respondents: [],
    urgent: false,
    receivedOn: received.value,
    ...(cell('paperNumber') ? { paperNumber: cell('paperNumber') } : {}),
    ...(outcome === 'open' ? {} : { history: true }),
  }
  const data: OldCase = {
    key: keyOf(registered, identity.name),
    registered,
    identity,
    ...(answer && answered.value ? { answer: { text: answer, on: answered.value } } : {}),
    ...(outcome === 'open' ? {} : { outcome, endedOn: answered.value ?? received.value }),
  }
  const done = outcome === 'open' ? imports.open : t.words.outcome[outcome]
  const detail = [registered.paperNumber, t.format.date(received.value), identity.name, done]
  const notes = [
    !cell('channel') && imports.note.noChannel,
    category.isNew && imports.note.newCategory(category.value),
    place.note,
  ]
  return {
    line,
    label,
    detail: detail.filter(Boolean).join(' · '),
    data,
    faults: [],
    notes: notes.filter((note) => !!note) as string[],
  }
}

const tooLong = (
  column: 'complainant' | 'paperNumber' | 'category' | 'address' | 'answer',
  cell: Row['cell'],
  most: number,
) => cell(column).length > most && words.tooLong(imports.columns[column], most)

const given = (identity: Identity): Identity =>
  Object.fromEntries(Object.entries(identity).filter(([, value]) => !!value))

/** The village's own spelling where it has the category; the last one (*Lainnya*) where none is named. */
function categoryOf(typed: string, { settings: { categories } }: Village) {
  if (!typed) return { value: categories.at(-1)!, isNew: false }
  const own = categories.find((one) => foldText(one) === foldText(typed))
  return { value: own ?? typed, isNew: !own }
}

/** `003/002` is RT and RW, as the book's own heading has it. */
function readPlace(cell: Row['cell'], { settings }: Village) {
  const [both, bothRw] = cell('rtRw')
    .split('/')
    .map((part) => part.trim())
  const rt = readNumber(cell('rt') || (both ?? ''))
  const rw = readNumber(cell('rw') || (bothRw ?? ''))
  const typed = cell('dusun').replace(/^dusun\s+/i, '')
  const dusun = settings.dusun.find((one) => foldText(one.name) === foldText(typed))?.name
  const isStrange = !!typed && !dusun
  return {
    value: {
      ...(dusun ? { dusun } : {}),
      ...(rt.value ? { rt: rt.value } : {}),
      ...(rw.value ? { rw: rw.value } : {}),
      ...(isStrange ? { detail: typed.slice(0, MEDIUM) } : {}),
    },
    faults: [rt.fault, rw.fault],
    note: isStrange && imports.note.newPlace(typed),
  }
}
