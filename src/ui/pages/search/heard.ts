/** Searching what a Kepala Dusun only heard of: short enough to be looked through as it is. */
import type { HamletCase } from '../../../domain/hamlet.ts'
import { foldText } from '../../../domain/fold-text.ts'
import { holds, type Wanted } from '../../../domain/words.ts'

/** What is known of one, a field a line. */
export const heardWords = ({ subject, number, category, dusun }: HamletCase): string =>
  [subject, number, category, dusun].filter(Boolean).join('\n')

export const findHeard = (cases: readonly HamletCase[], wanted: Wanted): HamletCase[] =>
  cases.filter((one) => holds(foldText(heardWords(one)), wanted))
