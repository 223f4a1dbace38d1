/** Setting and trying an officer's PIN on this browser. */
import { fromBase64, toBase64 } from '../domain/base64.ts'
import { waitAfter, waitNow, type Wait } from '../domain/pin.ts'
import { accounts } from './accounts.ts'

/** About half a second on a cheap phone. So few digits resist nobody who reads the disk: docs/decisions/022. */
const ROUNDS = 300_000
const NO_WAIT: Wait = { left: 0, at: 0 }

/** Sets or replaces it. */
export async function setPin(officer: string, digits: string, idle: number): Promise<void> {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(16)))
  const hash = await hashOf(digits, salt, ROUNDS)
  await accounts.changePin(officer, () => ({ salt, hash, rounds: ROUNDS, idle, wrong: 0, wait: NO_WAIT }))
}

/** Changes after how many idle minutes it is asked for. */
export async function setIdle(officer: string, idle: number): Promise<void> {
  await accounts.changePin(officer, (pin) => pin && { ...pin, idle })
}

/** Takes it away. */
export async function removePin(officer: string): Promise<void> {
  await accounts.changePin(officer, () => undefined)
}

/** Tries one; where it is wrong, or too early, answers how long to wait. */
export async function tryPin(
  officer: string,
  digits: string,
): Promise<{ ok: true } | { ok: false; wait: Wait }> {
  const now = Date.now()
  let early = false
  // Counted as wrong before it is looked at: closing the app meanwhile gains no further try.
  const pin = await accounts.changePin(officer, (known) => {
    early = !!known && waitNow(known.wait, now).left > 0
    if (!known || early) return known
    const wrong = known.wrong + 1
    return { ...known, wrong, wait: { left: waitAfter(wrong), at: now } }
  })
  if (!pin) return { ok: true } // removed meanwhile
  if (early || (await hashOf(digits, pin.salt, pin.rounds)) !== pin.hash) return { ok: false, wait: pin.wait }
  await accounts.changePin(officer, (known) => known && { ...known, wrong: 0, wait: NO_WAIT })
  return { ok: true }
}

/** What is left to wait, as it was last written down. */
export async function waitOf(officer: string): Promise<Wait> {
  return (await accounts.pin(officer))?.wait ?? NO_WAIT
}

/** Writes down how much of a wait is over, so that a reload does not begin it again. */
export async function noteWait(officer: string, wait: Wait): Promise<void> {
  await accounts.changePin(officer, (pin) => pin && (wait.left < pin.wait.left ? { ...pin, wait } : pin))
}

async function hashOf(digits: string, salt: string, iterations: number): Promise<string> {
  const { subtle } = crypto
  const key = await subtle.importKey('raw', new TextEncoder().encode(digits), 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt)!, iterations }
  return toBase64(new Uint8Array(await subtle.deriveBits(how, key, 256)))
}
