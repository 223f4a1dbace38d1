/** Writing folded rows, with the position they were folded up to, in one transaction. */
import type { CaseRow, Local, MeetingRow, Position } from '../local.ts'
import { eraseHeld } from '../media/held.ts'
import type { Store } from '../store.ts'
import type { Rows } from './fold.ts'

export interface Step {
  /** The position reached; without it, it stays. */
  to?: Position
  /** The register starts from nothing: whatever it held is of another version. */
  afresh?: boolean
  /** Journals from which something was taken: where they are gone, drafts about them go too. */
  takenFrom: Set<string>
  /** `in` still fills: a journal that has not (all) come yet keeps its row, unless something was taken from it. */
  refilling?: boolean
}

type Row = CaseRow | MeetingRow

/** Writes the rows; answers whether drafts were removed. */
export async function writeRows({ local }: Store, rows: Rows, step: Step): Promise<boolean> {
  const tx = local.transaction(['cases', 'meetings', 'words', 'meta'], 'readwrite')
  const cases = tx.objectStore('cases')
  const meetings = tx.objectStore('meetings')
  const words = tx.objectStore('words')
  if (step.afresh) await Promise.all([cases.clear(), meetings.clear(), words.clear()])
  const keeps = (id: string) => step.refilling && !step.takenFrom.has(id)
  /** A row that tells of more than has come is not replaced by half a journal. */
  const better = <R extends Row>(row: R, known: R | undefined): R =>
    known && extentOf(known) > extentOf(row) ? { ...known, ahead: true } : row
  for (const row of rows.cases) void cases.put(keeps(row.id) ? better(row, await cases.get(row.id)) : row)
  for (const row of rows.meetings)
    void meetings.put(keeps(row.id) ? better(row, await meetings.get(row.id)) : row)
  const gone = rows.gone.filter((id) => !keeps(id))
  for (const [id, said] of rows.words) void words.put(said, id)
  for (const id of gone) void (id.startsWith('c') ? cases : meetings).delete(id)
  for (const id of gone) void words.delete(id)
  if (rows.village) void tx.objectStore('meta').put(rows.village, 'village')
  if (step.to) void tx.objectStore('meta').put(step.to, 'position')
  await tx.done
  return removeDrafts(local, new Set(rows.gone.filter((id) => step.takenFrom.has(id))))
}

/** How much of its journal a row tells of. */
const extentOf = ({ summary, own = 0 }: CaseRow | (MeetingRow & { own?: never })): number =>
  'entries' in summary ? summary.entries - own : summary.lastCounter

/** Removes the drafts about journals that are not here any more. */
export async function removeDrafts(local: Local, journals: Set<string>): Promise<boolean> {
  if (!journals.size) return false
  const tx = local.transaction('drafts', 'readwrite')
  const about = (await tx.store.getAll()).filter((draft) => draft.about && journals.has(draft.about))
  for (const { id } of about) void tx.store.delete(id)
  await tx.done
  await eraseHeld(local, about)
  return about.length > 0
}

/**
 * After `in` was filled anew: the journals whose rows tell of what did not come (back). Own acts that are kept in `out`
 * make no case present.
 */
export async function toFoldAgain({ local, boxes }: Store): Promise<Set<string>> {
  const present = new Set((await boxes.in.allDocs()).rows.map(({ id }) => id.slice(0, id.indexOf(':'))))
  const rows: Row[] = [...(await local.getAll('cases')), ...(await local.getAll('meetings'))]
  return new Set(rows.filter(({ id, ahead }) => ahead || !present.has(id)).map(({ id }) => id))
}
