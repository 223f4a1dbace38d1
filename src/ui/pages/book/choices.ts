/** The answers that the register's filters offer: what the village has set, and what its cases hold beside that. */
import { STATUSES } from '../../../domain/case-state.ts'
import { CHANNELS } from '../../../domain/kinds/fields.ts'
import type { CaseSummary } from '../../../domain/summary.ts'
import type { Village } from '../../../domain/village.ts'
import { office } from '../../../text/office.ts'
import { t } from '../../../text/index.ts'
import { SORTS, type BookQuery } from '../../office/book-query.ts'
import type { Option } from '../../parts/types.ts'

const words = office.book
const plain = (value: string): Option => ({ value, label: value })
const distinct = (values: readonly (string | undefined)[]) => [
  ...new Set(values.filter((v) => v !== undefined)),
]

export const statuses: Option<Exclude<BookQuery['status'], ''>>[] = [
  { value: 'open', label: words.open },
  { value: 'ended', label: words.ended },
  ...STATUSES.map((value) => ({ value, label: t.status.status[value] })),
]

export const channels = CHANNELS.map((value) => ({ value, label: t.words.channel[value] }))
export const sorts = SORTS.map((value) => ({ value, label: words.sorts[value] }))

export const categories = (cases: readonly CaseSummary[], { settings }: Village): Option[] =>
  distinct([...settings.categories, ...cases.map((one) => one.category)]).map(plain)

export const dusun = (cases: readonly CaseSummary[], { settings }: Village): Option[] => [
  { value: 'none', label: words.noDusun },
  ...distinct([...settings.dusun.map(({ name }) => name), ...cases.map((one) => one.dusun)]).map(plain),
]

/** Whoever leads a case now, and *nobody*. */
export function leads(cases: readonly CaseSummary[], village: Village): Option[] {
  const officers = distinct(cases.map((one) => one.lead))
    .map((value) => ({ value, label: village.officers[value]?.name ?? t.common.unknownOfficer }))
    .sort((a, b) => a.label.localeCompare(b.label, 'id'))
  return [{ value: 'none', label: words.noOfficer }, ...officers]
}

export const years = (cases: readonly CaseSummary[]): Option[] =>
  distinct(cases.map((one) => one.receivedOn.slice(0, 4)))
    .sort()
    .reverse()
    .map(plain)

/** The months of a year, `01` … `12`. */
export const months = (year: string): Option[] =>
  Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0')).map((value) => ({
    value,
    label: t.format.month(`${year}-${value}-01`),
  }))
