/** A village and cases to measure with: five entries each, of the size that people write. */
import type { Entry } from '../../src/domain/entries.ts'
import { CENTRE } from '../../src/domain/ids.ts'
import { PEOPLE, TestJournal, caseId, complaint, villageJournal } from '../support/domain.ts'

export const ENTRIES = 5

const AT = Date.parse('2026-09-01T02:00:00.000Z')
const THINGS = ['Jalan berlubang', 'Lampu padam', 'Saluran mampet', 'Pipa bocor', 'Jembatan lapuk']

/** The id of the n-th case, in the alphabet of ids. */
export const nthCase = (n: number): string => caseId(n.toString(16).padStart(6, '0'))

/** The village, and `count` cases led by one officer, from the n-th on. */
export const villageEntries = (): Entry[] => villageJournal().entries

export function casesOf(lead: string, count: number, from = 0): Entry[] {
  return Array.from({ length: count }, (_, i) => journal(from + i, lead).entries).flat()
}

function journal(n: number, lead: string): TestJournal {
  const at = (step: number) => ({ at: new Date(AT + n * 60_000 + step * 1000).toISOString() })
  const own = new TestJournal(nthCase(n))
  const subject = `${THINGS[n % THINGS.length]} nomor ${n}`
  own.write(PEOPLE.petugas, 'registered', complaint({ subject }), at(0))
  const number = { number: `${String(n + 1).padStart(3, '0')}/ADU/IX/2026`, year: 2026, n: n + 1 }
  own.write(CENTRE, 'numbered', number, at(1))
  own.write(PEOPLE.petugas, 'identityGiven', { name: `Warga ${n}`, address: 'RT 001 RW 002' }, at(2))
  own.write(PEOPLE.petugas, 'assigned', { lead, helpers: [], instruction: 'Mohon dicek di tempat.' }, at(3))
  const text = 'Sudah dilihat bersama ketua RT; bahan dicatat, dikerjakan hari Minggu bersama warga setempat.'
  own.write(lead, 'followedUp', { how: 'action', text }, at(4))
  return own
}
