/**
 * The backup file: the lines of `exportLines`, gzipped, and at the end their number, so that a truncated file is
 * noticed. A file that is there is whole.
 */
import { createReadStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createGunzip, createGzip } from 'node:zlib'
import { pathOf } from './backup-folder.ts'
import { writeWhole } from './whole-file.ts'

interface Head {
  kentongan: 'backup'
  village: string
  /** When it was begun, UTC. */
  at: string
}

interface End {
  end: true
  documents: number
}

/** A file that can't be restored, and why, in one sentence. */
export class FileError extends Error {}

/** Writes the lines of a backup into `folder`; answers the file's path and how many documents it holds. */
export async function writeBackup(
  folder: string,
  about: Omit<Head, 'kentongan'>,
  lines: AsyncIterable<string>,
) {
  const path = pathOf(folder, about.village, about.at)
  return { path, documents: await writeLines(path, lines) }
}

/** Writes the lines of a backup into a file; answers how many documents it holds. */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<number> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  // The first line is the head.
  let documents = -1
  async function* text() {
    for await (const line of lines) {
      documents++
      yield `${line}\n`
    }
    yield `${JSON.stringify({ end: true, documents } satisfies End)}\n`
  }
  await writeWhole(path, text(), createGzip())
  return documents
}

/** Reads all of a file and answers its head. Throws FileError where it is not whole. */
export async function checkBackup(path: string): Promise<Head & { documents: number }> {
  let head: Head | undefined
  let end: End | undefined
  let documents = 0
  for await (const line of linesOf(path)) {
    const value = parse(line, path)
    if (end) throw new FileError(`${path} goes on after its end: it is damaged.`)
    else if (!head) head = asHead(value, path)
    else if (isEnd(value)) end = value
    else if (isDocument(value)) documents++
    else throw new FileError(`${path} holds a line that is no document: it is damaged.`)
  }
  if (!head || !end) throw new FileError(`${path} breaks off before its end: it is damaged.`)
  if (end.documents !== documents) {
    throw new FileError(
      `${path} should hold ${end.documents} documents, but holds ${documents}: it is damaged.`,
    )
  }
  return { ...head, documents }
}

/** The lines of a file that `checkBackup` has read, as a backup of `village`. */
export async function* backupLines(path: string, village: string): AsyncGenerator<string> {
  let first = true
  for await (const line of linesOf(path)) {
    const value = JSON.parse(line) as object
    if (first) yield JSON.stringify({ ...value, village })
    else if (!isEnd(value)) yield line
    first = false
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const text = file.pipe(createGunzip()).setEncoding('utf8')
  // A pipe does not pass errors on.
  file.once('error', (error) => text.destroy(error))
  // Joined at the end of a line only: one with a file in it comes in hundreds of pieces.
  let pieces: string[] = []
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const [first, ...more] = chunk.split('\n')
      pieces.push(first!)
      for (const next of more) {
        yield pieces.join('')
        pieces = [next]
      }
    }
  } catch (error) {
    throw new FileError(`${path} can't be read as a backup: ${(error as Error).message}.`)
  } finally {
    file.destroy()
  }
  const rest = pieces.join('')
  if (rest) yield rest
}

function parse(line: string, path: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new FileError(`${path} holds a line that is no JSON: it is damaged.`)
  }
}

function asHead(value: unknown, path: string): Head {
  const head = value as (Partial<Head> & { v?: unknown }) | null
  if (head?.kentongan !== 'backup') throw new FileError(`${path} is not a backup of Kentongan.`)
  if (head.v !== 1 && head.v !== 2)
    throw new FileError(`${path} was written by a newer version of Kentongan: update first.`)
  return head as Head
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isEnd = (value: unknown): value is End => isObject(value) && value.end === true
const isDocument = (value: unknown) =>
  isObject(value) && isObject(value.doc) && typeof value.doc._id === 'string'
