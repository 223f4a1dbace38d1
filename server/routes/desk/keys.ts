/**
 * Tokens and codes are never stored, only their HMAC under a secret of the desk database. The key's name stands
 * with the digest, so that what a restored backup brings stays valid beside what was made meanwhile.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { putNew, readRange, type Db } from '../../couch/index.ts'

interface KeyDoc {
  secret: string
}

export interface Keys {
  /** The digest to store for a token. */
  seal(token: string): Promise<string>
  /** Whether a stored digest belongs to the token; takes the same time whatever differs. */
  matches(sealed: string, token: string): Promise<boolean>
  /** The digests of a token under every key, the current one first: to look it up by id. */
  digests(token: string): Promise<string[]>
}

const PREFIX = 'secret:session:'

/** The keys of a desk database; the first use makes one. */
export function openKeys(desk: Db): Keys {
  let known = new Map<string, string>()

  async function load(): Promise<Map<string, string>> {
    const docs = await readRange<KeyDoc>(desk, { prefix: PREFIX })
    if (docs.length === 0) await putNew<KeyDoc>(desk, newKey())
    const all = docs.length > 0 ? docs : await readRange<KeyDoc>(desk, { prefix: PREFIX })
    known = new Map(all.map(({ _id, secret }) => [_id.slice(PREFIX.length), secret]))
    return known
  }

  return {
    async seal(token) {
      const [[name, secret] = []] = known.size > 0 ? known : await load()
      return `${name!}.${digest(secret!, token)}`
    },
    async matches(sealed, token) {
      const [name = '', stored = ''] = sealed.split('.')
      const secret = known.get(name) ?? (await load()).get(name)
      return secret !== undefined && sameText(stored, digest(secret, token))
    },
    async digests(token) {
      return [...(await load())].map(([name, secret]) => `${name}.${digest(secret, token)}`)
    },
  }
}

function newKey(): KeyDoc & { _id: string } {
  return { _id: PREFIX + randomBytes(6).toString('hex'), secret: randomBytes(32).toString('base64url') }
}

const digest = (secret: string, token: string) =>
  createHmac('sha256', secret).update(token).digest('base64url')

const encoder = new TextEncoder()

function sameText(a: string, b: string): boolean {
  const [left, right] = [encoder.encode(a), encoder.encode(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
