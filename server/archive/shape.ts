/** Whether a document that somebody sends is an entry at all, before anybody asks whether it may be written. */
import { MAX_ENTRY_BYTES, parseEntry, type Entry } from '../../src/domain/entries.ts'
import { parseEntryId } from '../../src/domain/ids.ts'
import { isWellFormed } from '../../src/domain/well-formed.ts'
import { authored } from './content.ts'
import { RetryLater, type DoorRefusal } from './refusals.ts'

const ENVELOPE = new Set(['_id', 'kind', 'v', 'by', 'at', 'data'])

export type Shaped = { ok: true; entry: Entry } | { ok: false; why: DoorRefusal; path?: string }

export interface Author {
  officer: string
  /** Every device ever enrolled for the officer. */
  devices: ReadonlySet<string>
}

/** The document as an entry of that author. Throws RetryLater where it is of a newer kind or version. */
export function shape(document: unknown, author: Author): Shaped {
  if (!isRecord(document) || typeof document._id !== 'string')
    return { ok: false, why: 'invalid', path: '_id' }
  if (isChange(document)) return { ok: false, why: 'immutable' }
  const content = authored(document)
  const size = bytesOf(content)
  if (size === undefined) return { ok: false, why: 'invalid', path: 'data' }
  if (size > MAX_ENTRY_BYTES) return { ok: false, why: 'too-large' }
  const stranger = 'arrived' in document ? 'arrived' : Object.keys(content).find((key) => !ENVELOPE.has(key))
  const parsed = parseEntry(content)
  if (!parsed.ok && parsed.why === 'invalid') return { ok: false, why: 'invalid', path: parsed.path }
  if (stranger && parsed.ok) return { ok: false, why: 'invalid', path: stranger }
  const { _id, by } = parsed.entry
  if (by !== author.officer) return { ok: false, why: 'forged-author' }
  if (!author.devices.has(parseEntryId(_id)!.device)) return { ok: false, why: 'forged-device' }
  if (!parsed.ok) throw new RetryLater('newer-kind')
  return { ok: true, entry: parsed.entry }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A deletion, or any revision but the first. */
function isChange(document: Record<string, unknown>): boolean {
  const { _deleted, _rev, _revisions } = document
  if (_deleted !== undefined && _deleted !== false) return true
  if (_rev !== undefined && !String(_rev).startsWith('1-')) return true
  return _revisions !== undefined && (_revisions as { start?: unknown } | null)?.start !== 1
}

/** The size as JSON; undefined where it can't be written: nested too deeply, or with half a character in it. */
export function bytesOf(content: unknown): number | undefined {
  try {
    return isWellFormed(content) ? Buffer.byteLength(JSON.stringify(content)) : undefined
  } catch {
    return undefined
  }
}
