/** Web Locks where the browser has them. They save work between tabs; nothing's correctness depends on them. */

/** Runs `work` while this tab alone holds the lock. */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? (navigator.locks.request(name, work) as Promise<T>) : work()
}

/** Runs `work` if no other tab holds the lock; undefined where one does. */
export function ifFree<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  if (!navigator.locks) return work()
  return navigator.locks.request(name, { ifAvailable: true }, (lock) =>
    lock ? work() : Promise.resolve(undefined),
  ) as Promise<T | undefined>
}
