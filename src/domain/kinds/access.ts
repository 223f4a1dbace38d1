/** The kind of entry in an access log: one journal per officer and month, `a202611<officer>`. */
import * as v from 'valibot'
import * as f from './fields.ts'

export const ACCESS_ACTS = ['opened', 'printed', 'exported'] as const
export type AccessAct = (typeof ACCESS_ACTS)[number]

/** So many cases stand in one look at the most; a longer print is several. */
export const LOOK_CASES = 500

const look = v.object({
  what: v.picklist(ACCESS_ACTS),
  /** On the device's own clock, UTC. */
  at: f.moment,
  cases: v.pipe(v.array(f.caseId), v.minLength(1), v.maxLength(LOOK_CASES)),
  /** What was printed or exported: "Buku Register", "Data satu orang". Never a name. */
  detail: v.optional(f.short),
})
export type Look = v.InferOutput<typeof look>

export const accessKinds = {
  /** What this officer looked at, printed and exported on this device since it last said so. */
  accessed: v.object({ looks: v.pipe(v.array(look), v.minLength(1), v.maxLength(200)) }),
}
