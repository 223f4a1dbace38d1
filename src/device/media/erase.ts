/** Removal is erasure: what was taken from the mailbox takes its files with it, the own ones excepted that may be asked for. */
import type { Local } from '../local.ts'
import type { Store } from '../store.ts'
import { dropFiles } from './keep.ts'
import type { FileRow } from './row.ts'

/** Erases files of others that only entries taken away named. Answers whether there were any. */
export async function eraseTaken(local: Local, taken: readonly string[]): Promise<boolean> {
  const rows = new Map<string, FileRow>()
  for (const id of taken)
    for (const row of await local.getAllFromIndex('files', 'entries', id)) rows.set(row.hash, row)
  const gone = new Set(taken)
  return keepOnly(local, [...rows.values()], (id) => !gone.has(id))
}

/** After `in` was filled anew: erases files of others whose entries did not come back. */
export async function eraseAbsent({ boxes, local }: Store): Promise<boolean> {
  const rows = await local.getAllFromIndex('files', 'state', 'cached')
  if (!rows.length) return false
  const present = new Set((await boxes.in.allDocs()).rows.map(({ id }) => id))
  return keepOnly(local, rows, (id) => present.has(id))
}

/** Own files are kept like own entries: a centre restored to an older day gets them again (`tidy` ends that). */
async function keepOnly(
  local: Local,
  rows: readonly FileRow[],
  stays: (id: string) => boolean,
): Promise<boolean> {
  const gone: string[] = []
  for (const row of rows) {
    if (row.state !== 'cached') continue
    const entries = row.entries.filter(stays)
    if (entries.length === 0) gone.push(row.hash)
    else if (entries.length < row.entries.length) await local.put('files', { ...row, entries })
  }
  await dropFiles(local, gone)
  return gone.length > 0
}
