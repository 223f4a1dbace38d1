/** The demo village's own journal: profile, dusun, officers and who has held what. */
import { entryId, VILLAGE } from '../../src/domain/ids.ts'
import type { DataOf, Entry, Kind } from '../../src/domain/entries.ts'
import { addDays, dayOf } from '../../src/domain/time.ts'
import { deviceOf } from './journal.ts'
import { DUSUN, OFFICERS, PROFILE } from './people.ts'

/** All entries of the demo's journal `village`, told relative to `now` (ms since 1970). */
export function demoVillage(now: number): Entry[] {
  const start = now - 200 * 86_400_000
  const author = OFFICERS.find((o) => o.position === 'petugasPengelola')!.id
  let counter = 0
  const entries: Entry[] = []
  const write = <K extends Kind>(kind: K, data: DataOf<K>) => {
    counter += 1
    const _id = entryId(VILLAGE, counter, deviceOf(author))
    entries.push({ _id, kind, v: 1, by: author, at: new Date(start).toISOString(), data } as Entry)
  }
  write('settingChanged', { key: 'profile', value: PROFILE })
  write('settingChanged', { key: 'dusun', value: DUSUN })
  for (const { id, name, phone, position, dusun } of OFFICERS) {
    write('officerRecorded', { officer: id, name, phone })
    const from = addDays(dayOf(new Date(start).toISOString()), -30)
    write('positionHeld', { term: `masa-${id}`, officer: id, position, from, ...(dusun ? { dusun } : {}) })
  }
  return entries
}
