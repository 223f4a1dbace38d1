/** Summaries for tests: as the register holds them, made from real folds. */
import { foldCase } from '../../src/domain/fold.ts'
import { summarise, type CaseSummary } from '../../src/domain/summary.ts'
import type { CaseState } from '../../src/domain/case-state.ts'
import { testVillage, type TestJournal } from '../support/domain.ts'

export const VILLAGE = testVillage()

export const stateOf = (journal: TestJournal): CaseState => foldCase(journal.id, journal.entries)
export const summaryOf = (journal: TestJournal): CaseSummary => summarise(stateOf(journal), VILLAGE)!
