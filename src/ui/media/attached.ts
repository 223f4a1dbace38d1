/** What of a draft's attachments is written into the entry. */
import type { Attachment } from '../../domain/kinds/fields.ts'
import { THUMBS_OF_ENTRY } from './limits.ts'

/** The list for the entry, or nothing where it is empty. Previews beyond the entry's room are left out, the last first. */
export function attached(list: readonly Attachment[] | undefined): { attachments?: Attachment[] } {
  if (!list?.length) return {}
  let room = THUMBS_OF_ENTRY
  return {
    attachments: list.map(({ caption, thumbnail = '', ...rest }) => {
      room -= thumbnail.length
      const words = caption?.trim()
      return {
        ...rest,
        ...(words ? { caption: words } : {}),
        ...(thumbnail && room >= 0 ? { thumbnail } : {}),
      }
    }),
  }
}
