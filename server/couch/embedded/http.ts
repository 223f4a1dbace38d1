import type { IncomingMessage, ServerResponse } from 'node:http'
import { CouchError } from './errors.ts'
import { checkDepth, parseJson } from './query.ts'

/** Bytes go out as they are, everything else as JSON. */
export type Answer = { status: number; body: unknown; headers?: Record<string, string> }

export const ok = (body: unknown, headers?: Record<string, string>): Answer => ({
  status: 200,
  body,
  headers,
})
export const created = (body: unknown): Answer => ({ status: 201, body })

const limit = 64 * 1024 * 1024
const tooLarge = () => new CouchError(413, 'too_large', 'the request entity is too large')

/** The whole body as JSON; an empty one counts as junk, as with CouchDB. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const value = parseJson(await readText(request))
  checkDepth(value)
  return value
}

const readText = async (request: IncomingMessage) => (await readBytes(request)).toString('utf8')

/** The whole body as it is. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  // Said before reading where the length is known: leaving a body half read breaks the connection.
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limit) throw new CouchError(413, 'too_large', 'the request entity is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const payload: string | Uint8Array = body instanceof Uint8Array ? body : JSON.stringify(body) + '\n'
  // A long poll that had to keep its connection alive has sent its head already.
  if (response.headersSent) return void response.end(payload)
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'must-revalidate',
    'content-length': Buffer.byteLength(payload),
    ...headers,
  })
  response.end(payload)
}

export function sendError(response: ServerResponse, { status, error, reason }: CouchError): void {
  if (response.headersSent) return void response.destroy()
  send(response, { status, body: { error, reason } })
}
