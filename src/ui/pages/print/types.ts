import type { Component } from 'svelte'
import type { CaseState } from '../../../domain/case-state.ts'
import type { MeetingState } from '../../../domain/meeting.ts'
import type { Letter } from './letter.ts'

/** What a form is given; without a case or meeting it is printed empty, for the pen. */
export interface FormProps {
  complaint?: CaseState
  meeting?: MeetingState
  letter: Letter
  /** A hidden name is printed: on purpose, for the desk's own file. */
  full: boolean
  query: URLSearchParams
}

export type About = 'case' | 'meeting' | 'nothing'

export interface PrintForm {
  title: string
  about: About
  /** Paper lies on its side. */
  wide?: boolean
  /** It has Nomor, Sifat, Lampiran, Tembusan, and no number on its first page. */
  letter?: boolean
  /** People also fill it in by hand. */
  empty?: boolean
  /** The desk may print who hides behind it, for its own file. */
  full?: boolean
  load: () => Promise<{ default: Component<FormProps> }>
}
