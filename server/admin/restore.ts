/** Reads a backup into the running village: what is missing is added, what is there stays. */
import type { Office } from '../routes/office.ts'
import { FileError, checkBackup, backupLines } from './backup-file.ts'

export interface Restored {
  /** When the backup was made. */
  at: string
  added: number
  known: number
  /** So many entries exist here with other content: what is here stays. */
  different: number
  /** Register numbers wait until it is said which was the last one given. */
  numbersHeld: boolean
}

interface RestoreOptions {
  /** Also a backup of another village. */
  force?: boolean
  /** The last register number that was given before the data were lost; 0 where the backup has them all. */
  lastNumber?: number | undefined
}

/** Checks the whole file before it writes anything. Throws FileError on a damaged file or another village's. */
export async function restore(
  office: Office,
  file: string,
  { force = false, lastNumber }: RestoreOptions = {},
): Promise<Restored> {
  const head = await checkBackup(file)
  if (head.village !== office.village && !force) {
    throw new FileError(
      `${file} is a backup of the village "${head.village}", but VILLAGE is "${office.village}". Nothing was changed; --force reads it all the same.`,
    )
  }
  const lines = backupLines(file, office.village)
  const { added, known, different, numbersHeld } = await office.archive.importAll(lines, { lastNumber })
  await office.postman.reconcileAll()
  return { at: head.at, added, known, different, numbersHeld }
}
