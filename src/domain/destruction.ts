/**
 * What remains of a case when its file is destroyed: the register's line, and that and when things were done; nobody's
 * name, words or pictures (docs/decisions/035b). Pure: the centre writes it, and everybody folds it.
 */
import type { CaseState } from './case-state.ts'
import { FINAL } from './case-state.ts'
import { isCurrent, schemaOf, timeOf, type Entry, type ForeignEntry } from './entries.ts'
import { namesSomebody } from './hamlet.ts'
import * as f from './kinds/fields.ts'
import type { Village } from './village.ts'

type AnyEntry = Entry | ForeignEntry

/** Stands where a text was that an entry can't be without. */
export const GONE = '[dimusnahkan]'

/** The day until which a case's file is kept; undefined while the case runs. */
export function keptUntil({ endedOn, status }: CaseState, village: Village): string | undefined {
  return endedOn && FINAL.has(status) ? keptFrom(endedOn, village) : undefined
}

/** The same of the day on which it ended. */
export function keptFrom(endedOn: string, { settings }: Village): string {
  const year = Number(endedOn.slice(0, 4)) + settings.retention.caseYears
  return `${year}${endedOn.slice(4) === '-02-29' ? '-03-01' : endedOn.slice(4)}`
}

/** The free texts that stay: they are the register's line, or say which act of an office it was. */
const STAYS: ReadonlySet<string> = new Set([
  'registered.subject',
  'registered.category',
  'registered.paperNumber',
  'registered.place.dusun',
  'classified.category',
  'numbered.number',
  'referred.agency',
  'referred.letterNumber',
  'referralReplied.letterNumber',
  'destructionProposed.reason',
  'identityDestroyed.decision',
])

/** The decision by which a case's file is destroyed: the last one; undefined while there is none. */
export const destructionIn = <T extends AnyEntry>(entries: readonly T[]): T | undefined =>
  entries.findLast((entry) => entry.kind === 'identityDestroyed' && isCurrent(entry))

/** Whether an entry belongs to what the decision destroys: whatever was written before it, however late it came. */
export const isDestroyedBy = (entry: AnyEntry, decision: AnyEntry): boolean =>
  entry._id !== decision._id && (entry._id < decision._id || timeOf(entry) < timeOf(decision))

/** The entries of a journal that its decision destroys and that still say what they said, as they shall be from now on. */
export function toDestroy(state: CaseState): Entry[] {
  const entries = state.lines.map(({ entry }) => entry as Entry)
  const decision = destructionIn(entries)
  if (!decision) return []
  const kinds = new Map(entries.map(({ _id, kind }) => [_id, kind as string]))
  return entries
    .filter((entry) => entry.arrived && !entry.arrived.destroyed && isDestroyedBy(entry, decision))
    .map((entry) => {
      const data = remainsOf(entry, state, kinds)
      return { ...entry, data, arrived: { ...entry.arrived, destroyed: decision._id } } as Entry
    })
}

/** The data of an entry without what anybody wrote or showed. */
function remainsOf(entry: Entry, state: CaseState, kinds: ReadonlyMap<string, string>): object {
  if (!isCurrent(entry)) return {}
  if (entry.kind === 'corrected') {
    const { entry: target, changes } = entry.data
    const kind = kinds.get(target)
    const schema = kind && schemaOf(kind)
    return {
      entry: target,
      changes: schema ? remains(schema, changes, kind, state) : {},
      reason: GONE,
    }
  }
  return remains(schemaOf(entry.kind)!, entry.data, entry.kind, state)
}

interface Schema {
  type: string
  wrapped?: Schema
  item?: Schema
  entries?: Record<string, Schema>
}

const FREE: ReadonlySet<unknown> = new Set([f.short, f.medium, f.long])
/** Whom one calls, where something lay, and what was shown. */
const NEVER: ReadonlySet<unknown> = new Set([f.phone, f.attachments, f.place.entries.gps])

/** Only what the schema knows is kept of an object. That something was written still counts: a reason given waives. */
function remains(schema: Schema, value: unknown, path: string, state: CaseState): Record<string, unknown> {
  const left: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(schema.entries ?? {})) {
    const given = (value as Record<string, unknown> | undefined)?.[name]
    if (given === undefined) continue
    const kept = given === null ? null : remainsOfField(inner, given, `${path}.${name}`, state)
    if (kept !== undefined) left[name] = kept
  }
  return left
}

function remainsOfField(schema: Schema, value: unknown, path: string, state: CaseState): unknown {
  const inner = schema.type === 'optional' ? schema.wrapped! : schema
  if (NEVER.has(schema) || NEVER.has(inner)) return undefined
  if (FREE.has(inner)) return textLeft(value, path, state)
  if (inner.type === 'object') return remains(inner, value, path, state)
  if (inner.type === 'array' && inner.item?.type === 'object')
    return Array.isArray(value) ? value.map((each) => remains(inner.item!, each, path, state)) : undefined
  return inner.type === 'unknown' || inner.type === 'record' ? undefined : value
}

/**
 * A name is not there at all, any other text is said to be gone. A subject that names somebody goes like the rest, and so
 * does one that never came into the book: the category says what it was about.
 */
function textLeft(value: unknown, path: string, state: CaseState): unknown {
  if (path.startsWith('identityGiven.')) return undefined
  if (!STAYS.has(path)) return GONE
  const goes = path === 'registered.subject' && (state.toBook || namesSomebody(String(value), state))
  return goes ? state.category || GONE : value
}
