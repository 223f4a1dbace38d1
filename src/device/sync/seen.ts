/**
 * How far the centre's history has come as far as this phone knows: a sealed word of the centre, shown to it at every
 * knock. A centre whose disk was rolled back learns from it what it has forgotten.
 */
import { getMeta, setMeta, type Local } from '../local.ts'

/** In an answer to what was handed in; the answer of a contact has it too. */
export const PLACE_HEADER = 'X-Kentongan-Place'

/** Keeps the latest; before anything is called confirmed that it covers. */
export async function noteSeen(local: Local, place: string | null | undefined): Promise<void> {
  if (place && place !== (await getMeta(local, 'seen'))) await setMeta(local, 'seen', place)
}

/** The header by which it is shown. */
export async function showSeen(local: Local): Promise<Record<string, string>> {
  const seen = await getMeta(local, 'seen')
  return seen ? { 'X-Kentongan-Seen': seen } : {}
}
