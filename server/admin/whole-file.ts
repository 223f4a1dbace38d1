/** A file that is whole or not there: written beside its place, flushed, and then renamed. */
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { PARTIAL } from './backup-folder.ts'

/** Writes a text, piece by piece, through what changes it on the way; readable by its owner alone. */
export async function writeWhole(
  path: string,
  text: AsyncIterable<string>,
  ...through: Transform[]
): Promise<void> {
  const partial = path + PARTIAL
  // One piece at a time: a file is a line of up to three megabytes.
  const source = Readable.from(text, { highWaterMark: 1 })
  try {
    await pipeline([source, ...through, createWriteStream(partial, { mode: 0o600 })])
    await flush(partial)
    await rename(partial, path)
    await flush(dirname(path))
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
