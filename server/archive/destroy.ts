/**
 * Destroying the file of a case by the decision that stands in its journal: in the archive, in every mailbox, with its
 * pictures. May be done again at any time; what came late is destroyed when it comes (docs/decisions/035b).
 */
import { attachmentsOf } from '../../src/domain/attachments.ts'
import { destructionIn, toDestroy } from '../../src/domain/destruction.ts'
import type { Entry } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { journalKind } from '../../src/domain/ids.ts'
import { bulk, compact, readMany, type Db } from '../couch/index.ts'
import type { Boxes } from './boxes.ts'
import { destroyFile } from './files.ts'
import { allJournals, type Book } from './journals.ts'

interface Places {
  archive: Db
  desk: Db
  media: Db
}

/** Destroys what the journal's decision is about and that still stands. Files first: afterwards nothing names them. */
export async function destroyDecided(on: Places, journal: string, book: Book): Promise<void> {
  if (journalKind(journal) !== 'case') return
  const entries = await book.entries(journal)
  if (!destructionIn(entries)) return
  const changed = toDestroy(foldCase(journal, entries))
  if (changed.length === 0) return
  const ids = new Set(changed.map(({ _id }) => _id))
  await destroyFiles(
    on,
    entries.filter(({ _id }) => ids.has(_id)),
    ids,
  )
  await overwrite(on.archive, changed)
  await book.replace(journal, changed)
}

/** A picture that an entry of another case names too stays. */
async function destroyFiles({ archive, desk, media }: Places, entries: Entry[], gone: ReadonlySet<string>) {
  const hashes = new Set(entries.flatMap((entry) => attachmentsOf(entry).map(({ hash }) => hash)))
  if (hashes.size === 0) return
  for (const kind of ['c', 'm'] as const)
    for await (const others of allJournals(archive, kind))
      for (const other of others)
        if (!gone.has(other._id)) for (const { hash } of attachmentsOf(other)) hashes.delete(hash)
  for (const hash of hashes) await destroyFile(media, desk, hash)
}

/** Where somebody else was faster, they wrote the same. */
async function overwrite(archive: Db, changed: readonly Entry[]): Promise<void> {
  const there = await readMany<Entry>(
    archive,
    changed.map(({ _id }) => _id),
  )
  const docs = changed.flatMap((entry, n) => {
    const rev = there[n]?._rev
    return rev ? [{ ...entry, _rev: rev }] : []
  })
  for (const result of await bulk(archive, docs))
    if (!result.ok && result.error !== 'conflict') throw new Error(`not destroyed: ${result.error}`)
}

/** The bodies that were replaced or deleted leave the disk. After the mailboxes were brought into line. */
export async function eraseOldBodies({
  archive,
  desk,
  media,
  boxes,
}: Places & { boxes: Boxes }): Promise<void> {
  for (const db of [archive, desk, media]) await compact(db)
  for (const officer of await boxes.officers()) await compact((await boxes.open(officer)).db)
}
