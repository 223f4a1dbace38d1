/** The mailboxes: one database per officer, derived from the archive. */
import { randomUUID } from 'node:crypto'
import { isOfficerId } from '../../src/domain/ids.ts'
import {
  boxName,
  ensureDatabase,
  getDoc,
  putDoc,
  readRange,
  upsert,
  type Couch,
  type Db,
} from '../couch/index.ts'

export interface Box {
  officer: string
  db: Db
  /** New whenever the mailbox was lost: a phone that followed the old one starts afresh. */
  generation: string
}

export interface Boxes {
  /** The mailbox of an officer, made where there is none. Throws RangeError on what is no officer's id. */
  open(officer: string): Promise<Box>
  /** Officers who have a mailbox. */
  officers(): Promise<string[]>
  /** To be called when a mailbox turned out to be gone: the next `open` looks again, and makes a new one. */
  forgetAll(): void
}

interface Generation {
  generation: string
}

const PREFIX = 'box:'
/** Inside the mailbox, never replicated nor copied: it goes when the mailbox goes. */
const INSIDE = '_local/generation'

/** The mailboxes of a village; `desk` keeps the list of them. */
export function openBoxes(couch: Couch, village: string, desk: Db): Boxes {
  const opened = new Map<string, Promise<Box>>()

  async function openBox(officer: string): Promise<Box> {
    const db = await ensureDatabase(couch, boxName(village, officer))
    const inside = (await getDoc<Generation>(db, INSIDE))?.generation
    // Where the two disagree the database is another one than it was.
    const doc = await upsert<Generation>(desk, PREFIX + officer, (old) =>
      old && old.generation === inside ? undefined : { generation: randomUUID() },
    )
    const { generation } = doc!
    if (inside !== generation) await putDoc<Generation>(db, { _id: INSIDE, generation })
    return { officer, db, generation }
  }

  return {
    open(officer) {
      if (!isOfficerId(officer)) return Promise.reject(new RangeError('no officer id'))
      const known = opened.get(officer)
      if (known) return known
      const box = openBox(officer)
      opened.set(officer, box)
      box.catch(() => opened.delete(officer))
      return box
    },
    async officers() {
      const docs = await readRange(desk, { prefix: PREFIX })
      return docs.map(({ _id }) => _id.slice(PREFIX.length))
    },
    forgetAll: () => opened.clear(),
  }
}
