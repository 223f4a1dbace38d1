import type { Component } from 'svelte'
import type { CaseState } from '../../../domain/case-state.ts'
import type { MeetingState } from '../../../domain/meeting.ts'
import type { Letter } from './letter.ts'

/** What a form is given; without a case or meeting it is printed empty, for the pen. */
export interface FormProps {
  complaint?: CaseState
  meeting?: MeetingState
  /** The meetings about the case. */
  meetings?: readonly MeetingState[]
  letter: Letter
  /** A hidden name is printed: on purpose, for the desk's own file. */
  full: boolean
  /** Says which cases are on the sheet, where these are not the one it is about. */
  onholds?: (cases: readonly string[]) => void
}

export interface PrintForm {
  /** Its name in the address. */
  name: string
  title: string
  about: 'case' | 'meeting' | 'nothing'
  /** Paper lies on its side. */
  wide?: boolean
  /** It has Nomor, Sifat, Lampiran, Tembusan, and no number on its first page. */
  letter?: boolean
  /** What stands in the letter before anybody changes it. */
  begins?: (complaint: CaseState) => Partial<Letter>
  /** The same of a letter that is about no case: read first. */
  prepare?: () => Promise<Partial<Letter>>
  /** People also fill it in by hand. */
  empty?: boolean
  /** The desk may print who hides behind it, for its own file. */
  full?: boolean
  load: () => Promise<{ default: Component<FormProps> }>
}
