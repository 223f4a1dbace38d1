/** One cycle of the sync: a short errand, not an open wire. */
import { writeAccess } from '../access.ts'
import { takeOver } from '../kept-drafts.ts'
import type { Line } from '../line.ts'
import { sendFiles, type Outgoing, type Sent } from '../media/send.ts'
import { tidyFiles } from '../media/tidy.ts'
import { getMeta, setMeta } from '../local.ts'
import { waiting } from '../refused.ts'
import { catchUp, sweep } from '../register/catch-up.ts'
import { clearOld, settleAll } from '../register/own.ts'
import { preview } from '../register/preview.ts'
import type { Change, Store } from '../store.ts'
import { ask } from './ask.ts'
import { pushBeside, type OnWrite } from './beside.ts'
import { contact, sayWhatIsHeld } from './contact.ts'
import type { Guard } from './guard.ts'
import { forgetMailbox, heedGeneration, pull } from './pull.ts'
import { push, type Push } from './push.ts'
import { showSeen } from './seen.ts'
import { Trouble } from './trouble.ts'

export interface Errand {
  store: Store
  line: Line
  version: string
  guard: Guard
  /** At the last contact the centre did not know yet that this phone holds everything. */
  behind: boolean
  /** So many files have gone since the last time that none was left. */
  batch: Outgoing['batch']
  sending: Outgoing['sending']
  onWrite: OnWrite
  tell(change: Partial<Change> & { contact?: boolean }): void
}

/** To a phone out of use the centre names no mailbox but its state, and still takes what it has. */
const OUT_OF_USE = ['lost', 'retired'] as const
type OutOfUse = (typeof OUT_OF_USE)[number]

export interface Done {
  /** The mailbox's sequence up to which this phone has everything. */
  seq: string | number
  behind: boolean
  /** The centre can't judge something of ours yet: worth coming again for. */
  doubt: boolean
  /** What became of the files that wait here. */
  files: Sent
}

/**
 * Pushes, pulls, makes contact, and then sends files. Pushing comes first: a centre restored from a
 * backup gets the last entries again before its mailbox takes them away here. Throws Trouble.
 */
export async function cycle(errand: Errand): Promise<Done> {
  const { store, line, guard, tell } = errand
  tell(await guard.while(catchUp(store)))
  const generation = await knock(errand)
  const state = OUT_OF_USE.find((word) => word === generation)
  if (state) return handIn(errand, state)
  await guard.while(heedGeneration(store, generation))
  await takeAlongAccess(errand)
  const stuck = await idsWaiting(store)
  const doubt = await push(toPush(errand))
  const { signal, progress } = guard
  if (await isEmpty(store))
    if (await guard.while(preview(store, line, { signal, progress }))) tell({ journals: 'all' })
  const follow = followArrivals(errand)
  const seq = await pull(store, line, guard, generation, follow.arrived)
  await follow.end()
  if (await getMeta(store.local, 'refilling')) {
    await sweep(store)
    tell({ journals: 'all', drafts: true })
  }
  if (errand.behind) await sayWhatIsHeld(line, guard, seq)
  const { settled, behind, drafts } = await contact(store, line, guard, errand.version)
  tell({ journals: settled, own: true, contact: true })
  if (await takeOver(store.local, line, guard, drafts)) tell({ drafts: true })
  for (const step of LAST) await step(errand)
  return { seq, behind, doubt, files: await bringFiles(errand, stuck) }
}

/** What follows when text and ticks are through, one after the other, in a page and in the service worker alike. */
const LAST: readonly ((errand: Errand) => Promise<void>)[] = [clearDaily]

/** What was looked at goes with what goes anyhow, or when it has waited long enough. */
async function takeAlongAccess({ store, guard, tell }: Errand, now = false): Promise<void> {
  const isGoing = now || (await waiting(store)).length > 0
  if (await guard.while(writeAccess(store, isGoing))) tell(await guard.while(catchUp(store)))
}

const idsWaiting = async (store: Store): Promise<Set<string>> =>
  new Set((await waiting(store)).map(({ id }) => id))

/** Files after all text: what waited before the push and still does is what the centre can't judge. */
async function bringFiles(errand: Errand, stuck: ReadonlySet<string>, slice?: number): Promise<Sent> {
  const beside = pushBeside(toPush(errand), errand.onWrite)
  const sent = () => errand.tell({ media: true })
  try {
    return await sendFiles({ ...errand, stuck, ...(slice ? { slice } : {}), sent })
  } finally {
    await beside.end()
  }
}

const toPush = ({ store, line, guard, tell }: Errand): Push => ({
  store,
  line,
  guard,
  changed: () => tell({ own: true }),
})

/**
 * The phone is out of use: only when nothing is left on it that the centre has not got may it be wiped (lost), or does it
 * let go of what it received (retired, docs/decisions/009).
 */
async function handIn(errand: Errand, state: OutOfUse): Promise<never> {
  const { store, guard } = errand
  await takeAlongAccess(errand, true)
  const stuck = await idsWaiting(store)
  await push(toPush(errand))
  await guard.while(catchUp(store))
  const files = await bringFiles(errand, stuck, Infinity)
  const isTextDone = (await waiting(store)).length === 0
  // A file of which the centre knows no entry now will never be taken: all text has been handed in.
  const isDone = isTextDone && (files === 'all' || files === 'later')
  if (state === 'retired' && isTextDone) await letGo(errand)
  throw new Trouble(isDone || state === 'retired' ? state : 'server')
}

/** Empties this phone of what it received; what the centre refused and drafts of new cases stay, being nowhere else. */
async function letGo(errand: Errand): Promise<void> {
  const { store, guard, tell } = errand
  await guard.while(forgetMailbox(store, 'retired'))
  await settleAll(store)
  await guard.while(catchUp(store))
  await sweep(store)
  await clearDaily(errand)
  tell({ journals: 'all', own: true, drafts: true })
}

/** Asks whose mailbox this is: the name of its generation. A centre that has forgotten what it showed us names another. */
const knock = async ({ store, line, guard }: Errand): Promise<string> =>
  (await ask<{ uuid: string }>(line, guard, '/sync/', { headers: await showSeen(store.local) })).uuid

/** Folds what arrives while the pull goes on: a new phone shows its first cases before the last has come. */
function followArrivals({ store, guard, tell }: Errand) {
  let running: Promise<void> | undefined
  const fold = async () => tell(await catchUp(store))
  return {
    arrived() {
      running ??= fold().then(
        () => (running = undefined),
        (error: unknown) => guard.fail(new Trouble('server', error)),
      )
    },
    async end() {
      await guard.while(running ?? Promise.resolve())
      await guard.while(fold())
    },
  }
}

const isEmpty = async ({ boxes }: Store): Promise<boolean> => (await boxes.in.info()).update_seq === 0

const DAY_MS = 86_400_000

async function clearDaily({ store }: Errand): Promise<void> {
  const last = await getMeta(store.local, 'cleared')
  if (last && Date.now() - Date.parse(last) < DAY_MS) return
  await clearOld(store, Date.now())
  await tidyFiles(store, Date.now())
  await setMeta(store.local, 'cleared', new Date().toISOString())
}
