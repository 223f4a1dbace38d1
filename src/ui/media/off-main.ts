/** Where pictures are made ready: in a worker, and on the page only where the browser cannot draw in one. */
import { shrink, type Shrunk } from './shrink.ts'

/** A worker that has nothing to do is ended: a decoded photo leaves much memory behind. */
const IDLE_MS = 15_000
/** So long no phone needs for one photo: the worker has died without a word. */
const LOST_MS = 90_000

let worker: Promise<Worker | undefined> | undefined
let idle: ReturnType<typeof setTimeout> | undefined
let queue: Promise<unknown> = Promise.resolve()

/** One after the other, whoever asks: two large photos at once would be too much for a small phone. */
export function shrinkAside(file: Blob): Promise<Shrunk> {
  const result = queue.then(() => run(file))
  queue = result.catch(() => undefined)
  return result
}

async function run(file: Blob): Promise<Shrunk> {
  clearTimeout(idle)
  const aside = await (worker ??= start())
  const result = aside ? await ask(aside, file) : await shrink(file)
  idle = setTimeout(() => void stop(), IDLE_MS)
  return result
}

/** Undefined where the worker cannot be started, or cannot draw. */
async function start(): Promise<Worker | undefined> {
  const started = new Worker(new URL('./shrink.worker.ts', import.meta.url), { type: 'module' })
  const draws = await answer<boolean>(started).catch(() => false)
  if (draws) return started
  started.terminate()
  return undefined
}

/** A worker that dies over a file (out of memory) takes nothing with it: the file is called too big. */
async function ask(aside: Worker, file: Blob): Promise<Shrunk> {
  const reply = answer<Shrunk>(aside)
  aside.postMessage(file)
  return reply.catch(async () => {
    await stop()
    return { ok: false, why: 'too-big' } as const
  })
}

async function stop(): Promise<void> {
  const ended = worker
  worker = undefined
  ;(await ended)?.terminate()
}

function answer<T>(from: Worker): Promise<T> {
  return new Promise((resolve, reject) => {
    from.onmessage = ({ data }: MessageEvent<T>) => resolve(data)
    from.onerror = (event) => (event.preventDefault(), reject(new Error(event.message)))
    setTimeout(() => reject(new Error('no answer')), LOST_MS)
  })
}
