/** The kinds of entry in the journal `village`. */
import * as v from 'valibot'
import * as f from './fields.ts'

export const POSITIONS = [
  'kepalaDesa',
  'sekretarisDesa',
  'kaurTuUmum',
  'kaurKeuangan',
  'kaurPerencanaan',
  'kasiPemerintahan',
  'kasiKesejahteraan',
  'kasiPelayanan',
  'kepalaDusun',
  'stafKasi',
  'petugasPengelola',
] as const
export type PositionName = (typeof POSITIONS)[number]

export const villageKinds = {
  /** An officer, or a change of their name or phone: the last one counts. */
  officerRecorded: v.object({ officer: f.officer, name: f.short, phone: v.optional(f.phone) }),
  /** A position (or the duty of petugas pengelola) held from/to; the same `term` again changes its dates. */
  positionHeld: v.object({
    term: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
    officer: f.officer,
    position: v.picklist(POSITIONS),
    dusun: v.optional(f.short),
    from: f.day,
    to: v.optional(f.day),
    /** A stand-in: Plh. or Plt. */
    acting: v.optional(v.picklist(['plh', 'plt'])),
  }),
  settingChanged: v.object({ key: v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]{1,40}$/)), value: v.unknown() }),
  holidaysSet: v.object({
    year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2200)),
    days: v.pipe(v.array(v.object({ date: f.day, name: v.optional(f.short) })), v.maxLength(80)),
  }),
}
