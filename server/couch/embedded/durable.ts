import leveldown, { type Down } from 'leveldown'

const open = new Map<string, Down>()

/**
 * A leveldown whose every write is flushed to the disk before it is acknowledged. LevelDB alone only hands the
 * write to the operating system, and a power cut then takes back what the desk had already confirmed.
 * (58 ms instead of 40 ms per 100 puts.) PouchDB finds its open stores by this function's name.
 */
export function durableLevel(location: string): Down {
  const down = leveldown(location)
  open.set(location, down)
  const { _put: put, _del: del, _batch: batch } = down
  down._put = (key, value, options, done) => put.call(down, key, value, { ...options, sync: true }, done)
  down._del = (key, options, done) => del.call(down, key, { ...options, sync: true }, done)
  down._batch = (operations, options, done) => batch.call(down, operations, { ...options, sync: true }, done)
  return down
}

/** Below and above every key of PouchDB's. */
const [LOW, HIGH] = ['\u0000', '\uffff']

/**
 * Takes what was deleted or replaced from the disk. LevelDB only marks it, and leaves a file alone that nothing newer
 * overlaps: so two keys are written around everything, which makes it merge all files into new ones.
 */
export async function squeeze(location: string): Promise<void> {
  const down = open.get(location)
  if (!down) return
  const done = (work: (callback: Parameters<Down['close']>[0]) => void) =>
    new Promise<void>((resolve, reject) => work((error) => (error ? reject(error) : resolve())))
  const merge = () => done((callback) => down.compactRange(LOW, HIGH, callback))
  const batch = (type: 'put' | 'del') =>
    done((callback) =>
      down._batch(
        [LOW, HIGH].map((key) => ({ type, key, value: '-' })),
        {},
        callback,
      ),
    )
  await merge()
  await batch('put')
  await merge()
  await batch('del')
  await merge()
}
