import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { durableLevel } from './durable.ts'

/** Refusals at start, which are printed as they are. */
export class EngineError extends Error {
  constructor(
    readonly code: 'ELOCKED' | 'EDATADIR',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export type Home = { dir: string; uuid: string; leave(): Promise<void> }

/**
 * Takes possession of `<dataDir>/couch`. A small LevelDB of its own is both the lock (the kernel frees it when the
 * process dies, even by `kill -9`, so no stale lock file can stop a start) and the place of the engine's `uuid`.
 */
export async function occupy(dataDir: string): Promise<Home> {
  const dir = join(dataDir, 'couch')
  await mkdir(dir, { recursive: true, mode: 0o700 }).catch((error: Error) => {
    throw new EngineError('EDATADIR', `The data directory ${dir} cannot be created: ${error.message}`)
  })
  const level = durableLevel(join(dir, '_engine'))
  await done((callback) => level.open({ createIfMissing: true }, callback)).catch((error: Error) => {
    throw refusal(dir, error)
  })
  await sweep(dir)
  const uuid = await identity(level)
  return { dir, uuid, leave: () => done((callback) => level.close(callback)) }
}

function refusal(dir: string, error: Error): EngineError {
  const locked = /lock/i.test(error.message)
  if (locked) return new EngineError('ELOCKED', `The data directory ${dir} is in use by another process.`)
  return new EngineError('EDATADIR', `The data directory ${dir} cannot be opened: ${error.message}`)
}

async function identity(level: ReturnType<typeof durableLevel>): Promise<string> {
  const known = await new Promise<string | undefined>((resolve) =>
    level.get('uuid', { asBuffer: false }, (error, value) => resolve(error ? undefined : String(value))),
  )
  if (known) return known
  const uuid = randomBytes(16).toString('hex')
  await done((callback) => level.put('uuid', uuid, {}, callback))
  return uuid
}

/** Databases whose deletion was interrupted were renamed first; their remains go now. */
async function sweep(dir: string): Promise<void> {
  const remains = (await readdir(dir)).filter((name) => name.startsWith('.gone-'))
  await Promise.all(remains.map((name) => rm(join(dir, name), { recursive: true, force: true })))
}

function done(run: (callback: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => run((error) => (error ? reject(error) : resolve())))
}
