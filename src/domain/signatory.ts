/** Who signs a paper of the village on a day: whoever holds the position then, a stand-in before the one who is away. */
import type { PositionName } from './kinds/village.ts'
import { covers, type Term, type Village } from './village.ts'

/** The term under which a position is signed for on a day; never one of an officer in `except`. */
export function holderOf(
  village: Village,
  position: PositionName,
  day: string,
  except: readonly string[] = [],
): Term | undefined {
  const holding = village.terms.filter(
    (term) => term.position === position && covers(term, day) && !except.includes(term.officer),
  )
  return holding.findLast(({ acting }) => acting) ?? holding.at(-1)
}

/** Whoever is complained about signs nothing in that case: then the next in this order. */
const SIGNING: readonly PositionName[] = ['kepalaDesa', 'sekretarisDesa', 'petugasPengelola']

export interface Signatory {
  position: PositionName
  /** Undefined where nobody holds it: the name is written by hand. */
  term?: Term
}

/** Who signs for the village: the Kepala Desa or their stand-in, else the next who is not named in the case. */
export function signatoryOf(village: Village, day: string, except: readonly string[] = []): Signatory {
  const first = holderOf(village, 'kepalaDesa', day)
  if (!first || !except.includes(first.officer)) return { position: 'kepalaDesa', term: first }
  for (const position of SIGNING) {
    const term = holderOf(village, position, day, except)
    if (term) return { position, term }
  }
  return { position: 'sekretarisDesa' }
}
