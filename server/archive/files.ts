/**
 * Photos, voice notes and signatures. A file lies under its hash; it can be reached only through an accepted entry that
 * names it, by who may see that entry.
 */
import { createHash } from 'node:crypto'
import { attachmentsOf } from '../../src/domain/attachments.ts'
import type { Entry } from '../../src/domain/entries.ts'
import { journalOf, parseEntryId } from '../../src/domain/ids.ts'
import type { Attachment } from '../../src/domain/kinds/fields.ts'
import { dayOf } from '../../src/domain/time.ts'
import {
  fileInfo,
  getDoc,
  putFile,
  readFile,
  removeDoc,
  upsert,
  type Db,
  type FileInfo,
} from '../couch/index.ts'
import { openBook } from './journals.ts'
import { fitsType } from './magic.ts'
import { heldEntry, noteHeldFile } from './quarantine.ts'
import type { Actor, Clock } from './types.ts'
import { gather, wantedOf } from './wanted.ts'

/** What of a file does not fit its attachment, or that all does. */
export type Stored = 'created' | 'known' | 'hash' | 'bytes' | 'type'

/** A file as an entry names it, and the author of that entry. */
export interface Named {
  attachment: Attachment
  by: string
}

export interface Files {
  /** By what the sender may bring a file; undefined where no entry of theirs, or that they see, names it. */
  toBring(entryId: string, hash: string, sender: Actor): Promise<Named | undefined>
  /** By what an officer may have a file today; undefined where they may not. */
  toSee(entryId: string, hash: string, officer: string): Promise<Named | undefined>
  /** Stores a file once, where it is what the attachment says, and notes for whose entries it was brought. */
  bring(named: Named, file: Uint8Array): Promise<Stored>
  /** What the centre has, where it was brought for entries of this author: to name a hash gives nobody a file. */
  brought(named: Named): Promise<FileInfo | undefined>
  info(hash: string): Promise<FileInfo | undefined>
  read(hash: string): Promise<Buffer | undefined>
}

/** Takes a file out for good, as far as the engine's next compaction. */
export async function destroyFile(media: Db, desk: Db, hash: string): Promise<void> {
  for (const [db, id] of [
    [media, hash],
    [desk, broughtId(hash)],
  ] as const) {
    const doc = await getDoc<object>(db, id)
    if (doc) await removeDoc(db, id, doc._rev)
  }
}

/** The files of a village. */
export function openFiles({
  archive,
  desk,
  media,
  clock,
}: {
  archive: Db
  desk: Db
  media: Db
  clock: Clock
}): Files {
  async function toSee(entryId: string, hash: string, officer: string): Promise<Named | undefined> {
    if (!parseEntryId(entryId)) return undefined
    const material = await gather(journalOf(entryId), openBook(archive))
    const seen = wantedOf(material, dayOf(new Date(clock()).toISOString())).get(officer) ?? []
    return namedIn(
      seen.find(({ _id }) => _id === entryId),
      hash,
    )
  }

  return {
    toSee,
    async toBring(entryId, hash, { officer, device, state }) {
      if (!parseEntryId(entryId)) return undefined
      const entry = await getDoc<Entry>(archive, entryId)
      if (entry) return entry.by === officer ? namedIn(entry, hash) : toSee(entryId, hash, officer)
      if (state !== 'lost') return undefined
      // What a lost phone has sent is known to nobody yet, and neither is the file, until the entry is taken in.
      const named = namedIn(await heldEntry(desk, device, entryId), hash)
      if (named) await noteHeldFile(desk, device, hash)
      return named && { ...named, by: officer }
    },
    async bring({ attachment: { hash, type, bytes }, by }, file) {
      if (file.length !== bytes) return 'bytes'
      if (createHash('sha256').update(file).digest('hex') !== hash) return 'hash'
      if (!fitsType(type, file)) return 'type'
      const stored = await putFile(media, hash, type, file)
      await noteBrought(desk, hash, by)
      return stored
    },
    async brought({ attachment: { hash }, by }) {
      const brought = await getDoc<Brought>(desk, broughtId(hash))
      return brought?.authors.includes(by) ? fileInfo(media, hash) : undefined
    },
    info: (hash) => fileInfo(media, hash),
    read: (hash) => readFile(media, hash),
  }
}

/** A document of a lost phone may be anything. */
function namedIn(entry: unknown, hash: string): Named | undefined {
  const { kind, data, by = '' } = (entry ?? {}) as Partial<Entry>
  const attachment = kind && attachmentsOf({ kind, data }).find((each) => each.hash === hash)
  return attachment && { attachment, by }
}

/** For whose entries the bytes of a file were brought: whoever only knows the hash has nothing to bring. */
interface Brought {
  authors: string[]
}

/** Where it is noted. */
export const broughtId = (hash: string) => `brought:${hash}`

async function noteBrought(desk: Db, hash: string, author: string): Promise<void> {
  await upsert<Brought>(desk, broughtId(hash), (old) => {
    const authors = old?.authors ?? []
    return authors.includes(author) ? undefined : { authors: [...authors, author] }
  })
}
