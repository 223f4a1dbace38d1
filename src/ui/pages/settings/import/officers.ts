/** Rows of a list of officers: who is new, who is there already, what is wrong. */
import type { PositionName } from '../../../../domain/kinds/village.ts'
import { POSITIONS } from '../../../../domain/kinds/village.ts'
import { foldText } from '../../../../domain/fold-text.ts'
import type { Term, Village } from '../../../../domain/village.ts'
import { imports } from '../../../../text/imports.ts'
import { t } from '../../../../text/index.ts'
import { readDayOf, readPhone } from './cells.ts'
import type { Checked } from './checked.ts'
import type { Row } from './table.ts'

export const OFFICER_COLUMNS = ['name', 'phone', 'position', 'dusun', 'from', 'to'] as const
export const OFFICER_NEEDS = ['name', 'position'] as const

export interface OfficerRow {
  name: string
  phone?: string
  term: Pick<Term, 'position' | 'dusun' | 'from' | 'to' | 'acting'>
  /** Where this person is known already. */
  officer?: string
}

const words = imports.fault
const LONGEST = 160

const SHORT: Partial<Record<PositionName, string>> = {
  kepalaDesa: 'kades|lurah',
  sekretarisDesa: 'sekdes|carik',
  kaurTuUmum: 'kaur tu|kaur umum|kaur tata usaha dan umum|kaur tu dan umum',
  kepalaDusun: 'kadus|kepala dukuh|kawil|kepala wilayah',
  petugasPengelola: 'petugas pengelola|petugas pengaduan|pengelola pengaduan',
  stafKasi: 'staf|staff',
}

/** `kaur keuangan` from `Kaur. Keuangan`, `Kepala Urusan Keuangan`. */
const plain = (text: string): string =>
  foldText(text)
    .replace(/kepala urusan/, 'kaur')
    .replace(/kepala seksi/, 'kasi')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

interface Post {
  position: PositionName
  acting?: 'plh' | 'plt'
  /** What stands behind *Kepala Dusun*. */
  dusun?: string
}

/** The position that a cell names: `Plt. Kasi Pelayanan`, `Kadus Melati`. */
export function readPosition(text: string): Post | undefined {
  const typed = plain(text)
  const acting = /^(plh|plt) /.exec(typed)?.[1] as 'plh' | 'plt' | undefined
  const bare = acting ? typed.slice(4) : typed
  const named = (one: PositionName) => [plain(t.words.position[one]), ...(SHORT[one]?.split('|') ?? [])]
  const stands = acting ? { acting } : {}
  const exact = POSITIONS.find((one) => named(one).includes(bare))
  if (exact) return { position: exact, ...stands }
  const head = named('kepalaDusun').find((name) => bare.startsWith(`${name} `))
  if (!head) return undefined
  return { position: 'kepalaDusun', dusun: bare.slice(head.length + 1).replace(/^dusun /, ''), ...stands }
}

const samePerson = (a: { name: string; phone?: string }, b: { name: string; phone?: string }): boolean =>
  foldText(a.name) === foldText(b.name) && (!a.phone || !b.phone || a.phone === b.phone)

const sameTerm = (a: OfficerRow['term'], b: OfficerRow['term']): boolean =>
  a.position === b.position && (a.dusun ?? '') === (b.dusun ?? '') && a.from === b.from

/** Checks every row against the village and against those above it. */
export function checkOfficers(rows: readonly Row[], village: Village, day: string): Checked<OfficerRow>[] {
  const seen: { line: number; row: OfficerRow }[] = []
  return rows.map((row) => {
    const checked = checkOne(row, village, day)
    if (!checked.data) return checked
    const { data } = checked
    const twin = seen.find((one) => samePerson(one.row, data) && sameTerm(one.row.term, data.term))
    if (twin) return { line: row.line, faults: [words.twiceInFile(twin.line)], notes: [] }
    seen.push({ line: row.line, row: data })
    return checked
  })
}

function checkOne({ line, cell }: Row, village: Village, day: string): Checked<OfficerRow> {
  const name = cell('name').replace(/\s+/g, ' ')
  const phone = readPhone(cell('phone'))
  const from = readDayOf(imports.columns.from, cell('from'), false)
  const to = readDayOf(imports.columns.to, cell('to'), false)
  const post = readPost(cell('position'), cell('dusun'), village)
  const started = from.value ?? day
  const faults = [
    !name && words.nameMissing,
    name.length > LONGEST && words.tooLong(imports.columns.name, LONGEST),
    phone.fault,
    post.fault,
    from.fault,
    to.fault,
    to.value && to.value < started && words.datesReversed,
  ].filter((fault) => !!fault) as string[]
  if (faults.length || !post.value) return { line, label: name, faults, notes: [] }
  const term = { ...post.value, from: started, ...(to.value ? { to: to.value } : {}) }
  const person = { name, ...(phone.value ? { phone: phone.value } : {}) }
  const officer = Object.values(village.officers).find((one) => samePerson(one, person))?.id
  const held = village.terms.filter((one) => one.officer === officer)
  // Without a day in the file, a position that runs is the one that is meant.
  const isKnown = held.some((one) =>
    from.value
      ? sameTerm(one, term)
      : sameTerm({ ...one, from: started }, term) && (!one.to || one.to >= day),
  )
  const data = { ...person, term, ...(officer ? { officer } : {}) }
  return { line, label: name, data, known: isKnown, faults: [], notes: notesOn(data, village) }
}

function readPost(typed: string, dusunTyped: string, village: Village) {
  if (!typed) return { fault: words.positionMissing }
  const post = readPosition(typed)
  if (!post) return { fault: words.positionUnknown(typed) }
  const { position, acting } = post
  if (!village.settings.positions.includes(position))
    return { fault: words.positionOff(t.words.position[position]) }
  const stands = acting ? { acting } : {}
  if (position !== 'kepalaDusun') return { value: { position, ...stands } }
  const wanted = foldText(dusunTyped || (post.dusun ?? '')).replace(/^dusun /, '')
  if (!wanted) return { fault: words.dusunMissing }
  const dusun = village.settings.dusun.find((one) => foldText(one.name) === wanted)?.name
  return dusun
    ? { value: { position, dusun, ...stands } }
    : { fault: words.dusunUnknown(dusunTyped || wanted) }
}

function notesOn({ name, phone, officer }: OfficerRow, village: Village): string[] {
  const others = Object.values(village.officers).filter((one) => one.id !== officer)
  const shared = others.find((one) => phone && one.phone === phone)
  const namesake = !officer && others.some((one) => foldText(one.name) === foldText(name))
  return [
    ...(shared ? [imports.note.phoneShared(shared.name)] : []),
    ...(namesake ? [imports.note.sameName] : []),
  ]
}
