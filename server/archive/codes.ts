/** Which case a receipt code belongs to: kept in memory, brought up to date by what changed since. */
import type { Entry } from '../../src/domain/entries.ts'
import type { Db } from '../couch/index.ts'
import { followCases } from './following.ts'
import { oneByOne } from './queue.ts'

export interface Coded {
  case: string
  /** The `complainantJoined` entry that handed the code out. */
  joined?: string
}

export interface Codes {
  caseOf(code: string): Promise<Coded | undefined>
}

/** Opens it over an archive; the first question reads every case once. */
export function openCodes(archive: Db): Codes {
  const turn = oneByOne()
  const known = new Map<string, Coded>()
  const catchUp = followCases(archive, (id, entries) => {
    for (const [code, coded] of codesIn(id, entries)) known.set(code, coded)
  })
  return {
    async caseOf(code) {
      await turn(catchUp)
      return known.get(code)
    },
  }
}

/** A code that was handed out stays valid for ever, whatever is mended later. */
function* codesIn(id: string, entries: readonly Entry[]): Generator<[string, Coded]> {
  for (const { _id, kind, data } of entries) {
    if (kind === 'registered') yield [data.code, { case: id }]
    if (kind === 'complainantJoined') yield [data.code, { case: id, joined: _id }]
  }
}
