/** How the databases of an officer are called. Several officers share a browser, so each name carries theirs. */
import type { Account } from './types.ts'

type Who = Pick<Account, 'village' | 'officer'>

/** PouchDB's idb adapter puts this before the name it is given. */
const POUCH = '_pouch_'

const base = ({ village, officer }: Who) => `kentongan-${village}-${officer}`

export const ACCOUNTS = 'kentongan-accounts'
/** What other apps shared into this one. */
export const SHARES = 'kentongan-shares'

/** Register, drafts and what is known about own entries: raw IndexedDB. */
export const localName = (who: Who): string => base(who)
/** Own acts: appended and pushed, never pulled. */
export const outName = (who: Who): string => `${base(who)}-out`
/** The mailbox: pulled only. A new generation of the mailbox gets a new database. */
export const inName = (who: Who, epoch: number): string => `${base(who)}-in${epoch ? `-${epoch}` : ''}`
/** The name under which the browser knows a PouchDB. */
export const rawName = (pouch: string): string => POUCH + pouch
/** How the tabs of one officer hear of each other. */
export const channelName = (who: Who): string => base(who)
/** Web Locks: they only save work, nothing's correctness depends on them. */
export const lockName = (who: Who, what: string): string => `${base(who)}-${what}`
/** Whether a raw database belongs to the officer. */
export const belongsTo = (name: string, who: Who): boolean =>
  name === base(who) || name.startsWith(`${base(who)}-`) || name.startsWith(`${POUCH}${base(who)}-`)
