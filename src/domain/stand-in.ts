/** Who does an officer's work while they are away (Plh., Plt.). */
import type { DataOf } from './entries.ts'
import { termsOf, type Term, type Village } from './village.ts'

/** The positions that an officer holds of their own that day; a stand-in's are not theirs to pass on. */
export const ownTerms = (village: Village, officer: string, day: string): Term[] =>
  termsOf(village, officer, day).filter(({ acting }) => !acting)

/** Who stands in for an officer on a day, by the position that both hold; the last to be named. */
export function standInOf(village: Village, officer: string, day: string): Term | undefined {
  const own = ownTerms(village, officer, day)
  const isFor = (term: Term) =>
    own.some(({ position, dusun }) => position === term.position && dusun === term.dusun)
  return Object.keys(village.officers)
    .filter((other) => other !== officer)
    .flatMap((other) => termsOf(village, other, day))
    .findLast((term) => term.acting && isFor(term))
}

/** The terms by which somebody stands in for every position that an officer holds of their own when it begins. */
export function standInTerms(
  village: Village,
  officer: string,
  by: { officer: string; acting: 'plh' | 'plt'; from: string; to: string },
): Omit<DataOf<'positionHeld'>, 'term'>[] {
  const own = ownTerms(village, officer, by.from)
  return own.map(({ position, dusun }) => ({ ...by, position, ...(dusun ? { dusun } : {}) }))
}
