/** A refusal is a value: why an act may not be done. `src/text` has a sentence for each. */

import type { Kind } from './entries.ts'

export type Refusal =
  | 'invalid' // does not fit the schema of its kind
  | 'unknown-case' // nothing registered here
  | 'exists-already' // a journal begins once
  | 'server-only' // numbers are given by the centre
  | 'term-ended' // holds no position today
  | 'respondent' // the officer is complained about in this case
  | 'not-your-case' // does not hold the case, and never did
  | 'not-your-role' // holds it, but this is for others to do
  | 'case-closed' // has ended
  | 'case-open' // has not ended
  | 'voided' // a voided number stays void
  | 'book-first' // came by the public form, and is not in the book yet
  | 'already-booked'
  | 'not-assigned' // nobody has the case
  | 'not-assigned-to-you'
  | 'already-accepted'
  | 'already-verified'
  | 'already-answered'
  | 'already-reopened'
  | 'already-waiting'
  | 'already-involved'
  | 'not-waiting'
  | 'not-referred' // no referral to reply to
  | 'not-answered' // no answer to react to
  | 'not-incomplete' // nothing is missing
  | 'not-closed' // neither answered nor ended: nothing to reopen
  | 'reopening-window-over'
  | 'too-early' // the days to complete it are not over
  | 'identity-incomplete' // assign or verify only with a reason why it goes on without
  | 'answer-first' // this outcome needs an answer
  | 'assignee-not-in-office'
  | 'assignee-is-respondent'
  | 'identity-hidden' // nobody but the desk may know whom to ask
  | 'due-in-past'
  | 'date-in-future'
  | 'merge-into-itself'
  | 'still-kept' // its file is not past its retention
  | 'already-proposed' // its destruction waits for the decision
  | 'not-proposed' // nobody has proposed its destruction
  | 'already-destroyed'
  | 'not-decided' // it would destroy what was not decided about as it must be
  | 'only-head-decides' // the Kepala Desa, or who stands in where that one is complained about
  | 'no-such-draft'
  | 'draft-replaced' // a newer draft stands
  | 'approval-first' // the village has answers approved before they go out
  | 'approval-not-needed'
  | 'not-approver' // somebody else decides on drafts
  | 'already-approved'
  | 'already-returned'
  | 'no-such-entry'
  | 'nothing-to-settle' // nothing contradicts itself here, or somebody has settled it
  | 'not-yours-to-mend'
  | 'cannot-be-mended'
  | 'only-desk-reveals' // lifting a restriction or hidden identity is for the desk
  | 'not-called' // no such meeting
  | 'meeting-cancelled'
  | 'meeting-held' // minutes were taken
  | 'invitee-not-in-office'
  | 'invitee-is-respondent'
  | 'no-such-decision'
  | 'decision-done'
  | 'unknown-officer'
  | 'unknown-setting'
  | 'dates-reversed'
  | 'dusun-missing' // a Kepala Dusun is head of one
  | 'position-held' // somebody holds it, or will
  | 'last-desk' // nobody would be left to receive complaints

/** An act that somebody is about to do; `data` is checked against the schema of its kind too. */
export interface Act {
  kind: Kind
  data: unknown
}

export type Verdict = { ok: true } | { ok: false; why: Refusal }

export const OK: Verdict = { ok: true }
export const refuse = (why: Refusal): Verdict => ({ ok: false, why })

/** The first refusal among checks made in order; each answers a reason, or nothing. */
export function firstOf(...checks: (() => Refusal | false | undefined)[]): Verdict {
  for (const check of checks) {
    const why = check()
    if (why) return refuse(why)
  }
  return OK
}
