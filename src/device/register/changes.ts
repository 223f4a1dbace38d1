/** What is new in the two databases since the register was last folded. */
import { attachmentsOf } from '../../domain/attachments.ts'
import { journalOf } from '../../domain/ids.ts'
import type { Own, Position } from '../local.ts'
import type { Store } from '../store.ts'
import type { AnyEntry } from '../types.ts'

/** Raised when the shape of the register's rows changes: it is thrown away and folded anew. */
export const REGISTER_VERSION = 5

export interface News {
  from: Position
  to: Position
  /** Ids that came or changed in the mailbox's copy. */
  came: string[]
  /** Those of them that were here before and say something else now. */
  altered: string[]
  /** Ids that were taken from it. */
  taken: string[]
  /** Own entries that the register has not seen. */
  written: Own[]
}

/** Where to start: at nothing, where the register is of another version or of another copy of the mailbox. */
export function startOf(known: Position | undefined, epoch: number): Position {
  if (known?.version !== REGISTER_VERSION) return { version: REGISTER_VERSION, epoch, in: 0, out: 0 }
  return known.epoch === epoch ? known : { ...known, epoch, in: 0 }
}

export const isEmpty = ({ came, taken, written }: News): boolean =>
  came.length + taken.length + written.length === 0

/** Reads both changes feeds from a position on. */
export async function newsSince({ boxes }: Store, from: Position): Promise<News> {
  const [theirs, mine] = await Promise.all([
    boxes.in.changes({ since: from.in }),
    boxes.out.changes({ since: from.out, include_docs: true }),
  ])
  const to = { ...from, in: Number(theirs.last_seq), out: Number(mine.last_seq) }
  return {
    from,
    to,
    came: theirs.results.filter((row) => !row.deleted).map(({ id }) => id),
    altered: theirs.results.filter((row) => !row.deleted && !isFirst(row.changes)).map(({ id }) => id),
    taken: theirs.results.filter((row) => row.deleted).map(({ id }) => id),
    written: mine.results.map((row) => newOwn(row.doc as unknown as AnyEntry, Number(row.seq))),
  }
}

const isFirst = (changes: { rev: string }[]): boolean => changes.every(({ rev }) => rev.startsWith('1-'))

/** An own entry as it was written, before anybody heard of it. */
export function newOwn({ _id, kind, at, data }: AnyEntry, seq: number): Own {
  const files = attachmentsOf({ kind, data }).map(({ hash }) => hash)
  const own: Own = { id: _id, seq, journal: journalOf(_id), kind, at, state: 'unsent' }
  return files.length ? { ...own, files } : own
}

/** The journals that the news touch. */
export const journalsOf = ({ came, taken, written }: News): Set<string> =>
  new Set([...came, ...taken, ...written.map(({ id }) => id)].map(journalOf).filter(Boolean))
