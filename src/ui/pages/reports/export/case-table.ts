/** Every case of a span with what is recorded of it, one in a row. What the register book keeps back is kept back here. */
import type { CaseState } from '../../../../domain/case-state.ts'
import { showPhone } from '../../../../domain/phone.ts'
import { showReceiptCode } from '../../../../domain/receipt.ts'
import type { BookRow } from '../../../../domain/register-book.ts'
import { standingOf } from '../../../../domain/statistics/standing.ts'
import type { Village } from '../../../../domain/village.ts'
import { caseText } from '../../../../text/case.ts'
import { exportText as words } from '../../../../text/exports.ts'
import { t } from '../../../../text/index.ts'
import { overview } from '../../../../text/overview.ts'
import { print } from '../../../../text/print.ts'
import { dayCell, type Cell, type Table } from './table.ts'

type Names = (id: string) => string
type Cells = Partial<Record<keyof typeof words.columns, Cell>>

const KEYS = Object.keys(words.columns) as (keyof typeof words.columns)[]
const WIDE: Partial<Record<keyof typeof words.columns, number>> = {
  number: 20,
  name: 24,
  address: 28,
  phone: 18,
  subject: 30,
  description: 60,
  category: 24,
  lead: 24,
  agencies: 24,
  followUp: 40,
  outcome: 24,
}

/** The table of rows of the register book, with the cases behind them. */
export function caseTable(
  book: readonly BookRow[],
  cases: readonly CaseState[],
  village: Village,
  officer: Names,
): Table {
  const states = new Map(cases.map((state) => [state.id, state]))
  const rows = book.flatMap((row) => {
    const state = row.id && states.get(row.id)
    return state ? [cellsOf(row, state, village, officer)] : []
  })
  return {
    name: words.kinds.cases,
    columns: KEYS.map((key) => ({ head: words.columns[key], width: WIDE[key] })),
    rows: rows.map((cells) => KEYS.map((key) => cells[key])),
  }
}

function cellsOf(row: BookRow, state: CaseState, village: Village, officer: Names): Cells {
  const standing = standingOf(state, village)
  const always: Cells = {
    number: row.number,
    paper: row.paperNumber,
    receivedOn: dayCell(row.receivedOn),
    registeredOn: dayCell(state.registeredOn),
    channel: row.channel && t.words.channel[row.channel],
    status: row.status && t.status.status[row.status],
    answeredOn: dayCell(row.answeredOn),
    endedOn: dayCell(state.endedOn),
    days: standing?.worked?.days,
    inTime: standing?.worked && yesNo(standing.worked.onTime),
  }
  if (row.told === 'restricted') return { ...always, name: words.restricted, subject: words.restricted }
  return {
    ...always,
    ...contentOf(row, state, officer),
    ...(row.told === 'all' ? openly(row, state) : HIDDEN),
  }
}

/** What may stand there whoever complains. */
function contentOf(row: BookRow, state: CaseState, officer: Names): Cells {
  return {
    dusun: state.facts?.place.dusun,
    subject: row.subject,
    description: row.description ?? print.hidden,
    category: row.category,
    type: row.type && caseText.types[row.type],
    misconduct: yesNo(!!row.misconduct),
    urgent: yesNo(state.urgent),
    lead: row.lead && officer(row.lead),
    agencies: row.agencies?.join(', '),
    followUp: row.followUp,
    outcome: row.outcome && t.words.outcome[row.outcome],
    reaction: state.reaction && (state.reaction.satisfied ? overview.satisfied : overview.dissatisfied),
  }
}

/** Who complains, and where to the metre: not of those who hide. */
function openly(row: BookRow, { facts }: CaseState): Cells {
  const { place } = facts!
  return {
    code: showReceiptCode(facts!.code),
    name: row.name,
    address: row.address,
    phone: row.phone && showPhone(row.phone),
    rt: place.rt,
    rw: place.rw,
    lat: place.gps?.lat,
    lon: place.gps?.lon,
  }
}

const HIDDEN: Cells = { name: print.hidden, address: print.hidden, phone: print.hidden }
const yesNo = (value: boolean): string => (value ? words.yes : words.no)
