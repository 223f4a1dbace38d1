/** The entries of what is brought in from files, with ids that follow from what the rows say. */
import type { Identity } from '../domain/case-state.ts'
import type { DataOf, NewEntry } from '../domain/entries.ts'
import { newCaseId, newOfficerId, VILLAGE } from '../domain/ids.ts'
import type { Channel, Outcome } from '../domain/kinds/fields.ts'
import { newReceiptCode } from '../domain/receipt.ts'
import { foldText } from '../domain/fold-text.ts'
import type { Village } from '../domain/village.ts'
import { newEntry } from './act.ts'
import { randomBytes } from './random.ts'

/** A complaint of the paper book. */
export interface OldCase {
  /** What makes it the same complaint when it is imported again. */
  key: string
  registered: Omit<DataOf<'registered'>, 'code'>
  identity: Identity
  answer?: { text: string; on: string }
  /** With the day of its end: it is closed history. */
  outcome?: Outcome
  endedOn?: string
}

export interface NewOfficer {
  name: string
  phone?: string
  /** Where this person is recorded already. */
  officer?: string
  term: Omit<DataOf<'positionHeld'>, 'term' | 'officer'>
}

/** How an answer of the paper book reached the complainant, as far as the channel tells. */
const MEANS: Record<Channel, DataOf<'answerDelivered'>['by']> = {
  faceToFace: 'visit',
  box: 'board',
  phone: 'phone',
  email: 'email',
  website: 'email',
}

const digest = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The same complaint has the same id, however often and by whomever it is imported. */
export const caseIdOf = async ({ key }: OldCase): Promise<string> =>
  newCaseId(await digest(`old-register ${key}`))

/** What is written of a complaint of the paper book. */
export function caseEntries(
  id: string,
  { registered, identity, answer, outcome, endedOn }: OldCase,
): NewEntry[] {
  return [
    newEntry(id, 'registered', { ...registered, code: newReceiptCode(randomBytes(16)) }),
    ...(Object.keys(identity).length ? [newEntry(id, 'identityGiven', identity)] : []),
    ...(answer ? [newEntry(id, 'answerDelivered', { ...answer, by: MEANS[registered.channel] })] : []),
    ...(outcome ? [newEntry(id, 'closed', { outcome, on: endedOn })] : []),
  ]
}

/** Ids follow from what the rows say: two who import one list, or one who does it twice, write the same officers. */
export async function officerEntries(
  rows: readonly NewOfficer[],
  { officers }: Village,
): Promise<NewEntry[]> {
  const recorded = new Set<string>()
  const entries: NewEntry[] = []
  for (const { name, phone, officer: known, term } of rows) {
    const officer = known ?? newOfficerId(await digest(`officer ${foldText(name)} ${phone ?? ''}`))
    const isNew = !recorded.has(officer) && (!known || (phone && !officers[known]?.phone))
    if (isNew)
      entries.push(newEntry(VILLAGE, 'officerRecorded', { officer, name, ...(phone ? { phone } : {}) }))
    recorded.add(officer)
    const id = hex(await digest([officer, term.position, term.dusun ?? '', term.from].join(' ')))
    entries.push(newEntry(VILLAGE, 'positionHeld', { ...term, officer, term: id }))
  }
  return entries
}
