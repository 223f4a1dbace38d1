/** Reads a backup into the running village: what is missing is added, what is there stays. */
import { dirname } from 'node:path'
import type { Office } from '../routes/office.ts'
import { FileError, checkBackup, backupLines } from './backup-file.ts'
import { copiesBeside, type Copies } from './form-copies.ts'

export interface Restored {
  /** When the backup was made. */
  at: string
  added: number
  known: number
  /** So many entries exist here with other content: what is here stays. */
  different: number
  /** Register numbers wait until it is said which was the last one given. */
  numbersHeld: boolean
  /** The copies of what came by the public form that lay beside the backup; undefined where none were kept. */
  forms?: Pick<Copies, 'read' | 'broken'>
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
  const copies = await copiesBeside(dirname(file), head.village)
  const { added, known, different, numbersHeld } = await office.archive.importAll(
    inTurn(backupLines(file, office.village), copies?.lines),
    { lastNumber, formsLost: copies ? undefined : { from: head.at } },
  )
  await office.postman.reconcileAll()
  const forms = copies && { read: copies.read, broken: copies.broken }
  return { at: head.at, added, known, different, numbersHeld, ...(forms ? { forms } : {}) }
}

async function* inTurn(...all: (AsyncIterable<string> | undefined)[]): AsyncGenerator<string> {
  for (const lines of all) if (lines) yield* lines
}
