/** A village with its archive and postman over a real engine, with a clock that tests turn. */
import { rm } from 'node:fs/promises'
import { CENTRE, entryId, nextCounter, VILLAGE } from '../../src/domain/ids.ts'
import { unionById, type DataOf, type Entry, type Kind } from '../../src/domain/entries.ts'
import {
  openArchive,
  startPostman,
  type Archive,
  type Outcome,
  type Postman,
} from '../../server/archive/index.ts'
import type { Sender } from '../../server/archive/index.ts'
import { connect, databasesOf, dropDatabase, readRange, type Couch } from '../../server/couch/index.ts'
import { engines, temporaryDir } from '../couch/support.ts'
import {
  atNoon,
  caseId,
  complaint,
  deviceOf,
  TODAY,
  villageJournal,
  type TestTerm,
} from '../support/domain.ts'

export { engines }

/** One process of the server: its archive and its postman. */
export interface Process {
  archive: Archive
  postman: Postman
}

export interface Bench {
  couch: Couch
  village: string
  clock: { now: number }
  /** The first process. */
  archive: Archive
  postman: Postman
  /** A further process over the same databases. */
  another(): Promise<Process>
  /** Stops all processes, and starts one. */
  restart(): Promise<void>
  end(): Promise<void>
}

let count = 0

/** An engine with one village in it. */
export async function openBench(engine: string, terms?: readonly TestTerm[]): Promise<Bench> {
  const dataDir = await temporaryDir()
  const couchdbUrl = engine === 'couchdb' ? process.env.TEST_COUCHDB_URL : undefined
  const couch = await connect({ dataDir, couchdbUrl })
  const village = `uji-${process.pid}-${Date.now().toString(36)}-${count++}`
  const clock = { now: Date.parse(atNoon(TODAY)) }
  const processes: Process[] = []
  const another = async () => {
    const archive = await openArchive({ couch, village, clock: () => clock.now })
    const one = { archive, postman: startPostman(archive.parts) }
    processes.push(one)
    return one
  }
  const stop = () => Promise.all(processes.splice(0).map(({ postman }) => postman.stop()))
  const first = await another()
  await first.archive.seed(villageJournal(terms).entries)
  const bench: Bench = {
    couch,
    village,
    clock,
    ...first,
    another,
    async restart() {
      await stop()
      Object.assign(bench, await another())
    },
    async end() {
      await stop()
      for (const name of await databasesOf(couch, village)) await dropDatabase({ server: couch.server, name })
      await couch.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  return bench
}

/** An officer's phone, as far as the archive sees it: it writes on what it has seen. */
export class Author {
  view: Entry[] = []
  readonly officer: string
  readonly device: string
  readonly sender: Sender

  constructor(officer: string, n = 0) {
    this.officer = officer
    this.device = deviceOf(officer, n)
    this.sender = {
      officer,
      device: this.device,
      state: 'active',
      offset: 0,
      devices: new Set([this.device]),
    }
  }

  write<K extends Kind>(journal: string, kind: K, data: DataOf<K>, at = atNoon(TODAY)): Entry {
    const own = this.view.filter(({ _id }) => _id.startsWith(`${journal}:`))
    const _id = entryId(journal, nextCounter(own.map((entry) => entry._id)), this.device)
    const entry = { _id, kind, v: 1, by: this.officer, at, data } as unknown as Entry
    this.view.push(entry)
    return entry
  }

  /** A new case of this officer's capture. */
  capture(name: string, other: Partial<DataOf<'registered'>> = {}): { id: string; entries: Entry[] } {
    const id = caseId(name)
    return { id, entries: [this.write(id, 'registered', complaint(other))] }
  }

  /** Reads what is in the mailbox. */
  async pull(archive: Archive): Promise<void> {
    this.view = unionById(this.view, await mailOf(archive, this.officer))
  }

  send(archive: Archive, entries: readonly unknown[], as: Partial<Sender> = {}): Promise<Outcome[]> {
    return archive.accept(entries, { ...this.sender, ...as })
  }
}

/** Everything in an officer's mailbox. */
export async function mailOf(archive: Archive, officer: string): Promise<Entry[]> {
  const { db } = await archive.box(officer)
  return readRange<Entry>(db, { start: '0', end: '\ufff0' })
}

/** The ids of a journal in an officer's mailbox. */
export async function idsIn(archive: Archive, officer: string, journal: string): Promise<string[]> {
  const mail = await mailOf(archive, officer)
  return mail.map(({ _id }) => _id).filter((id) => id.startsWith(`${journal}:`))
}

/** The numbers of all cases, by case. */
export async function numbersOf(archive: Archive): Promise<Map<string, number[]>> {
  const docs = await readRange<Entry>(archive.db, { start: 'c', end: 'c\ufff0' })
  const numbers = new Map<string, number[]>()
  for (const entry of docs) {
    const journal = entry._id.split(':')[0]!
    const known = numbers.get(journal) ?? []
    numbers.set(journal, entry.kind === 'numbered' ? [...known, entry.data.n] : known)
  }
  return numbers
}

/** Waits until something holds, looking again and again; throws the last failure after a while. */
export async function until<T>(look: () => Promise<T | false | undefined>, ms = 10_000): Promise<T> {
  const end = Date.now() + ms
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error('it did not come about')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export { CENTRE, VILLAGE }
