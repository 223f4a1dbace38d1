/** The village as the public pages show it: read again after a moment, so that many readers cost as much as one. */
import type { Village } from '../../../src/domain/village.ts'
import { dayOf } from '../../../src/domain/time.ts'
import type { Archive } from '../../archive/index.ts'
import type { Profile } from './layout.ts'

export type Now = () => Promise<{ village: Village; profile: Profile; day: string }>

const FRESH_MS = 1_000

export function openNow({ villageNow, clock }: Archive): Now {
  let read: Promise<Village> | undefined
  let readAt = 0

  async function village(): Promise<Village> {
    if (!read || Math.abs(performance.now() - readAt) > FRESH_MS) {
      readAt = performance.now()
      read = villageNow()
      read.catch(() => (read = undefined))
    }
    return read
  }

  return async () => {
    const known = await village()
    return { village: known, profile: known.settings.profile, day: dayOf(new Date(clock()).toISOString()) }
  }
}
