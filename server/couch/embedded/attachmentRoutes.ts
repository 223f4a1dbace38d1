import { checkId } from './documents.ts'
import { badRequest, notFound } from './errors.ts'
import { created, readBytes, type Answer } from './http.ts'
import type { Call, Routes } from './router.ts'
import { written, type Book, type Shelf } from './shelf.ts'

/** One attachment at a time, its bytes as they are. Documents with attachments in their JSON are refused. */
export function attachmentRoutes(shelf: Shelf): Routes {
  return {
    'GET /:db/:id/:part': (call) => shelf.use(call.db, (book) => read(book, call)),
    'PUT /:db/:id/:part': async (call) => {
      const bytes = await readBytes(call.request)
      return shelf.use(call.db, (book) => create(book, call, bytes))
    },
  }
}

async function read({ db }: Book, { id, part }: Call): Promise<Answer> {
  const { _attachments } = await db.get(id)
  const stub = _attachments && Object.hasOwn(_attachments, part) ? _attachments[part] : undefined
  if (!stub) throw notFound('Document is missing attachment')
  const body = (await db.getAttachment(id, part)) as Buffer
  return { status: 200, body, headers: { 'content-type': stub.content_type } }
}

/** Only creates: a document with an attachment is never changed here. */
async function create(book: Book, { id, part, query, request }: Call, data: Buffer): Promise<Answer> {
  if (query.has('rev')) throw badRequest('An attachment comes with its document here.')
  const type = request.headers['content-type'] ?? 'application/octet-stream'
  const done = await book.db.put({ _id: checkId(id), _attachments: { [part]: { content_type: type, data } } })
  written(book)
  return created(done)
}
