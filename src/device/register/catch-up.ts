/**
 * The register follows the two databases: a small summary per case, and the place it was folded up to. It opens at
 * once, catches up, and can be thrown away at any time.
 */
import { journalOf, VILLAGE } from '../../domain/ids.ts'
import { EMPTY_VILLAGE, type Village } from '../../domain/village.ts'
import { withBoxes } from '../boxes.ts'
import { getMeta, setMeta } from '../local.ts'
import { eraseAbsent, eraseTaken } from '../media/erase.ts'
import { nameFiles } from '../media/name.ts'
import { lockName } from '../names.ts'
import { withLock } from '../locks.ts'
import { eraseOldBodies } from '../pouch.ts'
import { noChange, type Change, type Store } from '../store.ts'
import { isEmpty, journalsOf, newsSince, startOf, type News } from './changes.ts'
import { foldInto, noRows, type Rows } from './fold.ts'
import { eraseDestroyed, eraseSecrets, settleSeen } from './own.ts'
import { readMany } from './read.ts'
import { toFoldAgain, writeRows } from './write.ts'

/** Folds what is new in either database; answers what became different. */
export function catchUp(store: Store): Promise<Change> {
  return withLock(lockName(store.account, 'register'), () => withBoxes(store.boxes, () => step(store)))
}

async function step(store: Store): Promise<Change> {
  const known = await getMeta(store.local, 'position')
  const from = startOf(known, store.boxes.epoch)
  const news = await newsSince(store, from)
  const afresh = known?.version !== from.version
  if (isEmpty(news) && known && !afresh && known.epoch === from.epoch) return noChange()
  await erase(store, news)
  const own = await settleSeen(store, news)
  const named = await nameFiles(store.local, news.written)
  const destroyed = await eraseDestroyed(store, news.altered)
  const erased = await eraseTaken(store.local, [...news.taken, ...destroyed])
  const journals = journalsOf(news)
  const rows = await foldAll(store, journals)
  const refilling = await getMeta(store.local, 'refilling')
  const drafts = await writeRows(store, rows, { to: news.to, afresh, refilling, takenFrom: takenFrom(news) })
  await eraseSecrets(store, journals)
  return { journals: afresh || rows.village ? 'all' : journals, own, drafts, media: named || erased }
}

/** Folds some journals anew, where what decides about them has changed and not their entries. */
export async function refold(store: Store, journals: Set<string>): Promise<void> {
  if (!journals.size) return
  const rows = await foldAll(store, journals)
  await writeRows(store, rows, { takenFrom: journals })
  await eraseSecrets(store, journals)
}

/** After `in` was filled anew: what the register still holds of journals that did not come back goes. */
export async function sweep(store: Store): Promise<void> {
  await refold(store, await withBoxes(store.boxes, () => toFoldAgain(store)))
  await eraseAbsent(store)
  await setMeta(store.local, 'refilling', false)
}

/** Folds the village first: where its rules change, every case's deadline may. */
async function foldAll(store: Store, journals: Set<string>): Promise<Rows> {
  const rows = noRows()
  const known = { ...EMPTY_VILLAGE, ...(await getMeta(store.local, 'village')) }
  if (journals.has(VILLAGE)) await foldThem(store, new Set([VILLAGE]), rows, known)
  const village = rows.village ?? known
  const others = new Set([...journals].filter((id) => id !== VILLAGE))
  if (rulesOf(village) !== rulesOf(known))
    for (const id of await store.local.getAllKeys('cases')) others.add(id)
  await foldThem(store, others, rows, village)
  return rows
}

async function foldThem(store: Store, journals: Set<string>, rows: Rows, village: Village): Promise<void> {
  for await (const [id, entries] of readMany(store, journals)) foldInto(rows, id, entries, village)
}

/** What the rows of cases take from the village, to compare. */
const rulesOf = ({ rules, holidays }: Village): string => JSON.stringify([rules, holidays])

const takenFrom = ({ taken }: News): Set<string> => new Set(taken.map(journalOf))

/** A deleted document's old body stays readable until it is compacted: what was taken away or destroyed is erased now. */
async function erase({ boxes }: Store, { taken, altered }: News): Promise<void> {
  for (const id of [...taken, ...altered]) await eraseOldBodies(boxes.in, id)
}
