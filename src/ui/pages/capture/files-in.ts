/** Files that another app shared, into the draft: made ready as the camera's, and only then no longer waiting. */
import type { DraftHandle } from '../../../state/drafts.svelte.ts'
import { shares } from '../../../state/shares.svelte.ts'
import { sharedText } from '../../../text/shared.ts'
import { Adding } from '../../media/adding.svelte.ts'
import type { CaptureDraft } from './model.ts'

/** Begins anew where the app was ended in the middle: the same file is never held twice. */
export async function takeFiles(draft: DraftHandle<CaptureDraft>, id: string): Promise<void> {
  const share = await shares.get(id)
  if (share) {
    const adding = new Adding(() => draft.data)
    await adding.files(share.files)
    draft.data.shared!.faults = [...adding.faults, ...share.left.map(sharedText.noRoom)]
  }
  draft.data.shared!.waits = undefined
  await draft.save()
  await shares.take(id, draft.id)
}
