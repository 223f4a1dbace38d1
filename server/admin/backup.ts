/** Makes backups: on order, and every night where BACKUP_DIR is set. */
import { oneByOne } from '../archive/queue.ts'
import { getDoc, upsert, type Db } from '../couch/index.ts'
import type { Office } from '../routes/office.ts'
import { writeBackup } from './backup-file.ts'
import { listBackups, pruneBackups } from './backup-folder.ts'
import { pruneCopies } from './form-copies.ts'
import { keepWatch, type Watch } from './watch.ts'

const KEPT = 30
const CHECK_MS = 10 * 60_000
const DAY_MS = 86_400_000
/** 02:00 WIB, counted from midnight UTC. */
const NIGHT_MS = 19 * 3_600_000

interface BackupDoc {
  at: string
  documents: number
}

/** When the last backup was finished, for the office to see. */
export async function lastBackup(desk: Db): Promise<string | null> {
  return (await getDoc<BackupDoc>(desk, 'backup'))?.at ?? null
}

const inTurn = oneByOne()

/** Writes a backup, notes it for the office, and removes the oldest. One at a time: they share a folder. */
export function backUp(office: Office, folder: string): Promise<{ path: string; documents: number }> {
  return inTurn(() => write(office, folder))
}

async function write(office: Office, folder: string): Promise<{ path: string; documents: number }> {
  const { village, archive, desk } = office
  const at = new Date().toISOString()
  const made = await writeBackup(folder, { village, at }, archive.exportAll())
  await upsert<BackupDoc>(desk.db, 'backup', () => ({ at, documents: made.documents }))
  await pruneBackups(folder, village, KEPT)
  await pruneCopies(folder, village)
  return made
}

/**
 * Whether a backup is due: none was made since the last 02:00 WIB. So a server that slept through the night, or
 * whose clock was put right, makes up for it.
 */
export function isDue(newest: string | undefined, now: number): boolean {
  const night = Math.floor((now - NIGHT_MS) / DAY_MS) * DAY_MS + NIGHT_MS
  return newest === undefined || Date.parse(newest) < night
}

/** Keeps watch over the nightly backup; `onFault` hears of each one that failed. */
export function keepNightly(office: Office, folder: string, onFault: (error: unknown) => void): Watch {
  async function check(): Promise<void> {
    const newest = (await listBackups(folder, office.village)).at(-1)
    if (isDue(newest?.at, Date.now())) await backUp(office, folder)
  }
  return keepWatch(check, CHECK_MS, onFault)
}
