/** What the demo village holds for an officer: which case lets them do what. */
import { actsFor } from '../../../src/domain/decide.ts'
import type { Entry, Kind } from '../../../src/domain/entries.ts'
import { foldCase } from '../../../src/domain/fold.ts'
import { dayOf } from '../../../src/domain/time.ts'
import { foldVillage } from '../../../src/domain/village.ts'
import type { TestServer } from '../../support/server.ts'

export interface Known {
  officer: string
  /** A case in which the officer may do this now; for mending acts one that holds an entry of theirs. */
  caseFor(kind: Kind): string | undefined
  /** A case with work in it. */
  busy: string
  /** One that is still to come. */
  meeting: string
  /** A case whose hidden complainant the one in the field asks the desk to reach. */
  relay: string
}

/** Reads an officer's mailbox as their phone will. */
export async function knownOf(
  { archive }: TestServer,
  officer: string,
): Promise<Omit<Known, 'meeting' | 'relay'>> {
  const box = await archive.register(officer)
  const village = foldVillage(box.village)
  const today = dayOf(new Date().toISOString())
  const journals = await Promise.all(
    box.cases.map(async ({ id }) => [id, await archive.entriesOf(id)] as const),
  )
  const may = ([id, entries]: readonly [string, Entry[]], kind: Kind) =>
    actsFor(officer, foldCase(id, entries), village, today).some((act) => act.kind === kind && act.verdict.ok)
  const wrote = (entries: Entry[]) => entries.some(({ by, kind }) => by === officer && kind === 'followedUp')
  const mending = (kind: Kind) => kind === 'corrected' || kind === 'retracted'
  const own = journals.filter((journal) => wrote(journal[1]) && may(journal, 'followedUp'))

  return {
    officer,
    caseFor: (kind) => (mending(kind) ? own[0] : journals.find((journal) => may(journal, kind)))?.[0],
    busy: (own[0] ?? journals.find((journal) => may(journal, 'followedUp')))![0],
  }
}
