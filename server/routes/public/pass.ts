/** The pass of a form: when it was given out, sealed. No cookie and no memory: the form brings it back. */
import { randomBytes } from 'node:crypto'
import type { Keys } from '../desk/keys.ts'

/** Nobody reads and fills in the form faster. */
const SHORTEST_MS = 3_000
/** Overnight in an open tab; then a new one is given out, and what was typed stays. */
const LONGEST_MS = 24 * 3_600_000

export interface Pass {
  /** Names this very form. */
  nonce: string
  /** Nobody can have read the form yet. */
  early: boolean
}

export interface Passes {
  make(): Promise<string>
  /** The pass, where it was made here and is not too old. */
  read(text: string): Promise<Pass | undefined>
}

const plain = (at: string, nonce: string) => `lapor ${at} ${nonce}`

export function openPasses(keys: Keys, clock: () => number): Passes {
  return {
    async make() {
      const at = clock().toString(36)
      const nonce = randomBytes(12).toString('base64url')
      return `${at}~${nonce}~${await keys.seal(plain(at, nonce))}`
    },
    async read(text) {
      const [at = '', nonce = '', sealed = '', ...rest] = text.split('~')
      if (rest.length > 0 || !(await keys.matches(sealed, plain(at, nonce)))) return undefined
      const age = clock() - Number.parseInt(at, 36)
      return age >= 0 && age <= LONGEST_MS ? { nonce, early: age < SHORTEST_MS } : undefined
    },
  }
}
