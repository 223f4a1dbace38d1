/** One message to one push service: encrypted for the phone (RFC 8291), signed by the village (RFC 8292). */
import { request, type Agent } from 'node:https'
import webpush from 'web-push'
import type { PushKey } from './keys.ts'
import type { Subscription } from './subscriptions.ts'

export interface Parcel {
  message: object
  urgency: 'normal' | 'high'
}

export interface Post {
  agent: Agent
  /** Whom the push service may turn to: a mailto: or https: address. */
  subject: string
}

export interface Posted {
  status: number
  /** Seconds that the service asks to wait. */
  retryAfter?: number
}

/** A phone may be without a line for a weekend; after that the news is old. */
const TTL_SECONDS = 2 * 86_400
const PATIENCE_MS = 15_000

/** Posts it. Throws where nobody answers in time. What the answer says beside its status is not read: it is foreign. */
export function post(
  { endpoint, keys }: Pick<Subscription, 'endpoint' | 'keys'>,
  { message, urgency }: Parcel,
  key: PushKey,
  { agent, subject }: Post,
): Promise<Posted> {
  const { method, headers, body } = webpush.generateRequestDetails(
    { endpoint, keys },
    JSON.stringify(message),
    {
      TTL: TTL_SECONDS,
      urgency,
      contentEncoding: 'aes128gcm',
      vapidDetails: { subject, publicKey: key.public, privateKey: key.private },
    },
  )
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const sending = request(endpoint, { method, headers, agent, signal }, (response) => {
      response.on('error', () => undefined)
      // A few words are let by, so that the connection can be used again; who says more is cut off.
      if (Number(response.headers['content-length'] ?? Infinity) > 4_096) response.destroy()
      else response.resume()
      const wait = Number(response.headers['retry-after'])
      resolve({ status: response.statusCode ?? 0, ...(wait > 0 ? { retryAfter: wait } : {}) })
    })
    sending.on('error', reject)
    sending.end(body)
  })
}
