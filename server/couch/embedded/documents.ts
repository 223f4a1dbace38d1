import { badRequest, CouchError } from './errors.ts'
import { asObject, checkRev, type Fields } from './query.ts'

const special = new Set(['_id', '_rev', '_deleted', '_revisions', '_attachments'])
const invalid = (member: string) =>
  new CouchError(400, 'doc_validation', `Bad special document member: ${member}`)
const illegal = (reason: string) => new CouchError(400, 'illegal_docid', reason)

export function checkId(id: unknown): string {
  if (typeof id !== 'string') throw illegal('Document id must be a string')
  if (id === '') throw illegal('Document id must not be empty')
  const local = id.startsWith('_local/') && id.length > 7
  if (id.startsWith('_') && !local) throw illegal('Only reserved document ids may start with underscore.')
  return id
}

/**
 * Everything that PouchDB takes on trust is checked here, for it would throw inside a callback of LevelDB,
 * where nothing can catch it and the whole server would fall.
 */
export function checkDocument(value: unknown): Fields & { _id?: string; _rev?: string; _deleted?: boolean } {
  const doc = asObject(value, 'Document must be a JSON object')
  const stranger = Object.keys(doc).find((key) => key.startsWith('_') && !special.has(key))
  if (stranger) throw invalid(stranger)
  if (doc._id !== undefined) checkId(doc._id)
  if (doc._rev !== undefined && !String(doc._id).startsWith('_local/')) checkRev(doc._rev)
  if (doc._deleted !== undefined && typeof doc._deleted !== 'boolean') throw invalid('_deleted')
  if (doc._revisions !== undefined) checkRevisions(doc._revisions)
  refuseAttachments(doc)
  return doc
}

/** With `new_edits: false` the document brings its own history. */
export function checkReplicated(doc: Fields): void {
  checkId(doc._id)
  if (doc._rev !== undefined || doc._revisions !== undefined) return
  throw badRequest('When `new_edits: false`, the document needs `_rev` or `_revisions` specified')
}

function checkRevisions(value: unknown): void {
  const { start, ids } = (value ?? {}) as { start?: unknown; ids?: unknown }
  const hashes =
    Array.isArray(ids) && ids.length > 0 && ids.every((id) => typeof id === 'string' && id !== '')
  if (!hashes || !Number.isInteger(start) || (start as number) < ids.length) throw invalid('_revisions')
}

/** Files come as bytes, by routes of their own; nothing of ours puts them into a document's JSON. */
function refuseAttachments(doc: Fields): void {
  if (doc._attachments === undefined) return
  const attachments = asObject(doc._attachments, 'Bad special document member: _attachments')
  if (Object.keys(attachments).length > 0)
    throw badRequest('Attachments in a document are not kept by this engine.')
  delete doc._attachments
}
