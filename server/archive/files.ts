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
import { fileInfo, getDoc, putFile, readFile, type Db, type FileInfo } from '../couch/index.ts'
import { openBook } from './journals.ts'
import { fitsType } from './magic.ts'
import { heldEntry, noteHeldFile } from './quarantine.ts'
import type { Actor, Clock } from './types.ts'
import { gather, wantedOf } from './wanted.ts'

/** What of a file does not fit its attachment, or that all does. */
export type Stored = 'created' | 'known' | 'hash' | 'bytes' | 'type'

export interface Files {
  /** The attachment by which the sender may bring a file; undefined where no entry of theirs, or that they see, names it. */
  toBring(entryId: string, hash: string, sender: Actor): Promise<Attachment | undefined>
  /** The attachment by which an officer may have a file today; undefined where they may not. */
  toSee(entryId: string, hash: string, officer: string): Promise<Attachment | undefined>
  /** Stores a file once, where it is what the attachment says. */
  store(attachment: Attachment, file: Uint8Array): Promise<Stored>
  info(hash: string): Promise<FileInfo | undefined>
  read(hash: string): Promise<Buffer | undefined>
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
  async function toSee(entryId: string, hash: string, officer: string): Promise<Attachment | undefined> {
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
      return named
    },
    async store({ hash, type, bytes }, file) {
      if (file.length !== bytes) return 'bytes'
      if (createHash('sha256').update(file).digest('hex') !== hash) return 'hash'
      if (!fitsType(type, file)) return 'type'
      return putFile(media, hash, type, file)
    },
    info: (hash) => fileInfo(media, hash),
    read: (hash) => readFile(media, hash),
  }
}

/** A document of a lost phone may be anything. */
function namedIn(entry: unknown, hash: string): Attachment | undefined {
  const { kind, data } = (entry ?? {}) as Partial<Entry>
  return kind && attachmentsOf({ kind, data }).find((each) => each.hash === hash)
}
