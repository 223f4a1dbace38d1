/** Why the door can never take a document, and the doubt that only asks to come again. */

/** Refusals of the door itself; the domain has its own beside them. Each has its sentence in `src/text`. */
export const DOOR_REFUSALS = [
  'invalid', // not an entry, or a field that does not fit
  'too-large',
  'forged-author', // written in another officer's name
  'forged-device', // under a device that the officer never had
  'immutable', // a deletion or a second revision
  'other-content', // the id exists with other content
] as const
export type DoorRefusal = (typeof DOOR_REFUSALS)[number]

/** What became of one document. `why` is a `DoorRefusal` or a refusal of the domain; of one that `waits`, a `Doubt`. */
export type Outcome =
  { id: string; ok: true } | { id: string; ok: false; why: string; path?: string; waits?: true }

/** A doubt: what is in doubt shall come again. Everything else has been taken in or refused. */
export class RetryLater extends Error {
  /**
   * `restored`: refused as things are, but what would allow it may still be on its way back from a phone.
   * `quarantine-full`: a lost phone has sent more than a person has looked at.
   */
  readonly why: 'unknown-journal' | 'newer-kind' | 'restored' | 'quarantine-full'
  /** What became of each document, where each was judged. */
  readonly outcomes: readonly Outcome[] | undefined

  constructor(why: RetryLater['why'], outcomes?: readonly Outcome[]) {
    super(why)
    this.why = why
    this.outcomes = outcomes
  }
}
