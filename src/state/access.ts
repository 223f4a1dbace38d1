/** Noting who looked at what, for the access log (UU 27/2022). */
import type { AccessAct } from '../domain/kinds/access.ts'
import { current } from './current.svelte.ts'
import { village } from './village.svelte.ts'

/** What this page has noted already: an officer, a day, an act on a case. */
let noted: { whose: string; keys: Set<string> } | undefined

/**
 * Notes that the acting officer opened, printed or exported these cases. `detail` says what was printed or exported
 * ("Buku Register"), without anybody's name. May be called at every look; never stands in the way of what it notes.
 */
export async function noteAccess(what: AccessAct, cases: readonly string[], detail?: string): Promise<void> {
  const device = current.device
  if (!device) return
  const whose = `${device.account.device} ${village.day}`
  if (noted?.whose !== whose) noted = { whose, keys: new Set() }
  const keyOf = (id: string) => [what, id, detail ?? ''].join(' ')
  const { keys } = noted
  const fresh = cases.filter((id) => !keys.has(keyOf(id)))
  if (!fresh.length) return
  for (const id of fresh) keys.add(keyOf(id))
  try {
    await device.noteAccess(what, fresh, detail)
  } catch (error) {
    for (const id of fresh) keys.delete(keyOf(id))
    console.error('access', error)
  }
}
