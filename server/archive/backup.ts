/** Everything that can't be derived, as lines of JSON: for backups while the server runs. */
import { attachmentsOf } from '../../src/domain/attachments.ts'
import type { Entry } from '../../src/domain/entries.ts'
import { CENTRE } from '../../src/domain/ids.ts'
import { fileInfo, getDoc, putFile, readFile, readIds, readRange, type Db } from '../couch/index.ts'
import { broughtId } from './files.ts'
import { readJournal, withoutRev } from './journals.ts'
import { createAll } from './write.ts'

/** What a backup begins with. */
export interface BackupHead {
  kentongan: 'backup'
  v: 2
  village: string
  /** When it was begun, UTC. */
  at: string
}

type Doc = { _id: string; _rev?: string } & Record<string, unknown>
/** `data`: its bytes in base 64. */
type FileDoc = { _id: string; type: string; data: string }
type Room = 'archive' | 'desk'
type Line = { db: Room; doc: Doc } | { db: 'media'; doc: FileDoc }

/** The databases that a backup carries. */
export type Rooms = Record<Line['db'], Db>

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
const NOT_CARRIED = /^(box|mark|push|call):|^(lease|orders|postman|numbers-held|reminded)$/
const PAGE = 500
/** 1 carried no files. */
const VERSION = 2

/** A backup has a line that no restore can read, or is of another kind. */
export class BackupError extends Error {}

/** The lines of a backup, without line ends: the head, the archive, the desk, the files. */
export async function* exportLines(
  { archive, desk, media }: Rooms,
  head: { village: string; at: string },
): AsyncGenerator<string> {
  yield JSON.stringify({ kentongan: 'backup', v: VERSION, ...head } satisfies BackupHead)
  for await (const doc of allDocs(archive)) yield JSON.stringify({ db: 'archive', doc } satisfies Line)
  for await (const doc of allDocs(desk))
    if (!NOT_CARRIED.test(doc._id)) yield JSON.stringify({ db: 'desk', doc } satisfies Line)
  for await (const doc of allFiles(media)) yield JSON.stringify({ db: 'media', doc } satisfies Line)
}

/**
 * The lines of a backup that holds one complaint of the public form and nothing else, as it came in: its registration,
 * who sent it, its photos.
 */
export async function* formLines(
  { archive, desk, media }: Rooms,
  head: { village: string; at: string },
  id: string,
): AsyncGenerator<string> {
  yield JSON.stringify({ kentongan: 'backup', v: VERSION, ...head } satisfies BackupHead)
  const entries = (await readJournal(archive, id)).filter(
    ({ by, kind }) => by === CENTRE && OF_A_FORM.has(kind),
  )
  for (const doc of entries) yield JSON.stringify({ db: 'archive', doc: { ...doc } } satisfies Line)
  for (const { hash } of entries.flatMap(attachmentsOf)) {
    const [file, brought] = [await fileOf(media, hash), await getDoc<Doc>(desk, broughtId(hash))]
    if (file) yield JSON.stringify({ db: 'media', doc: file } satisfies Line)
    if (brought) yield JSON.stringify({ db: 'desk', doc: withoutRev(brought) } satisfies Line)
  }
}

const OF_A_FORM: ReadonlySet<string> = new Set(['registered', 'identityGiven'])

/** One file after the other: all of them are more than the memory holds. */
async function* allFiles(media: Db): AsyncGenerator<FileDoc> {
  for (let start = '0', full = true; full;) {
    const ids = await readIds(media, { start, end: '\ufff0' }, { limit: PAGE, skip: start === '0' ? 0 : 1 })
    for (const { id } of ids) {
      const doc = await fileOf(media, id)
      if (doc) yield doc
    }
    full = ids.length === PAGE
    start = ids.at(-1)?.id ?? start
  }
}

async function fileOf(media: Db, id: string): Promise<FileDoc | undefined> {
  const [info, bytes] = [await fileInfo(media, id), await readFile(media, id)]
  return info && bytes && { _id: id, type: info.type, data: bytes.toString('base64') }
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
  rooms: Rooms,
  lines: AsyncIterable<string> | Iterable<string>,
  village: string,
  begin: () => Promise<void>,
): Promise<Imported> {
  const done: Imported = { added: 0, archived: 0, known: 0, different: 0, order: 0 }
  const batches: Record<Room, Doc[]> = { archive: [], desk: [] }
  let begun: Promise<void> | undefined
  const flush = async (room: Room) => {
    await (begun ??= begin())
    await take(rooms[room], room, batches[room], done)
    batches[room] = []
  }
  let head = true
  for await (const text of lines) {
    if (text.trim() === '') continue
    if (head) checkHead(text, village)
    else {
      const line = readLine(text)
      if (line.db === 'media') await takeFile(rooms.media, line.doc, done)
      else if (batches[line.db].push(line.doc) >= PAGE) await flush(line.db)
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

/** A file is what its hash says: there is no other content under it. */
async function takeFile(media: Db, { _id, type, data }: FileDoc, done: Imported): Promise<void> {
  const put = await putFile(media, _id, type, new Uint8Array(Buffer.from(data, 'base64')))
  if (put === 'created') done.added++
  else done.known++
}

function checkHead(text: string, village: string): void {
  const head = parse(text) as Partial<BackupHead>
  if (head.kentongan !== 'backup') throw new BackupError('This is no backup of Kentongan.')
  if (!(Number(head.v) <= VERSION)) throw new BackupError('The backup was made by a newer version.')
  if (head.village !== village)
    throw new BackupError(`The backup is of another village: ${String(head.village)}.`)
}

function readLine(text: string): Line {
  const line = parse(text) as Partial<Line>
  const { db, doc } = line
  const known = db === 'archive' || db === 'desk' || (db === 'media' && typeof line.doc?.data === 'string')
  const fits = known && typeof doc?._id === 'string' && !doc._id.startsWith('_')
  if (!fits) throw new BackupError('The backup has a line that is no document.')
  return line as Line
}

function parse(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, unknown>
  } catch {
    throw new BackupError('The backup has a line that can’t be read; it may be cut off.')
  }
}
