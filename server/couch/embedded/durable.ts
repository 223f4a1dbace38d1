import leveldown, { type Down } from 'leveldown'

type Done = (error?: Error | null) => void

const open = new Map<string, Down>()
const hearers = new Set<() => void>()

/** Calls `hear` once, when a write has failed: that store takes nothing more until it is opened anew. */
export function onSpoilt(hear: () => void): void {
  hearers.add(hear)
}

/**
 * A leveldown whose every write is flushed to the disk before it is acknowledged. LevelDB alone only hands the
 * write to the operating system, and a power cut then takes back what the desk had already confirmed.
 * (58 ms instead of 40 ms per 100 puts.) PouchDB finds its open stores by this function's name.
 *
 * After a write that failed (a full disk) all later ones are refused: LevelDB would go on writing behind half a record,
 * and when it is opened the next time it reads only up to there. What it had acknowledged since would be gone.
 */
export function durableLevel(location: string): Down {
  const down = leveldown(location)
  open.set(location, down)
  const { _put: put, _del: del, _batch: batch } = down
  let spoilt: Error | undefined
  const write = (work: (heard: Done) => void, done: Done) => {
    if (spoilt) return void process.nextTick(done, spoilt)
    work((error) => {
      if (error && !spoilt) {
        spoilt = error
        hearers.forEach((hear) => hear())
        hearers.clear()
      }
      // One that was under way beside it lies behind the half record too.
      done(error ?? spoilt)
    })
  }
  const sync = { sync: true }
  down._put = (key, value, options, done) =>
    write((heard) => put.call(down, key, value, { ...options, ...sync }, heard), done)
  down._del = (key, options, done) =>
    write((heard) => del.call(down, key, { ...options, ...sync }, heard), done)
  down._batch = (operations, options, done) =>
    write((heard) => batch.call(down, operations, { ...options, ...sync }, heard), done)
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
