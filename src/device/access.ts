/**
 * What this officer looked at here, on its way into their access log. Kept in one small record, once a day for each case
 * and act, and written as one entry when something goes to the centre anyhow: looking costs no data of its own.
 */
import { accessJournal } from '../domain/ids.ts'
import { looksAt } from '../domain/access.ts'
import type { NewEntry } from '../domain/entries.ts'
import type { AccessAct, Look } from '../domain/kinds/access.ts'
import { dayOf } from '../domain/time.ts'
import { append } from './append.ts'
import { getMeta, setMeta, type Local } from './local.ts'
import { withLock } from './locks.ts'
import { lockName } from './names.ts'
import type { Store } from './store.ts'
import type { Account } from './types.ts'

/** What was noted on a day, and what of all days is in no entry yet. */
export interface Noted {
  day: string
  done: string[]
  waiting: Look[]
}

/** Looks that nothing else takes along go by themselves after this long, ms. */
const LATEST_MS = 15 * 60_000
/** So many looks fit into one entry with room to spare. */
const LOOKS = 40

/** Notes that cases were opened, printed or exported. `detail`: what was printed. Durable when it resolves. */
export async function noteAccess(
  { account, local }: Store,
  what: AccessAct,
  cases: readonly string[],
  detail?: string,
): Promise<void> {
  const offset = (await getMeta(local, 'contact'))?.offset ?? 0
  const day = dayOf(new Date(Date.now() + offset).toISOString())
  await withLock(lockName(account, 'access'), () =>
    change(local, day, ({ done, waiting }) => {
      const keyOf = (id: string) => [what, id, detail ?? ''].join(' ')
      const known = new Set(done)
      const fresh = [...new Set(cases)].filter((id) => !known.has(keyOf(id)))
      const looks = looksAt(what, new Date().toISOString(), fresh, detail)
      return { day, done: [...done, ...fresh.map(keyOf)], waiting: [...waiting, ...looks] }
    }),
  )
}

/**
 * Puts what was noted into entries, where it has waited long enough or `now`. What is written twice after a crash counts
 * once. Answers whether anything was written.
 */
export function writeAccess(store: Store, now = false): Promise<boolean> {
  const { local, account } = store
  return withLock(lockName(account, 'access'), async () => {
    const { waiting = [], day = '' } = (await getMeta(local, 'access')) ?? {}
    const oldest = waiting[0]
    if (!oldest) return false
    const isDue = waiting.length >= LOOKS || Date.now() - Date.parse(oldest.at) > LATEST_MS
    if (!now && !isDue) return false
    const result = await append(store, entriesOf(account, waiting))
    if (result.ok) await change(local, day, (noted) => ({ ...noted, waiting: [] }))
    return result.ok
  })
}

/** A look's month is that of its day; one entry holds looks of one month. */
function entriesOf({ officer }: Account, looks: readonly Look[]): NewEntry[] {
  const entries: EntryOfLog[] = []
  for (const look of looks) {
    const journal = accessJournal(officer, dayOf(look.at))
    const last = entries.at(-1)
    if (last?.journal === journal && last.data.looks.length < LOOKS) last.data.looks.push(look)
    else entries.push({ journal, kind: 'accessed', data: { looks: [look] } })
  }
  return entries
}

type EntryOfLog = NewEntry & { kind: 'accessed' }

async function change(local: Local, day: string, alter: (noted: Noted) => Noted): Promise<void> {
  const known = await getMeta(local, 'access')
  const noted = known ?? { day, done: [], waiting: [] }
  await setMeta(local, 'access', alter(noted.day === day ? noted : { ...noted, day, done: [] }))
}
