/** The lines of a letterhead as they are typed. */
import { letterhead as words } from '../../../text/letterhead.ts'

const MOST = 5
const LONGEST = 160

/** One line each, without empty ones. */
export const linesIn = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Why these lines cannot be a letterhead, in a sentence; '' where they can. */
export function linesFault(lines: readonly string[]): string {
  if (lines.length === 0) return words.empty
  if (lines.length > MOST) return words.tooMany
  return lines.some((line) => line.length > LONGEST) ? words.tooLong : ''
}
