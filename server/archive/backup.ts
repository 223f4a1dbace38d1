/** Everything that can't be derived, as lines of JSON: for backups while the server runs. */
import type { Entry } from '../../src/domain/entries.ts'
import { readRange, type Db } from '../couch/index.ts'
import { withoutRev } from './journals.ts'
import { createAll } from './write.ts'

/** What a backup begins with. */
export interface BackupHead {
  kentongan: 'backup'
  v: 1
  village: string
  /** When it was begun, UTC. */
  at: string
}

type Room = 'archive' | 'desk'
type Doc = { _id: string; _rev?: string } & Record<string, unknown>
type Line = { db: Room; doc: Doc }

/** What a restore did. Nothing that was there is changed. */
export interface Imported {
  added: number
  /** There already, with the same content. */
  known: number
  /** So many exist in the archive with other content: what is there stays. */
  different: number
  /** So many of the added are in the archive. */
  archived: number
  /** The highest order of arrival that came in. */
  order: number
}

/** In the desk database, but derived or of this machine only: a restored mailbox is another mailbox. */
const NOT_CARRIED = /^(box|mark):|^(lease|orders|postman|numbers-held)$/
const PAGE = 500
const VERSION = 1

/** A backup has a line that no restore can read, or is of another kind. */
export class BackupError extends Error {}

/** The lines of a backup, without line ends: the head, the archive, the desk. */
export async function* exportLines(
  archive: Db,
  desk: Db,
  head: { village: string; at: string },
): AsyncGenerator<string> {
  yield JSON.stringify({ kentongan: 'backup', v: VERSION, ...head } satisfies BackupHead)
  for await (const doc of allDocs(archive)) yield JSON.stringify({ db: 'archive', doc } satisfies Line)
  for await (const doc of allDocs(desk))
    if (!NOT_CARRIED.test(doc._id)) yield JSON.stringify({ db: 'desk', doc } satisfies Line)
}

async function* allDocs(db: Db): AsyncGenerator<Doc> {
  for (let start = ' '; ;) {
    const docs = await readRange<Record<string, unknown>>(db, { start, end: '\ufff0' }, { limit: PAGE })
    const fresh = docs.filter(({ _id }) => _id !== start)
    yield* fresh.map(withoutRev)
    if (docs.length < PAGE) return
    start = docs[docs.length - 1]!._id
  }
}

/**
 * Reads a backup in as a union with what is there. Throws BackupError on what is no backup of this village. `begin` is
 * called before the first document is written.
 */
export async function importLines(
  archive: Db,
  desk: Db,
  lines: AsyncIterable<string> | Iterable<string>,
  village: string,
  begin: () => Promise<void>,
): Promise<Imported> {
  const done: Imported = { added: 0, archived: 0, known: 0, different: 0, order: 0 }
  const batches: Record<Room, Doc[]> = { archive: [], desk: [] }
  let begun: Promise<void> | undefined
  const flush = async (room: Room) => {
    await (begun ??= begin())
    await take(room === 'archive' ? archive : desk, room, batches[room], done)
    batches[room] = []
  }
  let head = true
  for await (const text of lines) {
    if (text.trim() === '') continue
    if (head) checkHead(text, village)
    else {
      const { db, doc } = readLine(text)
      batches[db].push(doc)
      if (batches[db].length >= PAGE) await flush(db)
    }
    head = false
  }
  if (head) throw new BackupError('The backup is empty.')
  await flush('archive')
  await flush('desk')
  return done
}

async function take(db: Db, room: Room, docs: Doc[], done: Imported): Promise<void> {
  const results = await createAll(db, docs.map(withoutRev))
  docs.forEach((doc, index) => {
    if (results[index] === 'created') {
      done.added++
      if (room === 'archive') done.archived++
    } else if (results[index] === 'same' || room === 'desk') done.known++
    else done.different++
    if (room === 'archive') done.order = Math.max(done.order, (doc as Partial<Entry>).arrived?.order ?? 0)
  })
}

function checkHead(text: string, village: string): void {
  const head = parse(text) as Partial<BackupHead>
  if (head.kentongan !== 'backup') throw new BackupError('This is no backup of Kentongan.')
  if (head.v !== VERSION) throw new BackupError('The backup was made by a newer version.')
  if (head.village !== village)
    throw new BackupError(`The backup is of another village: ${String(head.village)}.`)
}

function readLine(text: string): Line {
  const { db, doc } = parse(text) as Partial<Line>
  const fits = (db === 'archive' || db === 'desk') && typeof doc?._id === 'string'
  if (!fits || doc._id.startsWith('_')) throw new BackupError('The backup has a line that is no document.')
  return { db, doc }
}

function parse(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, unknown>
  } catch {
    throw new BackupError('The backup has a line that can’t be read; it may be cut off.')
  }
}
