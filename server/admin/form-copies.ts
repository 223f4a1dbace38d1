/**
 * Copies of what came by the public form since the oldest backup: it is on no phone, so that a restore alone would lose
 * it (docs/decisions/045). Each is a small backup of its own, in a folder beside the backups.
 */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Archive } from '../archive/index.ts'
import { FileError, backupLines, checkBackup, writeLines } from './backup-file.ts'
import { listBackups, stampOf } from './backup-folder.ts'

/** A backup reads for a while what it holds: copies a little older than the oldest one stay. */
const MARGIN_MS = 86_400_000
const ENDING = '.ndjson.gz'

/** Where the copies lie beside the backups of a village. */
export const copiesFolder = (backups: string, village: string): string => join(backups, `lapor-${village}`)

/** Keeps a copy of a complaint that has just been taken in; once more, it writes the same file. */
export async function keepCopy(backups: string, archive: Archive, id: string): Promise<void> {
  const [registered] = await archive.entriesOf(id)
  if (!registered?.arrived) return
  const name = `${stampOf(registered.arrived.at)}-${id}${ENDING}`
  await writeLines(join(copiesFolder(backups, archive.village), name), archive.exportForm(id))
}

/** Removes the copies of what every backup in the folder holds, and what writes that broke off left behind. */
export async function pruneCopies(backups: string, village: string): Promise<void> {
  const [oldest] = await listBackups(backups, village)
  if (!oldest) return
  const folder = copiesFolder(backups, village)
  const until = stampOf(new Date(Date.parse(oldest.at) - MARGIN_MS).toISOString())
  for (const name of await readdir(folder).catch(() => []))
    if (name < until) await rm(join(folder, name), { force: true })
}

export interface Copies {
  /** The lines of all whole ones, as of a backup without its head. */
  lines: AsyncGenerator<string>
  read: number
  /** One sentence for each that can't be read. */
  broken: string[]
}

/** The copies that lie beside a backup; undefined where none were kept. */
export async function copiesBeside(backups: string, village: string): Promise<Copies | undefined> {
  const folder = copiesFolder(backups, village)
  const names = await readdir(folder).catch(() => undefined)
  if (!names) return undefined
  const paths: string[] = []
  const broken: string[] = []
  for (const name of names.filter((one) => one.endsWith(ENDING)).sort()) {
    const fault = await faultOf(join(folder, name))
    if (fault) broken.push(fault)
    else paths.push(join(folder, name))
  }
  return { lines: linesOf(paths, village), read: paths.length, broken }
}

async function faultOf(path: string): Promise<string | undefined> {
  try {
    await checkBackup(path)
    return undefined
  } catch (error) {
    if (error instanceof FileError) return error.message
    throw error
  }
}

async function* linesOf(paths: readonly string[], village: string): AsyncGenerator<string> {
  for (const path of paths) {
    let head = true
    for await (const line of backupLines(path, village)) {
      if (!head) yield line
      head = false
    }
  }
}
