/** Own entries and the files they name: from then on a file is to go to the centre. */
import type { Local, Own } from '../local.ts'

/** The files of newly written entries wait for the centre now. Answers whether anything changed. */
export async function nameFiles(local: Local, written: readonly Own[]): Promise<boolean> {
  let changed = false
  const tx = local.transaction('files', 'readwrite')
  for (const { id, files = [] } of written)
    for (const hash of files) {
      const row = await tx.store.get(hash)
      if (!row || row.entries.includes(id)) continue
      // What others brought is brought once more: the centre gives it out by this entry only to who had the bytes.
      const isNew = row.state !== 'named' && row.state !== 'sent'
      await tx.store.put({ ...row, entries: [...row.entries, id], ...(isNew ? { state: 'named' } : {}) })
      changed = true
    }
  await tx.done
  return changed
}

/** An own entry that the centre refused was put aside: its files are only held, unless another names them. */
export async function release(local: Local, entryId: string): Promise<void> {
  const tx = local.transaction('files', 'readwrite')
  for (const row of await tx.store.index('entries').getAll(entryId)) {
    const entries = row.entries.filter((id) => id !== entryId)
    const isFree = entries.length === 0 && (row.state === 'named' || row.state === 'refused')
    await tx.store.put({ ...row, entries, ...(isFree ? { state: 'held', at: Date.now() } : {}) })
  }
  await tx.done
}

/** The centre may have lost what it confirmed: it is asked again, and gets what it has not got any more. */
export async function offerFilesAgain(local: Local): Promise<void> {
  const tx = local.transaction('files', 'readwrite')
  for (const row of await tx.store.index('state').getAll('sent'))
    void tx.store.put({ ...row, state: 'named', again: true })
  await tx.done
}
