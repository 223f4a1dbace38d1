/** Who is to have which entries: the audience of a whole journal. */
import { audienceOf, villageAudience } from '../../src/domain/audience.ts'
import type { Entry } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { CENTRE, isOfficerId, journalKind } from '../../src/domain/ids.ts'
import { foldMeeting, meetingAudience } from '../../src/domain/meeting.ts'
import type { Village } from '../../src/domain/village.ts'
import type { Book } from './journals.ts'

/** officer → the entries of one journal that their mailbox shall hold. */
export type Wanted = Map<string, Entry[]>

/** What has to be read to tell who may see a journal. */
export interface Material {
  journal: string
  entries: readonly Entry[]
  village: Village
  /** For a meeting: the journals of the cases that it is or was about. */
  cases: Map<string, readonly Entry[]>
}

/** Reads what `wantedOf` needs. */
export async function gather(journal: string, book: Book): Promise<Material> {
  const [entries, village] = [await book.entries(journal), await book.village()]
  const cases = new Map<string, readonly Entry[]>()
  if (journalKind(journal) === 'meeting')
    for (const id of foldMeeting(journal, entries).everCases) cases.set(id, await book.entries(id))
  return { journal, entries, village, cases }
}

/** What each officer shall have of a journal on a day. The centre has no mailbox: it reads the archive. */
export function wantedOf(material: Material, day: string): Wanted {
  const seenBy = readersOf(material, day)
  const wanted: Wanted = new Map()
  for (const entry of material.entries)
    for (const officer of new Set(seenBy(entry))) {
      if (!isOfficerId(officer)) continue
      const list = wanted.get(officer)
      if (list) list.push(entry)
      else wanted.set(officer, [entry])
    }
  return wanted
}

function readersOf({ journal, entries, village, cases }: Material, day: string): (entry: Entry) => string[] {
  const kind = journalKind(journal)
  if (kind === 'case') return audienceOf(foldCase(journal, entries), village, day)
  if (kind === 'meeting') {
    const linked = [...cases].map(([id, known]) => foldCase(id, known))
    const readers = meetingAudience(foldMeeting(journal, entries), linked, village, day)
    return () => readers
  }
  // Read from the archive by whoever answers for it; no phone carries it around.
  if (kind === 'access') return () => [CENTRE]
  const readers = villageAudience(village)
  return () => readers
}
