/** The kinds of entry in the journal of a meeting. `note`, `opened`, `corrected`, `retracted` stand here too. */
import * as v from 'valibot'
import * as f from './fields.ts'

const decision = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(20)),
  text: f.medium,
  officer: v.optional(f.officer),
  who: v.optional(f.short),
  due: v.optional(f.day),
})

/** What an invitee who does not hold the case hears of it. Never who complained, never their words. */
const brief = v.object({
  case: f.caseId,
  number: v.optional(f.short),
  subject: f.short,
  category: f.short,
  dusun: v.optional(f.short),
})
export type Brief = v.InferOutput<typeof brief>

export const meetingKinds = {
  meetingCalled: v.object({
    cases: v.pipe(v.array(f.caseId), v.minLength(1), v.maxLength(50)),
    briefs: v.optional(v.pipe(v.array(brief), v.maxLength(50))),
    title: f.short,
    agenda: v.optional(f.long),
    place: f.short,
    startsAt: f.moment,
    officers: f.officers,
    residents: v.pipe(v.array(f.short), v.maxLength(100)),
  }),
  meetingCancelled: v.object({ reason: f.medium }),
  minutesTaken: v.object({
    officers: f.officers,
    residents: v.pipe(v.array(f.short), v.maxLength(200)),
    headCount: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    discussion: f.long,
    decisions: v.pipe(v.array(decision), v.maxLength(50)),
    attachments: f.attachments,
  }),
  decisionDone: v.object({ decision: v.pipe(v.string(), v.maxLength(20)), note: v.optional(f.medium) }),
}
