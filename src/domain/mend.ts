/** Corrections and retractions: what an entry of a journal says after later entries mended it. */
import type { Line, Remark } from './case-state.ts'
import { fitData, isCurrent, type Entry, type EntryOf, type ForeignEntry } from './entries.ts'
import { counterOf } from './ids.ts'
import { upcast } from './upcast.ts'

type AnyEntry = Entry | ForeignEntry
type Lines = Map<string, Line>

/** Never struck out: nothing leaves the register, and what is destroyed stays destroyed. */
const NEVER_STRUCK: ReadonlySet<string> = new Set([
  'registered',
  'booked',
  'numbered',
  'identityDestroyed',
  'opened',
  'meetingCalled',
])

/** Never changed: strike the mending out and write another; the server's own numbers are final. */
const NEVER_CHANGED: ReadonlySet<string> = new Set([
  'booked',
  'numbered',
  'identityDestroyed',
  'opened',
  'corrected',
  'retracted',
])

export const canBeStruck = (kind: string): boolean => !NEVER_STRUCK.has(kind)
export const canBeChanged = (kind: string): boolean => !NEVER_CHANGED.has(kind)

/** Whether an entry is the correction that hid an identity: to strike it out is to reveal. */
export const hides = (entry: AnyEntry): boolean =>
  entry.kind === 'corrected' && (entry as EntryOf<'corrected'>).data.changes?.confidential === true

/** The lines of a journal after all mending. `sorted`: each entry once, in key order. */
export function mend(sorted: readonly AnyEntry[]): { lines: Line[]; remarks: Remark[] } {
  const lines: Lines = new Map(sorted.map((entry) => [entry._id, { entry, data: upcast(entry) }]))
  const remarks: Remark[] = []
  strikeOut(lines, remarks)
  correct(lines, remarks)
  return { lines: [...lines.values()], remarks }
}

/** From the last to the first, so that a retraction which is itself struck out has no effect. */
function strikeOut(lines: Lines, remarks: Remark[]): void {
  for (const line of [...lines.values()].reverse()) {
    const { entry } = line
    if (line.retractedBy || entry.kind !== 'retracted' || !isCurrent(entry)) continue
    const target = targetOf(lines, entry)
    if (!target || !canBeStruck(target.entry.kind) || names(target, entry.by)) {
      remarks.push({ entry: entry._id, why: 'noTarget' })
    } else target.retractedBy = entry._id
  }
}

function correct(lines: Lines, remarks: Remark[]): void {
  for (const line of lines.values()) {
    const { entry } = line
    if (line.retractedBy || entry.kind !== 'corrected' || !isCurrent(entry)) continue
    const target = targetOf(lines, entry)
    const data = target && changed(target, (entry as EntryOf<'corrected'>).data.changes)
    if (!target || !data) remarks.push({ entry: entry._id, why: 'noTarget' })
    else {
      target.data = data
      target.correctedBy = [...(target.correctedBy ?? []), entry._id]
    }
  }
}

/** The line that a mending entry names, if its author can have seen it (a lower counter). */
function targetOf(lines: Lines, entry: AnyEntry): Line | undefined {
  const target = lines.get((entry as EntryOf<'retracted'>).data.entry)
  return target && counterOf(target.entry._id) < counterOf(entry._id) ? target : undefined
}

/** The target's data after a correction; undefined where it may not be changed so, or would no longer fit. */
export function changed(target: Line, changes: Record<string, unknown>): Record<string, unknown> | undefined {
  const { entry, data } = target
  if (!isCurrent(entry) || !canBeChanged(entry.kind)) return undefined
  const next: Record<string, unknown> = { ...data, ...changes }
  for (const key of Object.keys(next)) if (next[key] === null) delete next[key] // null takes an optional field away
  if ('code' in data) next.code = data.code // the receipt code has been handed out
  if ('respondents' in data) next.respondents = union(respondentsIn(data), respondentsIn(next))
  return fitData(entry.kind, next)
}

/** A correction never takes a respondent off: the desk lifts a restriction by a `restricted` entry of its own. */
const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])]

/** Whether an entry names the officer as respondent (who then may not strike it out). */
const names = (line: Line, officer: string): boolean =>
  respondentsIn(line.data).includes(officer) || respondentsIn(line.data.changes).includes(officer)

function respondentsIn(data: unknown): string[] {
  const list = (data as { respondents?: unknown } | undefined)?.respondents
  return Array.isArray(list) ? (list as string[]) : []
}
