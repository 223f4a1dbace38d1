/** Single cells as people and Excel write them. */
import { parsePhone } from '../../../../domain/phone.ts'
import { foldText } from '../../../../domain/fold-text.ts'
import * as format from '../../../../text/format.ts'
import { imports } from '../../../../text/imports.ts'

const words = imports.fault
const two = (text: string) => text.padStart(2, '0')

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/
const LOCAL = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: .*)?$/
const WORDS = /^(\d{1,2})[- ]([a-z]{3,9})[- ](\d{4})$/

/** The months by their first letters, Indonesian and as Excel shortens them in English. */
const MONTHS = Array.from({ length: 12 }, (_, i) =>
  foldText(format.month(`2026-${two(String(i + 1))}-01`)).slice(0, 3),
)
const ENGLISH: Record<string, number> = { may: 5, aug: 8, oct: 10, dec: 12, agt: 8 }

/** `2024-11-04` from `04-11-2024`, `4/11/2024`, `2024-11-04`, `4 November 2024`; undefined where it is no day. */
export function readDay(text: string): string | undefined {
  const typed = foldText(text)
  const iso = ISO.exec(typed)
  if (iso) return dayFrom(iso[1]!, iso[2]!, iso[3]!)
  const local = LOCAL.exec(typed)
  if (local) return dayFrom(local[3]!, local[2]!, local[1]!)
  const [, day, name, year] = WORDS.exec(typed) ?? []
  const month = name && (MONTHS.indexOf(name.slice(0, 3)) + 1 || ENGLISH[name.slice(0, 3)])
  return month ? dayFrom(year!, String(month), day!) : undefined
}

/** Undefined for a 31 February. */
function dayFrom(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${two(month)}-${two(day)}`
  const time = Date.parse(`${text}T00:00:00.000Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined
}

type Read<T> = { value?: T; fault?: string }

/** A phone number; Excel drops the leading 0 and writes long ones as `8,21E+11`. */
export function readPhone(text: string): Read<string> {
  if (!text) return {}
  if (/e\+/i.test(text)) return { fault: words.phoneNumber(text) }
  const value = parsePhone(text.replace(/^'/, ''))
  return value ? { value } : { fault: words.phoneWrong(text) }
}

const NUMBER = /^(?:r[tw]\.?\s*)?(\d{1,3})$/i

/** `003` from `3`, `03`, `RT 3`. */
export function readNumber(text: string): Read<string> {
  if (!text) return {}
  const digits = NUMBER.exec(text)?.[1]
  return digits ? { value: digits.padStart(3, '0') } : { fault: words.rtRw(text) }
}

/** The day in a column; `wanted` where it may not be empty. */
export function readDayOf(column: string, text: string, wanted: boolean, latest?: string): Read<string> {
  if (!text) return wanted ? { fault: words.dateMissing(column) } : {}
  const value = readDay(text)
  if (!value || value < '1950-01-01' || value > '2200-12-31') return { fault: words.dateWrong(column, text) }
  return latest && value > latest ? { fault: words.dateFuture(column) } : { value }
}
