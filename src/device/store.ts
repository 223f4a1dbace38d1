/** What the verbs of this room work on: one officer's databases. */
import type { Boxes } from './boxes.ts'
import type { Local } from './local.ts'
import type { Account } from './types.ts'

export interface Store {
  account: Account
  boxes: Boxes
  local: Local
}

/** What became different on the phone, for whoever shows it. */
export interface Change {
  journals: Set<string> | 'all'
  own: boolean
  drafts: boolean
}

export const noChange = (): Change => ({ journals: new Set(), own: false, drafts: false })
