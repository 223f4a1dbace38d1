/** What the register is filtered and sorted by, and its place in the address (so that a view can be kept as a link). */
import { STATUSES, type Status } from '../../domain/case-state.ts'
import { CHANNELS, type Channel } from '../../domain/kinds/fields.ts'

export const SORTS = ['newest', 'oldest', 'due', 'activity'] as const
export type Sort = (typeof SORTS)[number]

export interface BookQuery {
  /** Words, names, codes, numbers, digits of a phone. */
  text: string
  /** One status, or all that are open or ended. */
  status: Status | 'open' | 'ended' | ''
  category: string
  dusun: string
  /** The lead's officer id, or `none` for what nobody holds. */
  officer: string
  channel: Channel | ''
  late: boolean
  /** Of *tanggal terima*: `2026`, and `01` … `12`. */
  year: string
  month: string
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
  sort: 'urut',
} as const satisfies Record<keyof BookQuery, string>

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
  const narrowing: (keyof BookQuery)[] = ['status', 'category', 'dusun', 'officer', 'channel', 'late', 'year']
  return narrowing.filter((key) => query[key] !== EMPTY_QUERY[key]).length + (query.month ? 1 : 0)
}
