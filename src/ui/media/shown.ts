/** How an attachment is shown before (and without) its bytes. */
import type { Attachment } from '../../domain/kinds/fields.ts'

export const isSound = ({ type }: Pick<Attachment, 'type'>): boolean => type.startsWith('audio/')

/** What an entry carries; none where its kind knows no attachments. */
export const attachmentsIn = (data: object): readonly Attachment[] =>
  (data as { attachments?: Attachment[] }).attachments ?? []

/** The preview inside the entry; empty where it has none. */
export const pictureSource = ({ thumbnail }: Attachment): string =>
  thumbnail ? `data:image/jpeg;base64,${thumbnail}` : ''
