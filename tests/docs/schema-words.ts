/** The schemas in the words of docs/protocol.md: one line of a table for each field. */
import * as f from '../../src/domain/kinds/fields.ts'

/** What valibot's schemas and checks tell about themselves. */
interface Schema {
  type: string
  wrapped?: Schema
  item?: Schema
  entries?: Record<string, Schema>
  options?: readonly string[]
  pipe?: readonly { type: string; requirement?: unknown }[]
}

export interface Field {
  /** `place.gps.lat`, `decisions[].text`; `?` marks what may be left out. */
  path: string
  type: string
}

const NAMED = new Map<unknown, string>([
  [f.short, 'short text'],
  [f.medium, 'medium text'],
  [f.long, 'long text'],
  [f.officer, 'officer id'],
  [f.officers, 'up to 60 × officer id'],
  [f.caseId, 'case id'],
  [f.entryRef, 'entry id'],
  [f.day, 'day'],
  [f.moment, 'moment'],
  [f.phone, 'phone number'],
  [f.rtRw, 'RT/RW'],
  [f.place, '[place](#place)'],
  [f.attachments, 'up to 40 × [attachment](#attachment)'],
  [f.identityFlags, '[identity flags](#identity-flags)'],
  [f.reportedBy, '[reportedBy](#reportedby)'],
])

/** The lines of the table of one object. */
export const fieldsOf = (schema: unknown): Field[] => rowsOf(schema as Schema, '')

function rowsOf({ entries = {} }: Schema, parent: string): Field[] {
  return Object.entries(entries).flatMap(([name, schema]) => {
    const inner = schema.type === 'optional' ? schema.wrapped! : schema
    const path = `${parent}${name}`
    const own = { path: inner === schema ? path : `${path}?`, type: typeOf(schema) }
    if (NAMED.has(schema) || NAMED.has(inner) || isPartialFlags(inner)) return [own]
    if (inner.type === 'object') return [own, ...rowsOf(inner, `${path}.`)]
    const { item } = inner
    return item?.type === 'object' ? [own, ...rowsOf(item, `${path}[].`)] : [own]
  })
}

/** The type of a value, in words. */
export function typeOf(schema: unknown): string {
  const known = NAMED.get(schema)
  if (known) return known
  const { type, wrapped, item, options, pipe = [] } = schema as Schema
  const limit = (name: string) => pipe.find((check) => check.type === name)?.requirement
  if (type === 'optional') return typeOf(wrapped)
  if (isPartialFlags(schema as Schema)) return '[identity flags](#identity-flags), each optional'
  if (type === 'picklist') return options!.map((option) => `\`${option}\``).join(' · ')
  if (type === 'array') return `${count(limit('min_length'), limit('max_length'))} × ${typeOf(item)}`
  if (type === 'number') return numberType(pipe, limit('min_value'), limit('max_value'))
  if (type === 'string') return textType(limit('regex'), limit('min_length'), limit('max_length'))
  if (type === 'unknown') return 'any JSON'
  return type === 'record' ? 'object' : type
}

function count(least: unknown, most: unknown): string {
  if (most === undefined) return least ? `${String(least)} or more` : 'any number of'
  return least ? `${String(least)}–${String(most)}` : `up to ${String(most)}`
}

function numberType(pipe: Schema['pipe'], least: unknown, most: unknown): string {
  const name = pipe?.some(({ type }) => type === 'integer') ? 'integer' : 'number'
  if (least === undefined) return name
  return most === undefined ? `${name} ≥ ${String(least)}` : `${name} ${String(least)}–${String(most)}`
}

function textType(regex: unknown, least: unknown, most: unknown): string {
  if (regex instanceof RegExp) return `text \`${regex.source}\``
  return most === undefined ? 'text' : `text of ${String(least ?? 0)}–${String(most)} characters`
}

/** `v.partial` makes a new schema of the flags. */
function isPartialFlags({ type, entries = {} }: Schema): boolean {
  const keys = Object.keys(f.identityFlags.entries)
  return (
    type === 'object' &&
    Object.keys(entries).join() === keys.join() &&
    Object.values(entries).every((entry) => entry.type === 'optional') &&
    // As in the village's profile, `identityGiven` has fields of these names too, but of text.
    Object.values(entries).every((entry) => entry.wrapped?.type === 'picklist')
  )
}

/** A field as the first two cells of its line. */
export const cellsOf = ({ path, type }: Field): string => `| \`${path}\` | ${type} |`
