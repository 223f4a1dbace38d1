/** A phone with the stock PouchDB client and two databases of its own, as the doors see it. */
import { rm } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { entryId, nextCounter } from '../../src/domain/ids.ts'
import { unionById, type DataOf, type Entry, type Kind } from '../../src/domain/entries.ts'
import { Pouch, temporaryDir } from '../couch/support.ts'
import type { Caller } from '../support/browser-session.ts'
import { caseId, complaint } from '../support/domain.ts'
import type { TestServer } from '../support/server.ts'

type Database = PouchDB.Database<Entry>
export interface Denied {
  id: string
  name: string
  reason: string
}

export class Phone {
  readonly caller: Caller
  readonly url: string
  readonly dir: string
  readonly out: Database
  readonly in: Database

  constructor(url: string, caller: Caller, dir: string) {
    this.url = url
    this.caller = caller
    this.dir = dir
    this.out = new Pouch<Entry>(join(dir, 'out'), { adapter: 'leveldb' })
    this.in = new Pouch<Entry>(join(dir, 'in'), { adapter: 'leveldb' })
  }

  /** Enrols an officer's new phone. */
  static async enrol(server: TestServer, officer: string): Promise<Phone> {
    return new Phone(server.url, await server.enrol(officer), await temporaryDir())
  }

  /** One of the doors, as the stock client opens it. */
  door(name: 'inbox' | 'outbox', headers: Record<string, string> = {}): Database {
    const options = { adapter: 'http', headers: { ...this.caller.headers, ...headers } }
    return new Pouch<Entry>(`${this.url}/sync/${name}`, options)
  }

  async write<K extends Kind>(journal: string, kind: K, data: DataOf<K>): Promise<Entry> {
    const own = (await this.seen()).filter(({ _id }) => _id.startsWith(`${journal}:`))
    const _id = entryId(journal, nextCounter(own.map((entry) => entry._id)), this.caller.device)
    const at = new Date().toISOString()
    const entry = { _id, kind, v: 1, by: this.caller.officer, at, data } as unknown as Entry
    await this.out.put(entry)
    return entry
  }

  async capture(name: string, other: Partial<DataOf<'registered'>> = {}): Promise<string> {
    const id = caseId(name)
    await this.write(id, 'registered', complaint(other))
    return id
  }

  /** What the screen would fold: the union of both databases. */
  async seen(): Promise<Entry[]> {
    const docs = await Promise.all([this.in, this.out].map((db) => db.allDocs({ include_docs: true })))
    return unionById(...docs.map(({ rows }) => rows.flatMap(({ doc }) => (doc ? [doc] : []))))
  }

  async push(headers: Record<string, string> = {}): Promise<{ denied: Denied[]; written: number }> {
    const denied: Denied[] = []
    const run = Pouch.replicate(this.out, this.door('outbox', headers), { batch_size: 100 })
    run.on('denied', (error) => denied.push(error as unknown as Denied))
    const { docs_written } = await run
    return { denied, written: docs_written }
  }

  async pull(): Promise<number> {
    return (await Pouch.replicate(this.door('inbox'), this.in, { batch_size: 100 })).docs_written
  }

  /** The ids of a journal that have come from the centre. */
  async held(journal: string): Promise<string[]> {
    const { rows } = await this.in.allDocs({ startkey: `${journal}:`, endkey: `${journal}:\ufff0` })
    return rows.map(({ id }) => id)
  }

  async dispose(): Promise<void> {
    await Promise.all([this.out.close(), this.in.close()])
    await rm(this.dir, { recursive: true, force: true })
  }
}

export interface RawAnswer {
  status: number
  text: string
}

/** A request whose path goes out exactly as it is written here. */
export function raw(
  url: string,
  method: string,
  path: string,
  options: { headers?: object; body?: string } = {},
) {
  const { hostname, port } = new URL(url)
  return new Promise<RawAnswer>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...options.headers }
    const call = request({ hostname, port, method, path, headers, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => (text += part))
      answer.on('end', () => resolve({ status: answer.statusCode!, text }))
      answer.on('error', reject)
    })
    call.on('error', (error) => reject(new Error(`${method} ${path}: ${error.message}`)))
    call.end(options.body)
  })
}
