/** Noticing that a database goes away beneath the running app: the browser threw it away, or a person, or another page. */

const listeners = new Set<(database: string) => void>()
const watched = new WeakSet<IDBDatabase>()

/** Calls back with the (raw) name of each database that is taken from under its connection; answers how to stop. */
export function onGone(listener: (database: string) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Watches a connection. What this page closes and deletes itself tells nothing. */
export function watchConnection(db: IDBDatabase): void {
  if (watched.has(db)) return
  watched.add(db)
  const { name } = db
  const tell = () => {
    for (const listener of listeners) listener(name)
  }
  db.addEventListener('close', tell)
  db.addEventListener('versionchange', ({ newVersion }) => {
    if (newVersion === null) tell()
  })
}
