import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const digest = (text: string) => new Uint8Array(createHash('sha256').update(text).digest())

export type Guard = { user: string; secret: string; admits(header: string | undefined): boolean }

/** Credentials that live as long as this process. Hashing first makes both sides equally long, as the compare needs. */
export function createGuard(): Guard {
  const user = 'kentongan'
  const secret = randomBytes(24).toString('hex')
  const expected = digest('Basic ' + Buffer.from(`${user}:${secret}`).toString('base64'))
  return { user, secret, admits: (header) => timingSafeEqual(digest(header ?? ''), expected) }
}
