/** What the screen folds: the mailbox's copy of a journal and the own entries that it does not decide about yet. */
import { unionById } from '../domain/entries.ts'
import { journalRange } from '../domain/ids.ts'
import { withBoxes, type Boxes } from './boxes.ts'
import type { Journal } from './contract.ts'
import { keysOf, type Local, type OwnState } from './local.ts'
import type { Pouch } from './pouch.ts'
import type { AnyEntry } from './types.ts'

/**
 * Own entries that show by themselves: unsent ones, and confirmed ones until this phone's copy of the mailbox has
 * certainly passed them. From then on only the mailbox decides, so that a case that was taken away disappears.
 */
export const showsByItself = (state: OwnState | undefined): boolean =>
  state === undefined || state === 'unsent' || state === 'confirmed'

/** One journal as this phone may show it. */
export function readJournal(boxes: Boxes, local: Local, id: string): Promise<Journal> {
  return withBoxes(boxes, async () => {
    const [theirs, mine, own, refused] = await Promise.all([
      entriesOf(boxes.in, id),
      entriesOf(boxes.out, id),
      local.getAll('own', keysOf(id)),
      local.getAll('refused', keysOf(id)),
    ])
    const state = new Map(own.map((each) => [each.id, each.state]))
    const shown = mine.filter(({ _id }) => showsByItself(state.get(_id)))
    return { entries: unionById(theirs, shown), refused }
  })
}

/** One journal's documents of one database. */
export async function entriesOf(pouch: Pouch, journal: string): Promise<AnyEntry[]> {
  const { rows } = await pouch.allDocs({ ...journalRange(journal), include_docs: true })
  return rows.flatMap((row) => ('doc' in row && row.doc ? [row.doc as AnyEntry] : []))
}
