/** What the next complaint starts with: *Rumah berikutnya* keeps the place, *Orang yang sama* the person. */
import { blank, type CaptureDraft } from './model.ts'

let last: CaptureDraft | undefined
let start: CaptureDraft | undefined

/** Remembers what has just been saved (in memory only: it holds a person's name). */
export function rememberLast(draft: CaptureDraft): void {
  last = draft
}

/** What was saved last since the app was opened. */
export const lastCaptured = (): CaptureDraft | undefined => last

/** The next new form starts with this. */
export function startNext(draft: CaptureDraft): void {
  start = draft
}

/** Whether it has been said what the next form starts with. */
export const hasStart = (): boolean => start !== undefined

/** The start of a new form, handed out once. */
export function takeStart(): CaptureDraft {
  const taken = start ?? blank()
  start = undefined
  return taken
}
