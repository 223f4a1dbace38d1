/** A row of the register in words, one for each of its fifteen columns. */
import type { BookRow } from '../../../domain/register-book.ts'
import { showPhone } from '../../../domain/phone.ts'
import { caseText } from '../../../text/case.ts'
import { t } from '../../../text/index.ts'
import { print } from '../../../text/print.ts'
import { book as words } from '../../../text/reports.ts'

type Names = (id: string) => string

/** A column has room for so much; the whole stands in the case's file. */
const SHORT = 180
const short = (text = '') => (text.length > SHORT ? `${text.slice(0, SHORT).trimEnd()} …` : text)
const day = (value: string | undefined) => (value ? t.format.typedDate(value) : '')

/** `officer` gives an officer's name, `numberOf` the number of another case. */
export function bookCells(row: BookRow, index: number, officer: Names, numberOf: Names): string[] {
  const order = String(index + 1)
  if (row.told === 'missing') return missing(row, order)
  const status = row.status ? t.status.status[row.status] : ''
  const start = [
    order,
    row.number ?? '',
    day(row.receivedOn),
    row.channel ? t.words.channel[row.channel] : '',
  ]
  const end = [day(row.answeredOn), status, notesOf(row, numberOf)]
  if (row.told === 'restricted') {
    const { restricted } = words
    return [...start, restricted, restricted, '', restricted, restricted, '', '', '', ...end]
  }
  const hidden = row.told === 'hidden' ? print.hidden : undefined
  const to = [row.lead && officer(row.lead), ...(row.agencies ?? [])]
  return [
    ...start,
    hidden ?? row.name ?? '-',
    hidden ?? row.address ?? '-',
    hidden ?? (row.phone ? showPhone(row.phone) : '-'),
    row.subject ?? '',
    short(row.description ?? hidden),
    classOf(row),
    to.filter(Boolean).join(', '),
    short(sentences(row.followUp, row.outcome && t.words.outcome[row.outcome])),
    ...end,
  ]
}

/** One after the other, with one full stop between them. */
function sentences(...all: (string | undefined)[]): string {
  const told = all.filter((one) => one !== undefined)
  return told.map((one, at) => (at < told.length - 1 ? one.replace(/[.\s]+$/, '') : one)).join('. ')
}

function missing({ n, year }: BookRow, order: string): string[] {
  const number = words.elided(String(n).padStart(3, '0'), year)
  return [order, number, ...Array.from({ length: 12 }, () => ''), words.missing]
}

function classOf({ type, category = '', misconduct }: BookRow): string {
  return [type && caseText.types[type], category, misconduct && words.misconduct].filter(Boolean).join(', ')
}

function notesOf(row: BookRow, numberOf: Names): string {
  return [
    row.voided !== undefined && words.voided(row.voided),
    row.paperNumber && words.paper(row.paperNumber),
    row.mergedInto && words.merged(numberOf(row.mergedInto)),
    !!row.joined && words.joined(row.joined),
    row.reopenedOn && words.reopened(day(row.reopenedOn)),
  ]
    .filter(Boolean)
    .join('; ')
}
