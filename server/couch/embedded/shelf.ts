import { EventEmitter } from 'node:events'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import PouchDB from 'pouchdb-core'
import leveldb from 'pouchdb-adapter-leveldb'
import { durableLevel } from './durable.ts'
import { closingDown, CouchError, noDatabase } from './errors.ts'
import { EngineError } from './home.ts'

PouchDB.plugin(leveldb)

/** One open database. `wake` says 'change' when something was written, 'end' when it must let its waiters go. */
export type Book = {
  name: string
  db: PouchDB.Database
  wake: EventEmitter
  uses: number
  writes: number
  gone: boolean
  tombstones: { seq: number; ids: Set<string> }
}

/** To be called after every write: wakes those who wait for changes. */
export function written(book: Book): void {
  book.writes++
  book.wake.emit('change')
}

/** The databases of one directory: opened when first asked for, kept open until dropped or closed. */
export class Shelf {
  #books = new Map<string, Promise<Book>>()
  closing = false

  constructor(readonly dir: string) {}

  async create(name: string): Promise<void> {
    if (this.closing) throw closingDown()
    await mkdir(this.#path(name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
      const reason = 'The database could not be created, the file already exists.'
      throw new CouchError(412, 'file_exists', reason)
    })
    await syncDirectory(this.dir)
    await this.#book(name)
  }

  /** Opens every database there is. Throws EngineError where one can't be: better at the start than in the middle of a push. */
  async openAll(): Promise<void> {
    for (const name of await this.names())
      await this.#book(name).catch((error: Error) => {
        const what = `The database ${name} in ${this.dir} is damaged (${error.message}). Restore a backup into another DATA_DIR.`
        throw new EngineError('EDATADIR', what, { cause: error })
      })
  }

  /** Runs `work` on a database, which cannot be closed or dropped meanwhile. */
  async use<T>(name: string, work: (book: Book) => Promise<T>): Promise<T> {
    const book = this.#present(await this.#book(name))
    book.uses++
    try {
      return await work(book)
    } finally {
      if (--book.uses === 0) book.wake.emit('idle')
    }
  }

  /** Renamed before it is removed, so that a crash in between never leaves half a database under its name. */
  async drop(name: string): Promise<void> {
    const book = this.#present(await this.#book(name))
    await this.#retire(book)
    const remains = join(this.dir, `.gone-${randomUUID()}`)
    await rename(this.#path(name), remains)
    await syncDirectory(this.dir)
    this.#books.delete(name)
    await rm(remains, { recursive: true, force: true })
  }

  async names(): Promise<string[]> {
    const entries = await readdir(this.dir)
    return entries
      .filter((entry) => /^[a-z]/.test(entry))
      .map(decodeURIComponent)
      .sort()
  }

  /** Lets held polls go, waits for the work under way, closes everything. */
  async close(): Promise<void> {
    this.closing = true
    const books = await Promise.all([...this.#books.values()].map((book) => book.catch(() => undefined)))
    await Promise.all(books.map((book) => (book && !book.gone ? this.#retire(book) : undefined)))
    this.#books.clear()
  }

  #path(name: string): string {
    return join(this.dir, encodeURIComponent(name))
  }

  /** Not asynchronous, so that nothing can come between the look and the use. */
  #present(book: Book): Book {
    if (this.closing) throw closingDown()
    if (book.gone) throw noDatabase()
    return book
  }

  #book(name: string): Promise<Book> {
    const open = this.#books.get(name)
    if (open) return open
    const opening = this.#open(name)
    this.#books.set(name, opening)
    opening.catch(() => this.#books.delete(name))
    return opening
  }

  async #open(name: string): Promise<Book> {
    const exists = (await readdir(this.dir)).includes(encodeURIComponent(name))
    if (this.closing) throw closingDown()
    if (!exists) throw noDatabase()
    const options = { adapter: 'leveldb', db: durableLevel } as PouchDB.Configuration.DatabaseConfiguration
    const db = new PouchDB(this.#path(name), options)
    db.setMaxListeners(0)
    await db.info()
    const wake = new EventEmitter().setMaxListeners(0)
    return { name, db, wake, uses: 0, writes: 0, gone: false, tombstones: { seq: 0, ids: new Set() } }
  }

  async #retire(book: Book): Promise<void> {
    book.gone = true
    book.wake.emit('end')
    if (book.uses > 0) await new Promise((resolve) => book.wake.once('idle', resolve))
    await book.db.close()
  }
}

/** A directory's entry survives a power cut only when the directory itself is flushed. */
async function syncDirectory(dir: string): Promise<void> {
  const handle = await open(dir)
  await handle.sync().finally(() => handle.close())
}
