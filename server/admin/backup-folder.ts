/** The folder of backups: `kentongan-<village>-<time in UTC>.ndjson.gz`. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Ends the name of a file that is still being written. */
export const PARTIAL = '.partial'

const prefixOf = (village: string) => `kentongan-${village}-`

/** Where a backup that begins at this moment (ISO) belongs. */
export function pathOf(folder: string, village: string, at: string): string {
  return join(folder, `${prefixOf(village)}${stampOf(at)}.ndjson.gz`)
}

/** A moment (ISO) as it stands in the name of a file: later ones sort behind. */
export const stampOf = (at: string): string => at.replace(/[-:]|\.\d+/g, '')

/** The village's backups in a folder, oldest first, and the moments at which they began. */
export async function listBackups(folder: string, village: string): Promise<{ path: string; at: string }[]> {
  const names = await readdir(folder).catch(() => [])
  return names.sort().flatMap((name) => {
    const stamp = name.startsWith(prefixOf(village)) && name.slice(prefixOf(village).length)
    const at = stamp && momentOf(stamp)
    return at ? [{ path: join(folder, name), at }] : []
  })
}

function momentOf(stamp: string): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.ndjson\.gz$/.exec(stamp)
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second] = parts
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
}

/** Removes all but the newest backups, and what writes that broke off left behind. */
export async function pruneBackups(folder: string, village: string, keep: number): Promise<void> {
  const old = (await listBackups(folder, village)).slice(0, -keep)
  const names = await readdir(folder)
  const broken = names.filter((name) => name.startsWith(prefixOf(village)) && name.endsWith(PARTIAL))
  const all = [...old.map(({ path }) => path), ...broken.map((name) => join(folder, name))]
  for (const path of all) await rm(path, { force: true })
}
