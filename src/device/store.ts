/** What the verbs of this room work on: one officer's databases. */
import { openBoxes, type Boxes } from './boxes.ts'
import { openLocal, type Local } from './local.ts'
import type { Account, AnyEntry } from './types.ts'

export interface Store {
  account: Account
  boxes: Boxes
  local: Local
  /** Journals that were fetched by themselves because `in` has not filled up to them yet. Never written to the disk. */
  fetched: Map<string, AnyEntry[]>
}

/** Opens the databases of an officer; what is opened is the caller's to close. */
export async function openStore(account: Account): Promise<Store> {
  const local = await openLocal(account)
  return { account, local, boxes: await openBoxes(account, local), fetched: new Map() }
}

/** What became different on the phone, for whoever shows it. */
export interface Change {
  journals: Set<string> | 'all'
  own: boolean
  drafts: boolean
  media: boolean
}

export const noChange = (): Change => ({ journals: new Set(), own: false, drafts: false, media: false })
