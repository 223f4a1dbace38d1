/** A position as it stands under a letter: `Plh. KEPALA DESA CONTOHREJO`. */
import type { PositionName } from '../../../domain/kinds/village.ts'
import type { Term } from '../../../domain/village.ts'
import { t } from '../../../text/index.ts'
import { bareName } from '../../../text/print.ts'

export function signedAs(
  position: PositionName,
  term: Pick<Term, 'acting' | 'dusun'> | undefined,
  desa: string,
): string {
  const of = position === 'kepalaDesa' ? bareName(desa) : position === 'kepalaDusun' ? term?.dusun : undefined
  const title = [t.words.position[position], of].filter(Boolean).join(' ').toUpperCase()
  return term?.acting ? `${t.words.acting[term.acting]} ${title}` : title
}
