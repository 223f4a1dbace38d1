/** What every route may ask: the village's archive, its desk, and a few facts of the configuration. */
import type { Archive, Lease, Postman } from '../archive/index.ts'
import type { Push } from '../push/index.ts'
import type { Couch } from '../couch/index.ts'
import type { Desk } from './desk/index.ts'

export interface Office {
  village: string
  publicUrl: string
  /** Cookies only over https. */
  secure: boolean
  version: string
  /** Machine codes of what will not work in this set-up; the app explains them. */
  warnings: string[]
  couch: Couch
  desk: Desk
  archive: Archive
  postman: Postman
  push: Push
  /** By which this process serves the village, and no other. */
  lease: Lease
  /** Keeps a copy of a complaint of the public form where backups lie; there may be no such place. */
  keepForm(id: string): Promise<void>
  /** When the last backup was finished. */
  lastBackup(): Promise<string | null>
}
