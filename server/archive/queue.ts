/** One after the other, and several at a time. */

/** Runs tasks strictly one after the other; a failed one does not stop the next. */
export function oneByOne(): <T>(task: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = tail.then(task, task)
    tail = result.catch(() => {})
    return result
  }
}

/** Runs `task` over all items, at most `width` at the same time; the first failure is thrown when all have ended. */
export async function atMost<T>(
  width: number,
  items: Iterable<T>,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const source = items[Symbol.iterator]()
  const failures: unknown[] = []
  const worker = async () => {
    for (let next = source.next(); !next.done && failures.length === 0; next = source.next())
      await task(next.value).catch((error: unknown) => failures.push(error))
  }
  await Promise.all(Array.from({ length: width }, worker))
  if (failures.length > 0) throw failures[0]
}
