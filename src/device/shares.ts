/**
 * What other apps shared into this one, until an officer takes it down: a database of its own, for nobody may be
 * enrolled yet, or several may share the phone. The service worker writes, pages read.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { makeDurable } from './durable.ts'
import { isFull } from './full.ts'
import { sha256 } from './media/hash.ts'
import { SHARES } from './names.ts'

/** What came in, as the other app handed it over. */
export interface Incoming {
  title: string
  text: string
  url: string
  files: File[]
}

/** What became of something shared: the draft it filled, and the case it was saved as. */
export interface Taken {
  print: string
  /** The id under which it waited. */
  share: string
  at: string
  officer: string
  draft: string
  case?: string
}

export interface Share extends Incoming {
  id: string
  at: string
  /** The same content has the same print. */
  print: string
  /** Names of files that found no room. */
  left: string[]
  /** The same was shared, and taken down, before. */
  again?: Taken
}

interface Schema extends DBSchema {
  /** Files stay Blobs: only Chromium knows sharing into an app, and 40 MB are never held in memory. */
  waiting: { key: string; value: Share }
  taken: { key: string; value: Taken; indexes: { draft: string } }
}

/** So long it is noticed that the same is shared once more (ms). */
const REMEMBERED_MS = 30 * 86_400_000
/** A larger text file is no message. */
const TEXT_FILE_BYTES = 500_000
/** Enough of each end of a file to tell it from others. */
const ENDS_BYTES = 65_536

let opened: Promise<IDBPDatabase<Schema>> | undefined

function open(): Promise<IDBPDatabase<Schema>> {
  makeDurable(SHARES)
  opened ??= openDB<Schema>(SHARES, 1, {
    upgrade(db) {
      db.createObjectStore('waiting', { keyPath: 'id' })
      db.createObjectStore('taken', { keyPath: 'print' }).createIndex('draft', 'draft')
    },
    blocking(_current, _blocked, event) {
      ;(event.target as IDBDatabase).close()
      opened = undefined
    },
  })
  opened.catch(() => (opened = undefined))
  return opened
}

/** Pages hear of what the service worker, or another tab, did. */
function tell(): void {
  const channel = new BroadcastChannel(SHARES)
  channel.postMessage('changed')
  channel.close()
}

export const shares = {
  /** Stores what came in before anybody is asked anything. The same once more, while it still waits, is kept once. */
  async receive(incoming: Incoming, at: string): Promise<{ ok: true; id: string } | { ok: false }> {
    const given = await withTextFiles(incoming)
    const print = await printOf(given)
    const db = await open()
    await forget(db, at)
    const same = (await db.getAll('waiting')).find((one) => one.print === print)
    if (same) return { ok: true, id: same.id }
    const id = crypto.randomUUID().slice(0, 8)
    const share: Share = { ...given, id, at, print, left: [] }
    const left = share.files.map(({ name }) => name)
    const stored = (await put(db, share)) || (await put(db, { ...share, files: [], left }))
    if (stored) tell()
    return stored ? { ok: true, id } : { ok: false }
  },

  /** Everything that waits, the oldest first. */
  async waiting(): Promise<Share[]> {
    const tx = (await open()).transaction(['waiting', 'taken'])
    const all = await tx.objectStore('waiting').getAll()
    const told = await Promise.all(
      all.map(async (share) => ({ ...share, again: await tx.objectStore('taken').get(share.print) })),
    )
    return told.sort((a, b) => (a.at < b.at ? -1 : 1))
  },

  async get(id: string): Promise<Share | undefined> {
    return (await open()).get('waiting', id)
  },

  /** What became of one that waits no longer; undefined where it is not known (any more). */
  async fate(id: string): Promise<Taken | undefined> {
    return (await (await open()).getAll('taken')).find(({ share }) => share === id)
  },

  /** Its text and files are in a draft now: it waits no longer, unless files of it found no room there. */
  async take(id: string, taken: Omit<Taken, 'print' | 'share'>, whole = true): Promise<void> {
    const tx = (await open()).transaction(['waiting', 'taken'], 'readwrite')
    const share = await tx.objectStore('waiting').get(id)
    if (share) {
      void tx.objectStore('taken').put({ ...taken, print: share.print, share: id })
      if (whole) void tx.objectStore('waiting').delete(id)
    }
    await tx.done
    tell()
  },

  /** The draft that something shared had filled was saved as a case. */
  async became(draft: string, caseId: string): Promise<void> {
    const tx = (await open()).transaction('taken', 'readwrite')
    for (const taken of await tx.store.index('draft').getAll(draft))
      void tx.store.put({ ...taken, case: caseId })
    await tx.done
  },

  /** Somebody said that it is not wanted. */
  async drop(id: string): Promise<void> {
    await (await open()).delete('waiting', id)
    tell()
  },

  /** Takes everything from this browser: the phone is lost. */
  async clear(): Promise<void> {
    const db = await open()
    await Promise.all([db.clear('waiting'), db.clear('taken')])
    tell()
  },

  /** Calls back after every change; what it answers ends that. */
  follow(changed: () => void): () => void {
    const channel = new BroadcastChannel(SHARES)
    channel.onmessage = changed
    return () => channel.close()
  },
}

async function put(db: IDBPDatabase<Schema>, share: Share): Promise<boolean> {
  try {
    await db.put('waiting', share)
    return true
  } catch (error) {
    if (!isFull(error)) throw error
    return false
  }
}

async function forget(db: IDBPDatabase<Schema>, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - REMEMBERED_MS).toISOString()
  for (const { print, at } of await db.getAll('taken')) if (at < before) await db.delete('taken', print)
}

/** An exported chat comes as a text file: it is read as the message that it is. */
async function withTextFiles(incoming: Incoming): Promise<Incoming> {
  const isText = ({ type, size }: File) => type.startsWith('text/') && size <= TEXT_FILE_BYTES
  const texts = await Promise.all(incoming.files.filter(isText).map((file) => file.text()))
  return {
    ...incoming,
    text: [incoming.text, ...texts].filter(Boolean).join('\n'),
    files: incoming.files.filter((file) => !isText(file)),
  }
}

async function printOf({ title, text, url, files }: Incoming): Promise<string> {
  const ends = files.map((file) =>
    new Blob([file.slice(0, ENDS_BYTES), file.slice(-ENDS_BYTES)]).arrayBuffer(),
  )
  const prints = await Promise.all((await Promise.all(ends)).map(sha256))
  const said = JSON.stringify([title, text, url, files.map(({ size }) => size), prints])
  return sha256(new TextEncoder().encode(said).buffer)
}
