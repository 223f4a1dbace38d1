/** Up to where `in` holds the mailbox: kept inside `in`, so that it goes when `in` goes. */
import type { Pouch } from '../pouch.ts'

export type Seq = string | number

interface Reached {
  _id: string
  _rev?: string
  seq: Seq
}

const ID = '_local/reached'

/** Undefined where this copy was never complete. */
export const reachedBy = async (inbox: Pouch): Promise<Seq | undefined> => (await read(inbox))?.seq

/** Notes that everything up to a sequence of the mailbox is stored. */
export async function noteReached(inbox: Pouch, seq: Seq): Promise<void> {
  const known = await read(inbox)
  if (known?.seq === seq) return
  await asLocal(inbox).put({ ...known, _id: ID, seq })
}

function read(inbox: Pouch): Promise<Reached | undefined> {
  return asLocal(inbox)
    .get(ID)
    .catch((error: { status?: number }) => {
      if (error.status === 404) return undefined
      throw error
    })
}

const asLocal = (inbox: Pouch) => inbox as unknown as PouchDB.Database<Reached>
