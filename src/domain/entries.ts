/** What an entry is: one act, written once by its author and never edited (design §1). */
import * as v from 'valibot'
import { journalKind, parseEntryId, type JournalKind } from './ids.ts'
import { accessKinds } from './kinds/access.ts'
import { caseKinds, mendingKinds } from './kinds/case.ts'
import { moment } from './kinds/fields.ts'
import { meetingKinds } from './kinds/meeting.ts'
import { villageKinds } from './kinds/village.ts'
import { dayOf } from './time.ts'
import { upcast } from './upcast.ts'

const inMeetings = { note: caseKinds.note, opened: caseKinds.opened }
const schemas = { ...caseKinds, ...meetingKinds, ...villageKinds, ...mendingKinds, ...accessKinds }

export type Kind = keyof typeof schemas
export type DataOf<K extends Kind> = v.InferOutput<(typeof schemas)[K]>

/** Which kinds may stand in which journal. */
export const kindsOf: Record<JournalKind, ReadonlySet<string>> = {
  case: new Set([...Object.keys(caseKinds), ...Object.keys(mendingKinds)]),
  meeting: new Set([...Object.keys(meetingKinds), ...Object.keys(inMeetings), ...Object.keys(mendingKinds)]),
  village: new Set([...Object.keys(villageKinds), ...Object.keys(mendingKinds)]),
  access: new Set(Object.keys(accessKinds)),
}

/** What the desk stamps on the archive's copy of an entry when it arrives. */
export interface Arrived {
  /** The server's time of arrival, UTC. */
  at: string
  /** Order of arrival: rises with every entry that one archive accepts (microseconds since 1970, bumped when equal). */
  order: number
  /** What was added to the device's time, in ms (its measured clock offset). */
  offset: number
  /** The entry's time on corrected clocks, never after `at`. */
  time: string
  /** Why it counts as late, where the author no longer held the case or the office, or the phone was retired. */
  late?: 'reassigned' | 'termEnded' | 'retired'
  /** The decision by which what it said was destroyed: only what remains of it stands here. */
  destroyed?: string
  /** The officer of the desk who read it in from a rescue file; the author is `by` as always. */
  via?: string
}

export interface EntryOf<K extends Kind> {
  _id: string
  _rev?: string
  kind: K
  /** Version of the kind's shape; older ones are upcast when read. */
  v: number
  /** The officer who did it (`pusat` for the server). */
  by: string
  /** The device's own clock, UTC. Says nothing about order. */
  at: string
  data: DataOf<K>
  arrived?: Arrived
}

/** An entry of any kind that this version knows. */
export type Entry = { [K in Kind]: EntryOf<K> }[Kind]

/** An entry whose kind or version is newer than this build: carried, shown as a remark, never dropped. */
export interface ForeignEntry extends Omit<EntryOf<'note'>, 'kind' | 'data'> {
  kind: string
  data: Record<string, unknown>
}

/** What an author hands in: the device adds id, author and time. */
export type NewEntry = { [K in Kind]: { journal: string; kind: K; data: DataOf<K> } }[Kind]

export const VERSION = 1

/** The largest entry, in bytes of JSON: room for a long text and some thumbnails. */
export const MAX_ENTRY_BYTES = 128 * 1024

const envelope = v.object({
  _id: v.pipe(
    v.string(),
    v.check((id) => parseEntryId(id) !== undefined, 'id'),
  ),
  kind: v.pipe(v.string(), v.maxLength(40)),
  v: v.pipe(v.number(), v.integer(), v.minValue(1)),
  by: v.pipe(v.string(), v.maxLength(40)),
  at: moment,
  data: v.record(v.string(), v.unknown()),
})

export type Parsed =
  | { ok: true; entry: Entry }
  /** A kind or version from the future: keep it, do not judge it. */
  | { ok: false; why: 'newer'; entry: ForeignEntry }
  | { ok: false; why: 'invalid'; path: string }

export const isKnownKind = (kind: string): kind is Kind => Object.hasOwn(schemas, kind)

/** The shape of a kind's data; undefined for a kind of a newer version. */
export const schemaOf = (kind: string): (typeof schemas)[Kind] | undefined =>
  isKnownKind(kind) ? schemas[kind] : undefined

/** Checks a document against the schema of its kind. Unknown fields inside `data` are refused nowhere, but dropped. */
export function parseEntry(document: unknown): Parsed {
  const outer = v.safeParse(envelope, document)
  if (!outer.success) return { ok: false, why: 'invalid', path: pathOf(outer.issues) }
  const raw = document as ForeignEntry
  const { kind, v: version } = outer.output
  if (!isKnownKind(kind) || version > VERSION) return { ok: false, why: 'newer', entry: raw }
  const journal = journalKind(parseEntryId(raw._id)!.journal)!
  if (!kindsOf[journal].has(kind)) return { ok: false, why: 'invalid', path: 'kind' }
  const inner = v.safeParse(schemas[kind], upcast(outer.output))
  if (!inner.success) return { ok: false, why: 'invalid', path: `data.${pathOf(inner.issues)}` }
  return { ok: true, entry: { ...raw, data: inner.output } as Entry }
}

/** Whether this version understands the entry: its kind, its version, and that it may stand in its journal. */
export function isCurrent(entry: Entry | ForeignEntry): entry is Entry {
  const journal = journalKind(entry._id.slice(0, entry._id.indexOf(':')))
  return isKnownKind(entry.kind) && entry.v <= VERSION && !!journal && kindsOf[journal].has(entry.kind)
}

/** The data as the kind's schema reads it; undefined where it does not fit. */
export function fitData(kind: Kind, data: unknown): Record<string, unknown> | undefined {
  const result = v.safeParse(schemas[kind], data)
  return result.success ? (result.output as Record<string, unknown>) : undefined
}

/** Checks the data of a new entry before it is written; the path of the first fault, or undefined. */
export function faultIn(kind: Kind, data: unknown): string | undefined {
  const result = v.safeParse(schemas[kind], data)
  return result.success ? undefined : pathOf(result.issues)
}

function pathOf(issues: readonly v.BaseIssue<unknown>[]): string {
  const first = issues[0]
  return (first && v.getDotPath(first)) || '?'
}

/** Byte order of ids: the order in which a journal is folded, the same on every device. */
export function compareIds(a: { _id: string }, b: { _id: string }): number {
  return a._id < b._id ? -1 : a._id > b._id ? 1 : 0
}

/** The union of several copies by id, in key order; the copy that carries a stamp wins. */
export function unionById<T extends { _id: string; arrived?: unknown }>(...sets: Iterable<T>[]): T[] {
  const byId = new Map<string, T>()
  for (const set of sets)
    for (const entry of set) {
      const known = byId.get(entry._id)
      if (!known || (!known.arrived && entry.arrived)) byId.set(entry._id, entry)
    }
  return [...byId.values()].sort(compareIds)
}

/** The moment of an entry on corrected clocks. */
export const timeOf = (entry: { at: string; arrived?: Arrived }): string => entry.arrived?.time ?? entry.at

/** The WIB day of an entry, on corrected clocks. */
export const dayOfEntry = (entry: { at: string; arrived?: Arrived }): string => dayOf(timeOf(entry))
