/** The desk database: keys, codes and devices. */
import type { Db } from '../../couch/index.ts'
import { openCodes, type Codes } from './codes.ts'
import { openDevices, type Devices } from './devices.ts'
import { openKeptDrafts, type KeptDrafts } from './kept-drafts.ts'
import { openKeys, type Keys } from './keys.ts'
import { openRescueKeys, type RescueKeys } from './rescue-keys.ts'

export interface Desk {
  db: Db
  keys: Keys
  codes: Codes
  devices: Devices
  rescue: RescueKeys
  drafts: KeptDrafts
}

/** What the routes and the commands need of the desk database. */
export function openDesk(db: Db): Desk {
  const keys = openKeys(db)
  return {
    db,
    keys,
    codes: openCodes(db, keys),
    devices: openDevices(db, keys),
    rescue: openRescueKeys(db),
    drafts: openKeptDrafts(db),
  }
}
