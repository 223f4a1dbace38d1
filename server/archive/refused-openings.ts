/**
 * Journals whose opening entry was refused for good. What the same officer writes on them later can never be judged by
 * a case that will never exist: without this memory it would be asked to come again for ever, and hold up all the rest.
 */
import { journalKind, journalOf } from '../../src/domain/ids.ts'
import { getDoc, putNew, type Db } from '../couch/index.ts'

const OPENING: ReadonlySet<string> = new Set(['registered', 'meetingCalled'])

export interface RefusedOpenings {
  /** Whether the officer's opening entry of that journal was refused. */
  has(officer: string, journal: string): Promise<boolean>
  /** Remembers a refused document of the officer, if it was to open a journal. */
  note(officer: string, document: unknown): Promise<void>
}

const idOf = (officer: string, journal: string) => `refused:${officer}:${journal}`

export function openRefusedOpenings(desk: Db): RefusedOpenings {
  return {
    has: async (officer, journal) => (await getDoc(desk, idOf(officer, journal))) !== undefined,
    async note(officer, document) {
      const { _id, kind } = (document ?? {}) as { _id?: unknown; kind?: unknown }
      if (typeof _id !== 'string' || typeof kind !== 'string' || !OPENING.has(kind)) return
      const journal = journalOf(_id)
      if (journalKind(journal)) await putNew(desk, { _id: idOf(officer, journal) })
    },
  }
}
