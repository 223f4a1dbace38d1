/** Writing folded rows, with the position they were folded up to, in one transaction. */
import { setMeta, type Local, type Position } from '../local.ts'
import type { Store } from '../store.ts'
import type { Rows } from './fold.ts'

export interface Step {
  /** The position reached; without it, it stays. */
  to?: Position
  /** The register starts from nothing: whatever it held is of another version. */
  afresh?: boolean
  /** Journals from which something was taken: where they are gone, drafts about them go too. */
  takenFrom: Set<string>
  /** `in` still fills: a journal that has not come yet keeps its row, unless something was taken from it. */
  refilling?: boolean
}

/** Writes the rows; answers whether drafts were removed. */
export async function writeRows({ local }: Store, rows: Rows, step: Step): Promise<boolean> {
  const tx = local.transaction(['cases', 'meetings', 'meta'], 'readwrite')
  const cases = tx.objectStore('cases')
  const meetings = tx.objectStore('meetings')
  if (step.afresh) await Promise.all([cases.clear(), meetings.clear()])
  for (const row of rows.cases) void cases.put(row)
  for (const row of rows.meetings) void meetings.put(row)
  const gone = rows.gone.filter((id) => !step.refilling || step.takenFrom.has(id))
  for (const id of gone) void (id.startsWith('c') ? cases : meetings).delete(id)
  if (rows.village) void tx.objectStore('meta').put(rows.village, 'village')
  if (step.to) void tx.objectStore('meta').put(step.to, 'position')
  await tx.done
  return removeDrafts(local, new Set(rows.gone.filter((id) => step.takenFrom.has(id))))
}

/** Removes the drafts about journals that are not here any more. */
export async function removeDrafts(local: Local, journals: Set<string>): Promise<boolean> {
  if (!journals.size) return false
  const tx = local.transaction('drafts', 'readwrite')
  const about = (await tx.store.getAll()).filter((draft) => draft.about && journals.has(draft.about))
  for (const { id } of about) void tx.store.delete(id)
  await tx.done
  return about.length > 0
}

/** After `in` was filled anew: what the register holds of journals that did not come back goes. */
export async function sweep(store: Store): Promise<void> {
  const { local, boxes } = store
  const present = new Set<string>()
  for (const pouch of [boxes.in, boxes.out])
    for (const { id } of (await pouch.allDocs()).rows) present.add(id.slice(0, id.indexOf(':')))
  const absent = async (name: 'cases' | 'meetings') =>
    (await local.getAllKeys(name)).filter((id) => !present.has(id))
  const gone = [...(await absent('cases')), ...(await absent('meetings'))]
  await writeRows(store, { cases: [], meetings: [], gone }, { takenFrom: new Set(gone) })
  await setMeta(local, 'refilling', false)
}
