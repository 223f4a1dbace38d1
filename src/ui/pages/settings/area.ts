/** Dusun, RW and RT as somebody types them. */
import type { Dusun } from '../../../domain/settings.ts'

export interface TypedRw {
  rw: string
  rt: string
}

const pad = (n: string | number) => String(n).padStart(3, '0')
const NUMBER = /^\d{1,3}$/
const RANGE = /^(\d{1,3})\s*(?:-|–|sampai|s\/d)\s*(\d{1,3})$/

/** `001` from `1`, `01`, `RW 1`; undefined where it is no number. */
export function readNumber(text: string): string | undefined {
  const digits = text.replace(/^\s*r[wt]\.?\s*/i, '').trim()
  return NUMBER.test(digits) ? pad(digits) : undefined
}

/** `['001','002','003']` from `001, 002, 003` or `1-3`; empty text gives none, undefined where it can't be read. */
export function readNumbers(text: string): string[] | undefined {
  const found = text
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(readPart)
  if (found.some((part) => !part)) return undefined
  return [...new Set(found.flatMap((part) => part!))].sort()
}

function readPart(part: string): string[] | undefined {
  const range = RANGE.exec(part.replace(/^\s*r[wt]\.?\s*/i, ''))
  if (!range) {
    const one = readNumber(part)
    return one ? [one] : undefined
  }
  const [from, to] = [Number(range[1]), Number(range[2])]
  return from <= to ? Array.from({ length: to - from + 1 }, (_, i) => pad(from + i)) : undefined
}

/** `Krajan` from `Dusun Krajan`, for the word is put before it wherever the name is shown or printed. */
export const readDusunName = (text: string): string => text.trim().replace(/^(dusun|dsn\.?)\s+(?=\S)/i, '')

/** How the RTs of an RW are typed. */
export const showNumbers = (numbers: readonly string[]): string => numbers.join(', ')

/** What is typed of a dusun, ready to be edited. */
export const typedOf = (dusun?: Dusun): { name: string; rows: TypedRw[] } => ({
  name: dusun?.name ?? '',
  rows: dusun?.rw.map(({ rw, rt }) => ({ rw, rt: showNumbers(rt) })) ?? [{ rw: '', rt: '' }],
})

export type RowFault = 'rwMissing' | 'rwTaken' | 'rtWrong'

/** The faults of the rows by index; rows in which nothing was typed are no fault. */
export function faultsOf(rows: readonly TypedRw[]): (RowFault | undefined)[] {
  return rows.map((row, index) => {
    if (!row.rw.trim() && !row.rt.trim()) return undefined
    const number = readNumber(row.rw)
    if (!number) return 'rwMissing'
    if (rows.slice(0, index).some((other) => readNumber(other.rw) === number)) return 'rwTaken'
    return readNumbers(row.rt) ? undefined : 'rtWrong'
  })
}

/** The RWs from rows without faults. */
export const readRows = (rows: readonly TypedRw[]): Dusun['rw'] =>
  rows.flatMap((row) => {
    const rw = readNumber(row.rw)
    return rw ? [{ rw, rt: readNumbers(row.rt) ?? [] }] : []
  })
