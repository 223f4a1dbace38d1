/** Which files an entry names: the bytes travel apart from it (design §5). */
import * as v from 'valibot'
import { attachment, type Attachment } from './kinds/fields.ts'

/** The largest file that the centre takes, in bytes. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024

/** The attachments in an entry; in a correction, those that it puts in their place. */
export function attachmentsOf(entry: { kind: string; data: unknown }): Attachment[] {
  const data = entry.data as { attachments?: unknown; changes?: { attachments?: unknown } } | undefined
  return [
    ...listed(data?.attachments),
    ...(entry.kind === 'corrected' ? listed(data?.changes?.attachments) : []),
  ]
}

/** A correction's changes are of any shape until they are folded. */
const listed = (list: unknown): Attachment[] =>
  Array.isArray(list) ? list.filter((each) => v.is(attachment, each)) : []
