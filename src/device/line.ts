/** The line to the centre: every request as this phone, with a time limit that watches the bytes. */
import type { Account } from './types.ts'

const QUIET_MS = 30_000
/** The slowest line an upload is still waited for, bytes per ms. */
const SLOWEST = 2

export interface LineOptions {
  signal?: AbortSignal
  /** Called whenever bytes come in. */
  progress?: () => void
  /** How long nothing may come, in ms. */
  quiet?: number
}

export interface Line {
  /** A request to the centre. Its answer is read whole; throws TypeError where the centre is out of reach. */
  request(path: string, init?: RequestInit, options?: LineOptions): Promise<Response>
}

/** How long an upload of so many bytes is waited for, in ms. */
export const uploadLimit = (bytes: number): number => QUIET_MS + bytes / SLOWEST

/** The line of one device; `heard` is told after each request whether the centre answered. */
export function openLine(account: Pick<Account, 'device'>, heard: (answered: boolean) => void): Line {
  return {
    async request(path, init = {}, options = {}) {
      const watch = new Watch(options, sizeOf(init.body))
      try {
        const response = await send(account.device, path, init, watch)
        heard(true)
        return response
      } catch (error) {
        if (!options.signal?.aborted) heard(false)
        throw error instanceof TypeError
          ? error
          : new TypeError('the centre is out of reach', { cause: error })
      } finally {
        watch.stop()
      }
    },
  }
}

async function send(device: string, path: string, init: RequestInit, watch: Watch): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('X-Kentongan-Device', device)
  headers.set('X-Kentongan-Time', new Date().toISOString())
  const response = await fetch(path, { ...init, headers, credentials: 'same-origin', signal: watch.signal })
  watch.progress()
  const body = await readWhole(response, watch)
  const { status, statusText } = response
  return new Response(body, { status, statusText, headers: response.headers })
}

/** Reads the body piece by piece, so that a slow line is told from a dead one. */
async function readWhole(response: Response, watch: Watch): Promise<BodyInit | null> {
  if (!response.body) return null
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    pieces.push(value)
    watch.progress()
  }
  return response.status === 204 ? null : new Blob(pieces)
}

const sizeOf = (body: RequestInit['body']): number =>
  typeof body === 'string' ? body.length : body instanceof Blob ? body.size : 0

/** Aborts when nothing comes for too long, or when somebody says so. */
class Watch {
  #abort = new AbortController()
  #timer: ReturnType<typeof setTimeout> | undefined
  #options: LineOptions
  #quiet: number

  constructor(options: LineOptions, upload: number) {
    this.#options = options
    this.#quiet = options.quiet ?? QUIET_MS
    options.signal?.addEventListener('abort', this.#stopped)
    if (options.signal?.aborted) this.#stopped()
    this.#arm(this.#quiet + upload / SLOWEST)
  }

  get signal(): AbortSignal {
    return this.#abort.signal
  }

  progress(): void {
    this.#options.progress?.()
    this.#arm(this.#quiet)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#options.signal?.removeEventListener('abort', this.#stopped)
  }

  #stopped = (): void => this.#abort.abort(this.#options.signal?.reason)

  #arm(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#abort.abort(new DOMException('quiet', 'TimeoutError')), ms)
  }
}
