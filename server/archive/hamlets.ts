/** What each Kepala Dusun hears of the own dusun: kept in memory, brought up to date by what changed since. */
import { createHash } from 'node:crypto'
import { foldCase } from '../../src/domain/fold.ts'
import { hamletCases, hearsOfDusun, noticeOf, type HamletCase, type Notice } from '../../src/domain/hamlet.ts'
import { dayOf } from '../../src/domain/time.ts'
import type { Village } from '../../src/domain/village.ts'
import type { Db } from '../couch/index.ts'
import { followCases } from './following.ts'
import { oneByOne } from './queue.ts'
import type { Clock } from './types.ts'

export interface Hamlet {
  cases: HamletCase[]
  /** Names this very list: another one whenever anything in it differs. */
  tag: string
}

export interface Hamlets {
  /** What the officer hears today in a village as it is now; undefined to who is head of no dusun. */
  of(officer: string, village: Village): Promise<Hamlet | undefined>
}

/** Opens it over an archive; the first question reads every case once. */
export function openHamlets(archive: Db, clock: Clock): Hamlets {
  const turn = oneByOne()
  const notices = new Map<string, Notice>()
  const catchUp = followCases(archive, (id, entries) => {
    const notice = noticeOf(foldCase(id, entries))
    if (notice) notices.set(id, notice)
    else notices.delete(id)
  })

  return {
    async of(officer, village) {
      const day = dayOf(new Date(clock()).toISOString())
      if (!hearsOfDusun(officer, village, day)) return undefined
      await turn(catchUp)
      const cases = hamletCases(officer, notices.values(), village, day)
      return { cases, tag: tagOf(cases) }
    },
  }
}

const tagOf = (cases: readonly HamletCase[]): string =>
  createHash('sha256').update(JSON.stringify(cases)).digest('base64url').slice(0, 22)
