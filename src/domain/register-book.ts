/** *Buku Register Pengaduan*: one row for each number that was given within a span of days, in the order of the numbers. */
import type { CaseState, Line, Status } from './case-state.ts'
import type { DataOf } from './entries.ts'
import { timeOf } from './entries.ts'
import { namesSomebody } from './hamlet.ts'
import type { Channel, Outcome } from './kinds/fields.ts'
import { dayOf } from './time.ts'

/** WIB days, both within it. */
export interface BookSpan {
  from: string
  to: string
}

/** What a row tells besides its number: all, all but the complainant, that it is restricted, or that it is not here. */
export type Told = 'all' | 'hidden' | 'restricted' | 'missing'

export interface BookRow {
  told: Told
  year: number
  n: number
  /** As it was given; absent where the case is not here. */
  number?: string
  id?: string
  receivedOn?: string
  channel?: Channel
  name?: string
  address?: string
  phone?: string
  subject?: string
  description?: string
  category?: string
  type?: DataOf<'classified'>['type']
  misconduct?: boolean
  lead?: string
  agencies?: string[]
  /** What was done last. */
  followUp?: string
  outcome?: Outcome
  answeredOn?: string
  status?: Status
  /** Why the number was voided. */
  voided?: string
  paperNumber?: string
  mergedInto?: string
  /** Further complainants. */
  joined?: number
  reopenedOn?: string
}

/** The rows of a span. `full`: hidden names and restricted cases too, as far as these cases hold them. */
export function bookOf(cases: readonly CaseState[], span: BookSpan, full = false): BookRow[] {
  const held = cases.flatMap((state) => {
    const numbered = numberOf(state)
    return numbered && numbered.on >= span.from && numbered.on <= span.to
      ? [rowOf(state, numbered.data, full)]
      : []
  })
  held.sort((a, b) => a.year - b.year || a.n - b.n)
  return held.flatMap((row, index) => [...missingBefore(row, held[index - 1]), row])
}

/** Numbers are gapless, so one that is not among them belongs to a case that is not here: restricted, or on its way. */
function missingBefore(row: BookRow, before: BookRow | undefined): BookRow[] {
  if (before?.year !== row.year) return []
  const count = Math.max(0, row.n - before.n - 1)
  return Array.from({ length: count }, (_, index) => ({
    told: 'missing',
    year: row.year,
    n: before.n + 1 + index,
  }))
}

function numberOf({ lines }: CaseState): { data: DataOf<'numbered'>; on: string } | undefined {
  const line = lastOf(lines, 'numbered')
  return line && { data: line.data as DataOf<'numbered'>, on: dayOf(timeOf(line.entry)) }
}

const lastOf = (lines: readonly Line[], kind: string): Line | undefined =>
  lines.findLast(({ entry, retractedBy }) => entry.kind === kind && !retractedBy)

function rowOf(state: CaseState, { number, year, n }: DataOf<'numbered'>, full: boolean): BookRow {
  const told = full ? 'all' : state.respondents.length ? 'restricted' : state.confidential ? 'hidden' : 'all'
  const always = {
    told,
    year,
    n,
    number,
    id: state.id,
    receivedOn: state.receivedOn,
    channel: state.facts?.channel,
    status: state.status,
    answeredOn: state.answers.at(-1)?.on,
    ...(state.facts?.paperNumber ? { paperNumber: state.facts.paperNumber } : {}),
    ...(state.reopenedOn ? { reopenedOn: state.reopenedOn } : {}),
  } satisfies BookRow
  const void_ = state.status === 'voided' ? lastOf(state.lines, 'voided') : undefined
  if (told === 'restricted') return { ...always, ...(void_ ? { voided: '' } : {}) }
  const reason = (void_?.data as DataOf<'voided'> | undefined)?.reason ?? ''
  const voided = told === 'hidden' && namesSomebody(reason, state) ? '' : reason
  return { ...always, ...(void_ ? { voided } : {}), ...contentOf(state, told === 'hidden') }
}

function contentOf(state: CaseState, hidden: boolean): Partial<BookRow> {
  const { facts, classification, identity, lines } = state
  const quiet = (text: string | undefined) =>
    hidden && text !== undefined && namesSomebody(text, state) ? undefined : text
  const followUp = lastOf(lines, 'followedUp')?.data as DataOf<'followedUp'> | undefined
  return {
    ...(hidden ? {} : { name: identity.name, address: identity.address, phone: identity.phone }),
    subject: quiet(facts?.subject) ?? state.category,
    description: quiet(facts?.description),
    category: state.category,
    type: classification?.type,
    misconduct: classification?.misconduct,
    lead: state.assignment?.lead,
    agencies: agenciesOf(lines),
    followUp: quiet(followUp && [followUp.text, followUp.result].filter(Boolean).join(' ')),
    outcome: state.outcome,
    mergedInto: state.mergedInto,
    joined: Object.keys(state.joined).length,
  }
}

const agenciesOf = (lines: readonly Line[]): string[] => [
  ...new Set(
    lines.flatMap(({ entry, data, retractedBy }) =>
      entry.kind === 'referred' && !retractedBy ? [(data as DataOf<'referred'>).agency] : [],
    ),
  ),
]
