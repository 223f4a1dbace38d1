/** One round of the postman: from where it stands to the end of the archive's changes. */
import type { Entry } from '../../src/domain/entries.ts'
import { journalKind, VILLAGE } from '../../src/domain/ids.ts'
import { dayOf } from '../../src/domain/time.ts'
import { readChanges, statusOf, type Change, type ChangesPage } from '../couch/index.ts'
import type { ArchiveParts } from './contract.ts'
import { eraseOldBodies } from './destroy.ts'
import { journalPart } from './journals.ts'
import { readLinks } from './links.ts'
import { openNumbering } from './numbering.ts'
import { deliver, deliverAll, type Rounds } from './pass.ts'
import type { Crier } from './postman.ts'
import { epochOf, readPlace, savePlace, type Place } from './place.ts'

export interface Round {
  /** Delivers until nothing is left to deliver, or `signal` ends it. */
  run(signal: AbortSignal): Promise<void>
  /** The next run goes through everything. */
  demandAll(): void
  /** After a failure: what was remembered of the engine may not hold any more. */
  recover(error: unknown): void
}

const PAGE = 500

type Page = ChangesPage<Partial<Entry>>

interface Standing {
  rounds: Rounds
  place: Place
}

interface Stepped {
  next: Place
  /** Whether the changes had come to an end. */
  drained: boolean
  /** Whether mailboxes were compared. */
  worked: boolean
}

/** Rounds over one archive. */
export function openRound(parts: ArchiveParts, crier?: Crier): Round {
  const { archive, desk, media, boxes, marks, orders, signals, clock, log } = parts
  let standing: Standing | undefined
  /** Orders seen in the changes of which a lower one may still be on its way. */
  let uncounted: number[] = []
  /** Officers whose mailbox has changed since the last time that everything was settled; all after a start. */
  let touched: Set<string> | 'all' = 'all'
  let demanded = false
  let reopen = false

  async function open(): Promise<Standing> {
    const place = await readPlace(desk, await epochOf(archive))
    const numbering = openNumbering(archive, desk, orders, clock)
    return {
      rounds: {
        archive,
        desk,
        media,
        boxes,
        marks,
        links: await readLinks(archive),
        numbering,
        log,
        own: new Set(),
      },
      place,
    }
  }

  async function step({ rounds, place }: Standing): Promise<Stepped> {
    const floor = orders.floor()
    const page: Page = await readChanges(archive, { since: place.seq, limit: PAGE, includeDocs: true })
    // Taken after the reading: what arrived after midnight is never settled with yesterday's audience.
    const day = dayOf(new Date(clock()).toISOString())
    const drained = page.results.length < PAGE
    const foreign = page.results.filter(({ id }) => !rounds.own.delete(id))
    const dirty = new Set(foreign.map(({ id }) => journalPart(id)).filter((id) => journalKind(id)))
    const deep = demanded
    const everything = deep || day !== place.sweptOn || page.results.some(movesAudiences)
    const round = { day, settled: place, pass: place.pass + 1 }
    if (deep) demanded = false
    try {
      note(everything ? await deliverAll(rounds, round, deep, dirty) : await deliver(rounds, dirty, round))
    } catch (error) {
      demanded ||= deep
      throw error
    }
    if (page.results.some(({ doc }) => doc?.arrived?.destroyed)) await eraseOldBodies(parts)
    await crier?.delivered(foreign.flatMap(({ doc }) => (doc?.kind ? [doc as Entry] : [])))
    uncounted.push(...page.results.flatMap(({ doc }) => doc?.arrived?.order ?? []))
    const next = { ...advance(place, page, drained ? floor : 0), pass: round.pass, sweptOn: day }
    return { next, drained, worked: everything || dirty.size > 0 }
  }

  function note(changed: ReadonlySet<string>): void {
    for (const officer of changed) {
      if (touched !== 'all') touched.add(officer)
      signals.changed(officer)
    }
  }

  function advance(place: Place, { last_seq }: Page, floor: number): Place {
    const counted = uncounted.filter((order) => order < floor)
    uncounted = uncounted.filter((order) => order >= floor)
    return { ...place, seq: last_seq, order: counted.reduce((a, b) => Math.max(a, b), place.order) }
  }

  /** What still waits for a lower order is proven again when that has come, for the same officers. */
  async function settle(): Promise<void> {
    const officers = touched
    if (officers === 'all' || officers.size > 0)
      await marks.proveAll(officers === 'all' ? undefined : officers)
    if (uncounted.length === 0) touched = new Set()
  }

  return {
    async run(signal) {
      if (reopen) standing = undefined
      reopen = false
      standing ??= await open()
      for (let end = false; !end && !signal.aborted;) {
        const { next, drained, worked } = await step(standing)
        if (worked || moved(standing.place, next)) await savePlace(desk, next)
        standing.place = next
        // A pass that worked has perhaps written itself (numbers): that counts too before anything is proven.
        end = drained && !worked
      }
      await settle()
    },
    demandAll() {
      demanded = true
      reopen = true
    },
    recover(error) {
      reopen = true
      touched = 'all'
      if (statusOf(error) !== 404) return
      log.warn({}, 'a database is gone; everything is gone through')
      boxes.forgetAll()
      demanded = true
    },
  }
}

const moved = (a: Place, b: Place) => a.seq !== b.seq || a.order !== b.order

/** Kinds of the village's journal that leave everybody's cases as they are. */
const HARMLESS = new Set(['officerRecorded', 'holidaysSet'])

/** Whether a change may alter who sees what everywhere: terms, and the setting that an audience depends on. */
function movesAudiences({ id, doc }: Change<Partial<Entry>>): boolean {
  if (journalPart(id) !== VILLAGE || !doc) return false
  if (doc.kind === 'settingChanged') return (doc.data as { key?: string }).key === 'capturerKeeps'
  return !HARMLESS.has(doc.kind ?? '')
}
