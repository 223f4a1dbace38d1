/**
 * A push service on this machine, as the makers of browsers run them: it takes messages over https and cannot read them.
 * A phone of the test can: it decrypts what has come for it (RFC 8291).
 */
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { Agent, createServer } from 'node:https'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CallMessage } from '../../src/domain/calls.ts'
import type { PushTrial } from '../../server/push/index.ts'
import { coded, decoded, joined, plain, text } from './bytes.ts'
import { selfSigned } from './certificate.ts'

/** A subscription that a browser would hold, with the secrets to read what comes. */
export class Ear {
  readonly #private = createECDH('prime256v1')
  readonly #auth = plain(randomBytes(16))
  readonly endpoint: string
  readonly keys: { p256dh: string; auth: string }
  /** What has come, read. */
  readonly heard: CallMessage[] = []
  /** What has come, as everybody between saw it. */
  readonly seen: { headers: IncomingHttpHeaders; body: Uint8Array }[] = []
  /** What the service answers: the last one for good. */
  answers: number[] = [201]
  retryAfter: number | undefined

  constructor(endpoint: string) {
    this.endpoint = endpoint
    const p256dh = coded(this.#private.generateKeys(), 'base64url')
    this.keys = { p256dh, auth: coded(this.#auth, 'base64url') }
  }

  take(headers: IncomingHttpHeaders, body: Uint8Array): number {
    this.seen.push({ headers, body })
    const status = this.answers.length > 1 ? this.answers.shift()! : this.answers[0]!
    if (status < 300) this.heard.push(JSON.parse(this.#read(body)) as CallMessage)
    return status
  }

  #read(body: Uint8Array): string {
    const length = body[20]!
    const [salt, theirs] = [plain(body.subarray(0, 16)), plain(body.subarray(21, 21 + length))]
    const [locked, tag] = [plain(body.subarray(21 + length, -16)), plain(body.subarray(-16))]
    const derive = (secret: Uint8Array, from: Uint8Array, info: Uint8Array, size: number) =>
      plain(new Uint8Array(hkdfSync('sha256', secret, from, info, size)))
    const label = (words: string) => text(`${words}\0`)
    const info = joined(label('WebPush: info'), this.#private.getPublicKey(), theirs)
    const secret = derive(plain(this.#private.computeSecret(theirs)), this.#auth, info, 32)
    const key = derive(secret, salt, label('Content-Encoding: aes128gcm'), 16)
    const nonce = derive(secret, salt, label('Content-Encoding: nonce'), 12)
    const open = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(tag)
    const words = joined(open.update(locked), open.final())
    // A byte of 2 ends the text; what may follow is padding.
    return new TextDecoder().decode(words.subarray(0, words.lastIndexOf(2)))
  }
}

export class PushService {
  readonly origin: string
  readonly trial: PushTrial
  #ears = new Map<string, Ear>()
  #heed = new Set<() => void>()
  #close: () => void

  private constructor(origin: string, trial: PushTrial, close: () => void) {
    this.origin = origin
    this.trial = trial
    this.#close = close
  }

  /** `gather`: how long the server waits for more to come along, ms. */
  static async start({ gather = 0 } = {}): Promise<PushService> {
    const { key, cert } = selfSigned('localhost')
    const server = createServer({ key, cert })
    await new Promise<void>((done) => server.listen(0, 'localhost', done))
    const origin = `https://localhost:${(server.address() as AddressInfo).port}`
    const agent = new Agent({ ca: cert })
    const trusts = (endpoint: string) => endpoint.startsWith(`${origin}/`)
    const service = new PushService(origin, { agent, trusts, gather }, () => {
      server.closeAllConnections()
      server.close()
    })
    server.on('request', (request, reply) => {
      const parts: Uint8Array[] = []
      request.on('data', (part: Uint8Array) => parts.push(part))
      request.on('end', () => {
        const ear = service.#ears.get(request.url!)
        const status = ear ? ear.take(request.headers, joined(...parts)) : 404
        const wait = ear?.retryAfter ? { 'retry-after': String(ear.retryAfter) } : {}
        reply.writeHead(status, { 'content-length': 0, ...wait }).end()
        for (const heed of service.#heed) heed()
      })
    })
    return service
  }

  /** A new subscription at this service. */
  ear(): Ear {
    const path = `/send/${coded(randomBytes(12), 'base64url')}`
    const ear = new Ear(this.origin + path)
    this.#ears.set(path, ear)
    return ear
  }

  /** Waits until something holds, looking again after each message. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds()) return
        this.#heed.delete(look)
        resolve()
      }
      this.#heed.add(look)
      look()
    })
  }

  close(): void {
    this.#close()
  }
}

/** Who has signed a message (RFC 8292): the claims of its token, where the signature is that of the key it names. */
export function signedBy({ authorization = '' }: IncomingHttpHeaders): {
  key: string
  claims: Record<string, unknown>
} {
  const [, token, key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization)!
  const [head, claims, signature] = token!.split('.')
  const point = decoded(key!, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => coded(part, 'base64url'))
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' })
  const how = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const
  if (!verify('sha256', text(`${head}.${claims}`), how, decoded(signature!, 'base64url')))
    throw new Error('the signature is not of that key')
  const said = new TextDecoder().decode(decoded(claims!, 'base64url'))
  return { key: key!, claims: JSON.parse(said) as Record<string, unknown> }
}
