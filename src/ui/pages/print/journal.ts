/** The journal of a case as its file prints it. */
import type { CaseState, Line } from '../../../domain/case-state.ts'
import type { EntryOf } from '../../../domain/entries.ts'
import { namesSomebody } from '../../../domain/hamlet.ts'
import type { Attachment } from '../../../domain/kinds/fields.ts'
import { caseText } from '../../../text/case.ts'
import { caseFile } from '../../../text/print.ts'
import { attachmentsIn, isSound } from '../../media/shown.ts'
import { describe, type Described } from '../case/describe.ts'
import { officerName } from '../case/officers.ts'

export interface PaperLine {
  line: Line
  said: Described & { photos: readonly Attachment[] }
  /** Who struck it out, and why. */
  struck?: string
}

/** Said elsewhere on the sheet. */
const LEFT_OUT: ReadonlySet<string> = new Set(['opened', 'identityGiven', 'retracted'])

/** What is printed of the journal; words that name who hides are left out, photos with them. */
export function paperLines(state: CaseState, full: boolean): PaperLine[] {
  const mending = new Map(state.lines.map(({ entry }) => [entry._id, entry]))
  return state.lines
    .filter(({ entry }) => !LEFT_OUT.has(entry.kind))
    .map((line) => {
      const by = line.retractedBy && (mending.get(line.retractedBy) as EntryOf<'retracted'> | undefined)
      return {
        line,
        said: saidOf(line, state, full),
        ...(by ? { struck: caseText.retracted(officerName(by.by), by.data.reason) } : {}),
      }
    })
}

function saidOf(line: Line, state: CaseState, full: boolean): PaperLine['said'] {
  const said = describe(line, officerName)
  const photos = attachmentsIn(line.data).filter((one) => !isSound(one))
  if (full || !state.confidential) return { ...said, photos }
  const quiet = (text: string) => (namesSomebody(text, state) ? caseFile.names : text)
  // A photo of a letter shows who wrote it.
  return {
    title: quiet(said.title),
    ...(said.text ? { text: quiet(said.text) } : {}),
    facts: [
      ...said.facts.map(({ label, value }) => ({ label, value: quiet(value) })),
      ...(photos.length ? [{ label: caseFile.photos, value: caseFile.photosHidden(photos.length) }] : []),
    ],
    photos: [],
  }
}
