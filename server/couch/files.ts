/** One file a document: an attachment, so that neither lists nor changes carry its bytes. */
import { isMissing, docPath, request, statusOf, type Db } from './request.ts'

/** What the attachment of a file's document is called. */
const NAME = 'file'
const pathOf = (id: string) => `${docPath(id)}/${NAME}`

export interface FileInfo {
  type: string
  bytes: number
}

/** Creates a document with a file. An id that is taken keeps what it has. */
export async function putFile(
  db: Db,
  id: string,
  type: string,
  bytes: Uint8Array,
): Promise<'created' | 'known'> {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    await request(db, { method: 'PUT', path: pathOf(id), contentType: type, body })
    return 'created'
  } catch (error) {
    if (statusOf(error) !== 409) throw error
    return 'known'
  }
}

/** Type and size of a file; undefined where there is none. */
export async function fileInfo(db: Db, id: string): Promise<FileInfo | undefined> {
  type Doc = { _attachments?: Record<string, { content_type: string; length: number }> }
  const doc = await unlessMissing(request<Doc>(db, { path: docPath(id) }))
  const file = doc?._attachments?.[NAME]
  return file && { type: file.content_type, bytes: file.length }
}

/** The bytes of a file; undefined where there is none. */
export const readFile = (db: Db, id: string): Promise<Buffer | undefined> =>
  unlessMissing(request<Buffer>(db, { path: pathOf(id), raw: true }))

async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (!isMissing(error)) throw error
    return undefined
  }
}
