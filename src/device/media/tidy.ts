/** Once a day: what nobody needs on this phone any more. */
import { eraseAbsent } from './erase.ts'
import { dropOrphans } from './held.ts'
import { keepWithin } from './room.ts'
import type { Store } from '../store.ts'

/** As long as confirmed entries: a centre restored to an older day gets the last weeks again. */
const SENT_MS = 30 * 86_400_000

/** Drops what is held for nothing; own files of more than a month ago stay only as others' do. */
export async function tidyFiles(store: Store, now: number): Promise<void> {
  const { local } = store
  await dropOrphans(local, now)
  const sent = await local.getAllFromIndex('files', 'state', 'sent')
  for (const row of sent) if (now - row.at > SENT_MS) await local.put('files', { ...row, state: 'cached' })
  await eraseAbsent(store)
  await keepWithin(local)
}
