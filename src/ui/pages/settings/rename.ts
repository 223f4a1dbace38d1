import { settings } from '../../../state/settings.svelte.ts'
import { village } from '../../../state/village.svelte.ts'

/** Terms name their dusun, so a new name is written into each of them. */
export async function renameDusun(before: string, after: string): Promise<void> {
  const terms = village.current.terms.filter((term) => term.dusun === before)
  for (const term of terms) await settings.holdPosition({ ...term, dusun: after })
}
