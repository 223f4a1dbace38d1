/** Contact: how this phone is, and what the centre says has reached whom. */
import { counted } from '../../domain/counted.ts'
import type { RescueKey } from '../../domain/rescue-key.ts'
import { hearOfDusun } from '../hamlet.ts'
import type { Line } from '../line.ts'
import { setMeta } from '../local.ts'
import { heldFiles } from '../media/media.ts'
import { waiting } from '../refused.ts'
import { refold } from '../register/catch-up.ts'
import { boundConfirmed, settle } from '../register/own.ts'
import type { Store } from '../store.ts'
import type { PhoneRow } from '../office-types.ts'
import type { Restored, Watermark, Watermarks } from '../types.ts'
import { ask } from './ask.ts'
import { Guard } from './guard.ts'
import { noteSeen } from './seen.ts'

interface Answer {
  now: string
  /** The highest order that the archive has given so far, µs. */
  order: number
  watermark: Watermark | null
  officers: Watermarks
  backup?: string | null
  restored?: Restored
  ticks?: string
  /** Where the archive's history has come to, sealed. */
  place?: string
  rescue?: RescueKey
  /** For a Kepala Dusun: which list of the own dusun is the latest. */
  dusun?: string
  /** The tag of the subscription by which the centre calls this phone. */
  push?: string
  /** So many drafts of another phone of this officer wait. */
  drafts?: number
  /** For the office only. */
  devices?: PhoneRow[]
}

export interface Contacted {
  /** Journals of which something is seen differently now. */
  settled: Set<string>
  /** The centre has accepted more than it knows this phone to hold: worth saying again what it holds. */
  behind: boolean
  /** So many drafts of another phone of this officer wait at the centre. */
  drafts: number
}

/** Makes contact. */
export async function contact(store: Store, line: Line, guard: Guard, version: string): Promise<Contacted> {
  const before = Date.now()
  const answer = await tell(line, guard, await condition(store, version))
  const offset = Date.parse(answer.now) - (before + Date.now()) / 2
  const { now, watermark, officers, backup, restored, ticks, rescue } = answer
  await noteSeen(store.local, answer.place)
  await setMeta(store.local, 'watermarks', officers)
  await setMeta(store.local, 'called', answer.push ?? '')
  if (rescue) await setMeta(store.local, 'rescue', rescue)
  // Last of what it said: the app may end here, and whoever sees that there was contact counts on the rest.
  await setMeta(store.local, 'contact', { at: now, offset, backup, restored, ticks })
  await guard.while(hearOfDusun(store.local, line, guard, answer.dusun))
  await boundConfirmed(store, answer.order)
  const settled = watermark ? await settle(store, watermark) : new Set<string>()
  await refold(store, settled)
  return { settled, behind: (watermark?.order ?? 0) < answer.order, drafts: answer.drafts ?? 0 }
}

/**
 * Says again up to where this phone holds its mailbox. The replicator writes its checkpoint only when something came;
 * but what went by without anything for this phone moves its watermark too.
 */
export async function sayWhatIsHeld(line: Line, guard: Guard, seq: string | number): Promise<void> {
  const { signal, progress } = guard
  const init = {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ last_seq: seq }),
  }
  await guard.while(line.request('/sync/inbox/_local/held', init, { signal, progress }))
}

/** Each phone's state; undefined where the centre is out of reach or does not tell. */
export async function askPhones(store: Store, line: Line, version: string): Promise<PhoneRow[] | undefined> {
  const guard = new Guard()
  try {
    return (await tell(line, guard, await condition(store, version))).devices
  } catch {
    return undefined
  } finally {
    guard.stop()
  }
}

function tell(line: Line, guard: Guard, body: object): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json' }
  return ask<Answer>(line, guard, '/api/contact', { method: 'POST', headers, body: JSON.stringify(body) })
}

async function condition(store: Store, version: string): Promise<object> {
  const [waits, refused, files, estimate] = await Promise.all([
    waiting(store),
    store.local.count('refused'),
    heldFiles(store.local),
    navigator.storage?.estimate?.(),
  ])
  const unsent = counted(waits)
  const oldestUnsent = [...unsent.map(({ at }) => at), ...(files.oldest ? [files.oldest] : [])].sort()[0]
  const freeBytes = estimate?.quota ? estimate.quota - (estimate.usage ?? 0) : undefined
  return {
    unsent: unsent.length,
    files: files.unsent,
    oldestUnsent,
    refused: refused + files.refused,
    freeBytes,
    version,
  }
}
