/** Where that is which something shared became. */
import { drafts } from '../../../state/drafts.svelte.ts'
import { register } from '../../../state/register.svelte.ts'
import type { Taken } from '../../../state/shares.svelte.ts'

/** The case, else the draft; undefined where this phone holds neither for the acting officer. */
export function placeOf(taken: Taken): string | undefined {
  if (taken.case && register.get(taken.case)) return `/aduan/${taken.case}`
  return drafts.all.some(({ id }) => id === taken.draft) ? `/catat/${taken.draft}` : undefined
}
