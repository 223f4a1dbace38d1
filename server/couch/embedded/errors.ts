/** An answer that is not a success, in CouchDB's shape: `{"error": …, "reason": …}`. */
export class CouchError extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    readonly reason: string,
  ) {
    super(reason)
  }
}

export const badRequest = (reason: string) => new CouchError(400, 'bad_request', reason)
export const notFound = (reason = 'missing') => new CouchError(404, 'not_found', reason)
export const noDatabase = () => notFound('Database does not exist.')
/** Not 404: at a shutdown nobody may take what is there for missing. */
export const closingDown = () => new CouchError(503, 'service_unavailable', 'The engine is closing.')
export const conflict = () => new CouchError(409, 'conflict', 'Document update conflict.')

type PouchTrouble = { status?: unknown; name?: unknown; reason?: unknown; message?: unknown }

/** PouchDB's errors say the same as CouchDB's in other fields; anything else is a fault of ours. */
export function asCouchError(trouble: unknown): CouchError {
  if (trouble instanceof CouchError) return trouble
  const { status, name, reason, message } = (trouble ?? {}) as PouchTrouble
  if (status === 409) return conflict()
  if (typeof status === 'number') return new CouchError(status, String(name), String(reason ?? message))
  console.error('The embedded engine failed:', trouble)
  return new CouchError(500, 'unknown_error', String(message ?? trouble))
}
