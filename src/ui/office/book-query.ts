/** What the register is filtered and sorted by, and its place in the address (so that a view can be kept as a link). */
import { STATUSES, type Status } from '../../domain/case-state.ts'
import { CHANNELS, type Channel } from '../../domain/kinds/fields.ts'
import type { Figure, FigureName } from '../../domain/statistics/figures.ts'

export const SORTS = ['newest', 'oldest', 'due', 'activity'] as const
export type Sort = (typeof SORTS)[number]

export interface BookQuery {
  /** Words, names, codes, numbers, digits of a phone. */
  text: string
  /** One status, or all that are open or ended. */
  status: Status | 'open' | 'ended' | ''
  category: string
  /** Its name, or `none` for what names none. */
  dusun: string
  /** The lead's officer id, or `none` for what nobody holds. */
  officer: string
  channel: Channel | ''
  late: boolean
  /** Of *tanggal terima*: `2026`, and `01` … `12`. */
  year: string
  month: string
  /** One of the figures of *Ringkasan*, as `writeFigure` has it. */
  figure: string
  /** Without what the Kepala Desa may not know of, as *Ringkasan* counts. */
  forHead: boolean
  sort: Sort
}

export const EMPTY_QUERY: BookQuery = {
  text: '',
  status: '',
  category: '',
  dusun: '',
  officer: '',
  channel: '',
  late: false,
  year: '',
  month: '',
  figure: '',
  forHead: false,
  sort: 'newest',
}

/** Names in the address: a person reads and shares them. */
const NAMES = {
  text: 'cari',
  status: 'status',
  category: 'kategori',
  dusun: 'dusun',
  officer: 'petugas',
  channel: 'kanal',
  late: 'terlambat',
  year: 'tahun',
  month: 'bulan',
  figure: 'angka',
  forHead: 'ringkasan',
  sort: 'urut',
} as const satisfies Record<keyof BookQuery, string>

const FIGURES = {
  near: 'dekat',
  approval: 'persetujuan',
  entered: 'masuk',
  left: 'selesai',
  openAt: 'terbuka',
  satisfied: 'puas',
  dissatisfied: 'tidak-puas',
} as const satisfies Record<FigureName, string>

/** A figure as it stands in the address: `masuk:2026-11`. */
export const writeFigure = ({ name, span }: Figure): string => FIGURES[name] + (span && `:${span}`)

/** The figure that a text from the address names; undefined where it names none. */
export function readFigure(text: string): Figure | undefined {
  const [word, span = ''] = text.split(':')
  const name = (Object.keys(FIGURES) as FigureName[]).find((one) => FIGURES[one] === word)
  return name && /^(\d{4}(-(0[1-9]|1[0-2]))?)?$/.test(span) ? { name, span } : undefined
}

const oneOf = <T extends string>(value: string | null, known: readonly T[]): T | undefined =>
  known.find((one) => one === value)

/** Reads a query from the address; what it does not know falls back to "everything". */
export function readQuery(search: string): BookQuery {
  const params = new URLSearchParams(search)
  const text = (key: keyof BookQuery) => params.get(NAMES[key])?.slice(0, 160) ?? ''
  return {
    text: text('text'),
    status: oneOf(params.get(NAMES.status), ['open', 'ended', ...STATUSES]) ?? '',
    category: text('category'),
    dusun: text('dusun'),
    officer: text('officer'),
    channel: oneOf(params.get(NAMES.channel), CHANNELS) ?? '',
    late: params.has(NAMES.late),
    year: /^\d{4}$/.test(text('year')) ? text('year') : '',
    month: /^(0[1-9]|1[0-2])$/.test(text('month')) ? text('month') : '',
    figure: readFigure(text('figure')) ? text('figure') : '',
    forHead: params.has(NAMES.forHead),
    sort: oneOf(params.get(NAMES.sort), SORTS) ?? 'newest',
  }
}

/** The query as it stands in the address, without the `?`; '' for the plain register. */
export function writeQuery(query: BookQuery): string {
  const params = new URLSearchParams()
  for (const key of Object.keys(NAMES) as (keyof BookQuery)[]) {
    const value = query[key]
    if (value !== EMPTY_QUERY[key]) params.set(NAMES[key], value === true ? 'ya' : String(value))
  }
  return params.toString()
}

/** How many filters narrow the list (search text and sorting are not counted). */
export function activeFilters(query: BookQuery): number {
  const narrowing: (keyof BookQuery)[] = [
    'status',
    'category',
    'dusun',
    'officer',
    'channel',
    'late',
    'year',
    'figure',
    'forHead',
  ]
  return narrowing.filter((key) => query[key] !== EMPTY_QUERY[key]).length + (query.month ? 1 : 0)
}
