/** Writing into the archive: only ever creating, so that what exists can't be changed by anyone. */
import { bulk, readMany, type BulkResult, type Db } from '../couch/index.ts'
import { sameContent } from './content.ts'

/** CouchDB refuses bodies over 8 MB by default; half of that leaves room for escapes. */
const MAX_BYTES = 4 * 1024 * 1024
const MAX_DOCS = 500

export type Created = 'created' | 'same' | 'different'
type Doc = { _id: string }

/** Creates documents. An id that exists already is `same` or `different`, compared without stamp and revision. */
export async function createAll<T extends Doc>(db: Db, docs: readonly T[]): Promise<Created[]> {
  const results: BulkResult[] = []
  for (const part of parts(docs)) results.push(...(await bulk<Doc>(db, part)))
  const clashes = docs.filter((_, index) => isClash(results[index]!))
  const existing = await readMany<Doc>(
    db,
    clashes.map(({ _id }) => _id),
  )
  const verdict = new Map(
    clashes.map((doc, index) => [
      doc,
      existing[index] && sameContent(doc, existing[index]) ? 'same' : 'different',
    ]),
  )
  return docs.map((doc) => (verdict.get(doc) as Created | undefined) ?? 'created')
}

/** Any other error than a conflict is a fault: whoever asked has to ask again. */
function isClash(result: BulkResult): boolean {
  if (result.ok) return false
  if (result.error === 'conflict') return true
  throw new Error(`the engine did not write: ${result.error}`)
}

/** Cuts a list of documents into requests that the engine takes. */
export function* parts<T>(docs: readonly T[]): Generator<T[]> {
  let part: T[] = []
  let bytes = 0
  for (const doc of docs) {
    const size = Buffer.byteLength(JSON.stringify(doc))
    if (part.length > 0 && (part.length >= MAX_DOCS || bytes + size > MAX_BYTES)) {
      yield part
      part = []
      bytes = 0
    }
    part.push(doc)
    bytes += size
  }
  if (part.length > 0) yield part
}
