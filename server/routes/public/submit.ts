/** Takes in one form of `/lapor`: what is wrong with it, or the code of the complaint that it has become. */
import { createHash } from 'node:crypto'
import { newCaseId } from '../../../src/domain/ids.ts'
import { newReceiptCode } from '../../../src/domain/receipt.ts'
import type { Village } from '../../../src/domain/village.ts'
import { lineOf } from '../attempts.ts'
import type { Office } from '../office.ts'
import type { Came } from './body.ts'
import { MOST_PHOTOS } from './body.ts'
import { complaintOf, faultsIn, type Complaint, type Faults } from './complaint.ts'
import type { countBy } from './doorman.ts'
import type { Passes } from './pass.ts'
import { readPhoto, type Photo } from './photo/index.ts'
import { valuesFrom, type Values } from './values.ts'
import { words } from './words.ts'

export interface Submission {
  came: Came
  address: string
  village: Village
  day: string
  /** Hears of what kept it from being stored. */
  onFault: (error: unknown) => void
}

export type Result =
  | { code: string }
  /** To be shown again, with what was typed. */
  | {
      status: number
      values: Values
      faults?: Faults
      held?: string
      hadPhotos: boolean
      wait?: number
      pass?: string
    }

/** The folder of backups may lie on another machine that does not answer. */
const COPY_MS = 5_000

interface Clerk {
  office: Office
  passes: Passes
  taken: ReturnType<typeof countBy>
}

/** Judges and stores; the code is answered only once the complaint is in the archive. */
export async function submit({ office, passes, taken }: Clerk, given: Submission): Promise<Result> {
  const { came, village, day } = given
  const values = valuesFrom(came.texts)
  const photos = came.files.map((file) => (file === 'too-large' ? 'photoBig' : readPhoto(file)))
  const shown = textOf(came, 'tanda')
  const pass = await passes.read(shown)
  const again = (status: number, more: { faults?: Faults; held?: string; wait?: number }): Result => ({
    status,
    values,
    hadPhotos: came.files.length > 0,
    // The time since the form was first shown goes on: who presses again at once has not come earlier.
    ...(pass ? { pass: shown } : {}),
    ...more,
  })
  const faults = { ...faultsIn(values, village, day), ...photoFaults(photos) }
  if (Object.keys(faults).length > 0) return again(422, { faults })
  if (!pass || pass.early || textOf(came, 'situs')) return again(409, { held: words.held.again })
  const complaint = complaintOf(values)
  const kept = photos.filter((photo) => typeof photo !== 'string')
  const { id, code } = await nameOf(office, pass.nonce, complaint, kept)
  const known = (await office.archive.caseOf(code)) !== undefined
  const wait = known ? 0 : taken.wait(lineOf(given.address))
  if (wait > 0) return again(429, { held: words.held.busy(wait), wait })
  if (!known) taken.note(lineOf(given.address))
  const { identity } = complaint
  const registered = { ...complaint.registered, code, ...attached(kept) }
  try {
    await office.archive.receive({ id, registered, identity, photos: kept })
  } catch (error) {
    given.onFault(error)
    return again(503, { held: words.held.closed, wait: 1 })
  }
  await copied(office, id, given.onFault)
  return { code }
}

/** A copy that can't be made, or not soon, turns nobody away: the complaint is stored. */
async function copied(office: Office, id: string, onFault: Submission['onFault']): Promise<void> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the copy beside the backups takes too long')), COPY_MS).unref()
  })
  await Promise.race([office.keepForm(id), late]).catch(onFault)
}

const textOf = (came: Came, name: string): string => came.texts.find(([key]) => key === name)?.[1] ?? ''

function photoFaults(photos: readonly (Photo | 'photoType' | 'photoBig')[]): Faults {
  const wrong = photos.find((photo) => typeof photo === 'string')
  if (wrong) return { foto: words.faults[wrong] }
  return photos.length > MOST_PHOTOS ? { foto: words.faults.photoMany } : {}
}

const attached = (photos: readonly Photo[]) =>
  photos.length > 0 ? { attachments: photos.map(({ attachment }) => attachment) } : {}

/**
 * Id and code are made of the form's pass and of what is in it, under a secret: who presses twice or loads the page
 * again sends the same complaint and gets the same code; who changes a word has made another one.
 */
async function nameOf({ desk }: Office, nonce: string, complaint: Complaint, photos: readonly Photo[]) {
  const content = JSON.stringify([nonce, complaint, photos.map(({ attachment }) => attachment.hash)])
  const sealed = await desk.keys.seal(`aduan ${createHash('sha256').update(content).digest('hex')}`)
  const bytes = new Uint8Array(createHash('sha256').update(sealed).digest())
  return { id: newCaseId(bytes.subarray(0, 16)), code: newReceiptCode(bytes.subarray(16)) }
}
