/**
 * Data for every kind of entry, made from its schema: every text that the schema leaves free holds a mark. A new kind or
 * field is thereby in the tests that go through all kinds; one that can't be made fails them.
 */
import { accessKinds } from '../../src/domain/kinds/access.ts'
import { caseKinds, mendingKinds } from '../../src/domain/kinds/case.ts'
import * as f from '../../src/domain/kinds/fields.ts'
import { meetingKinds } from '../../src/domain/kinds/meeting.ts'
import { villageKinds } from '../../src/domain/kinds/village.ts'
import { faultIn, type Kind } from '../../src/domain/entries.ts'
import { caseId, TODAY } from './domain.ts'

export const SCHEMAS = { ...caseKinds, ...mendingKinds, ...meetingKinds, ...villageKinds, ...accessKinds }

interface Schema {
  type: string
  wrapped?: Schema
  item?: Schema
  entries?: Record<string, Schema>
  options?: readonly unknown[]
  pipe?: readonly { type: string; requirement?: unknown }[]
}

export interface Marks {
  /** Stands in every free text. */
  text: string
  officer: string
  /** An entry of the same journal. */
  entry: string
  hash: string
}

/** Data that fits the kind, with every optional field in it. Throws where a schema asks for what is not known here. */
export function sampleOf(kind: Kind, marks: Marks): Record<string, unknown> {
  const data = valueOf(SCHEMAS[kind] as unknown as Schema, marks) as Record<string, unknown>
  const path = faultIn(kind, data)
  if (path) throw new Error(`no sample of ${kind}: ${path}`)
  return data
}

function valueOf(schema: Schema, marks: Marks): unknown {
  const known = new Map<unknown, unknown>([
    [f.officer, marks.officer],
    [f.caseId, caseId('other')],
    [f.entryRef, marks.entry],
    [f.day, TODAY],
    [f.moment, `${TODAY}T05:00:00.000Z`],
    [f.phone, '+6281200000099'],
    [f.rtRw, '001'],
  ])
  if (known.has(schema)) return known.get(schema)
  const { type, wrapped, item, entries = {}, options = [], pipe = [] } = schema
  const limit = (name: string) => pipe.find((check) => check.type === name)?.requirement
  if (type === 'optional') return valueOf(wrapped!, marks)
  if (type === 'object')
    return Object.fromEntries(Object.entries(entries).map(([name, inner]) => [name, valueOf(inner, marks)]))
  if (type === 'array') return [valueOf(item!, marks)]
  if (type === 'picklist') return options[0]
  if (type === 'boolean') return true
  if (type === 'number') return Number(limit('min_value') ?? 1)
  if (type === 'record') return { text: marks.text }
  if (type === 'unknown') return marks.text
  if (type === 'string') return textOf(limit('regex'), Number(limit('max_length') ?? Infinity), marks)
  throw new Error(`a schema of type ${type}`)
}

/** Texts of a fixed shape, each by a value that has it. */
function textOf(regex: unknown, most: number, { text, hash }: Marks): string {
  if (!(regex instanceof RegExp)) return text.slice(0, most)
  const fits = [hash, '4F7K2M9XC', 'subject', 'profile'].find((value) => regex.test(value))
  if (!fits) throw new Error(`a text of the shape ${regex.source}`)
  return fits
}
