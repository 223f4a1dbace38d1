/** The words of a journal, for the search: everything that a person wrote in it, as far as this reader holds it. */
import type { Line } from './case-state.ts'
import { isOfficerId } from './ids.ts'
import { parsePhone, showPhone } from './phone.ts'
import { parseReceiptCode } from './receipt.ts'
import { foldText } from './fold-text.ts'

/** The fields of entries that hold what somebody wrote or reads out. */
const SAID: ReadonlySet<string> = new Set(
  (
    'number code paperNumber subject category description dusun detail hope eventTime ' +
    'name address phone behalfOf from note text result next with what reason instruction withoutIdentity ' +
    'agency asked letterNumber to where summary decision caption title agenda place discussion residents who'
  ).split(' '),
)

/** Says which fields are known, under the names of the fields. */
const FLAGS = 'identity'

/** What the journal says, one sentence or field a line; struck-out entries too, for they stay readable. */
export const wordsOf = (lines: readonly Line[]): string =>
  [...new Set(lines.flatMap(({ data }) => said(data)))].join('\n')

function said(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => said(each, key))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) => (name === FLAGS ? [] : said(each, name)))
  if (typeof value !== 'string' || !SAID.has(key) || isOfficerId(value)) return []
  if (key === 'phone') return [value, showPhone(value), showPhone(value).replaceAll('-', '')]
  return value.split('\n').filter((line) => line.trim())
}

/** What is looked for: each word in the spellings that count as found; empty: nothing is. */
export type Wanted = readonly (readonly string[])[]

/** Reads what somebody typed into a search field. A phone number or receipt code may be spaced in any way. */
export function wantedIn(typed: string): Wanted {
  const phone = parsePhone(typed)
  if (phone) return [[phone]]
  const code = parseReceiptCode(typed)
  const words = foldText(typed).split(' ').filter(Boolean)
  if (code && words.length !== 1) return [[code.toLowerCase()]]
  return words.map((word) =>
    [...new Set([word, word.replaceAll('-', ''), ...(code ? [code.toLowerCase()] : [])])].filter(Boolean),
  )
}

/** Whether folded text holds everything that is wanted. */
export const holds = (folded: string, wanted: Wanted): boolean =>
  wanted.every((spellings) => spellings.some((one) => folded.includes(one)))

export interface Piece {
  text: string
  found: boolean
}

/** So much is shown on either side of what was found. */
const AROUND = 40

/** The place in a text where the first wanted words stand, in pieces, to be marked; undefined where none does. */
export function passage(text: string, wanted: Wanted): Piece[] | undefined {
  const spellings = wanted.flat()
  const lines = text.split('\n').map((line) => ({ line, marks: marksIn(line, spellings) }))
  const best = lines.reduce((a, b) => (b.marks.length > a.marks.length ? b : a))
  const [first] = best.marks
  return first && cut(best.line, best.marks, Math.max(0, first.from - AROUND))
}

interface Mark {
  from: number
  to: number
}

/** Where spellings stand in a line, by the line's own letters: folding may change how many there are. */
function marksIn(line: string, spellings: readonly string[]): Mark[] {
  const letters = Array.from(line.matchAll(/\P{M}\p{M}*/gu), ({ 0: text, index }) => ({ text, index }))
  const folded = letters.map(({ text }) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())
  const places = folded.flatMap((part, n) => Array.from(part, () => n))
  const whole = folded.join('')
  const marks = spellings.flatMap((word): Mark[] => {
    const at = whole.indexOf(word)
    if (at < 0) return []
    const last = letters[places[at + word.length - 1]!]!
    return [{ from: letters[places[at]!]!.index, to: last.index + last.text.length }]
  })
  return marks.sort((a, b) => a.from - b.from)
}

function cut(line: string, marks: readonly Mark[], start: number): Piece[] {
  const end = Math.min(line.length, marks[0]!.to + 2 * AROUND)
  const pieces: Piece[] = [{ text: start > 0 ? '…' : '', found: false }]
  let at = start
  for (const { from, to } of marks) {
    if (from < at || to > end) continue
    pieces.push({ text: line.slice(at, from), found: false }, { text: line.slice(from, to), found: true })
    at = to
  }
  pieces.push({ text: line.slice(at, end) + (end < line.length ? '…' : ''), found: false })
  return pieces.filter(({ text }) => text)
}
