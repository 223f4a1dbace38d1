/** Belum disampaikan: one row for each person who is still owed a word, the longest waiting first. */
import type { CaseSummary } from '../../../domain/summary.ts'
import type { Untold } from '../../../domain/untold.ts'

export interface Row {
  key: string
  one: CaseSummary
  untold: Untold
}

/** The desk tells in every case, a lead in their own. */
export function untoldRows(cases: readonly CaseSummary[], me: string, isDesk: boolean): Row[] {
  return cases
    .filter(({ lead }) => isDesk || lead === me)
    .flatMap((one) =>
      (one.untold ?? []).map((untold) => ({ key: `${one.id} ${untold.of ?? ''}`, one, untold })),
    )
    .sort(byAge)
}

const byAge = (a: Row, b: Row): number => compare(a.untold.since, b.untold.since) || compare(a.key, b.key)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
