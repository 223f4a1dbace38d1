/** Files that another app shared, into the draft: made ready as the camera's, and only then no longer waiting. */
import type { DraftHandle } from '../../../state/draft-handle.svelte.ts'
import { shares } from '../../../state/shares.svelte.ts'
import { mediaText } from '../../../text/media.ts'
import { sharedText } from '../../../text/shared.ts'
import { Adding } from '../../media/adding.svelte.ts'
import type { CaptureDraft } from './model.ts'

/**
 * Begins anew where the app was ended in the middle, or where some found no room: the same file is never held twice, and
 * what another app shared is not thrown away before all of it that can be kept is.
 */
export async function takeFiles(draft: DraftHandle<CaptureDraft>, id: string): Promise<void> {
  const share = await shares.get(id)
  const adding = new Adding(() => draft.data)
  if (share) await adding.files(share.files)
  const shared = draft.data.shared!
  const faults = adding.faults.filter((fault) => fault !== mediaText.unfit['full-disk'])
  shared.faults = [...faults, ...(share?.left.map(sharedText.noRoom) ?? [])]
  shared.noRoom = adding.noRoom || undefined
  if (!shared.noRoom) shared.waits = undefined
  // Where the draft itself finds no room, everything waits on as it is.
  if (await draft.save().catch(() => 'full')) return
  await shares.take(id, draft.id, !shared.noRoom)
}
