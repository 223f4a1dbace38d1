/** What the village may set, each with its schema and default (domain.md, facts marked "set"). */
import * as v from 'valibot'
import { long, medium, rtRw, short } from './kinds/fields.ts'
import { POSITIONS } from './kinds/village.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3650))
const span = v.object({ days: count, unit: v.picklist(['working', 'calendar']) })
export type Span = v.InferOutput<typeof span>

export const dusunSchema = v.object({
  name: short,
  rw: v.array(v.object({ rw: rtRw, rt: v.array(rtRw) })),
})
export type Dusun = v.InferOutput<typeof dusunSchema>

const years = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))
const position = v.picklist(POSITIONS)

export const settingSchemas = {
  profile: v.object({
    name: short,
    kecamatan: v.optional(short),
    kabupaten: v.optional(short),
    address: v.optional(medium),
    phone: v.optional(short),
    email: v.optional(short),
    site: v.optional(short),
  }),
  dusun: v.pipe(v.array(dusunSchema), v.maxLength(60)),
  categories: v.pipe(v.array(short), v.minLength(1), v.maxLength(60)),
  agencies: v.pipe(v.array(short), v.maxLength(100)),
  deadlines: v.object({
    verification: span,
    informationRequest: span,
    complaint: span,
    misconduct: span,
    urgent: span,
    reopening: span,
    notCompleted: span,
  }),
  /** `{n}` running number (3 digits), `{rm}` Roman month, `{yyyy}` year. */
  numberFormat: v.pipe(v.string(), v.includes('{n}'), v.includes('{yyyy}'), v.maxLength(60)),
  workingDays: v.picklist([5, 6]),
  /** How many days after closing the one who only captured a case keeps it. */
  capturerKeeps: count,
  /** Whether a Kepala Dusun hears of the open complaints of the own dusun, without who complained. */
  hamletSummaries: v.boolean(),
  /** Which positions this village has. */
  positions: v.pipe(v.array(position), v.minLength(1), v.maxLength(POSITIONS.length)),
  /** Category → the positions that are proposed as lead, the first one first. */
  routing: v.record(short, v.pipe(v.array(position), v.maxLength(POSITIONS.length))),
  /** After how many working days a task that has not arrived or was not taken is on the desk's list. */
  untakenAfter: count,
  /** Whose approval an answer needs before it goes to the complainant. */
  approval: v.picklist(['nobody', 'sekretarisDesa', 'kepalaDesa']),
  /** The village's own wording of a message: the template's name → its text. One that is not here is as built in. */
  templates: v.record(v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]{1,30}$/)), long),
  /** The head of letters and forms: lines above the address, where they are not made from the profile; the coat of arms. */
  letterhead: v.object({
    lines: v.optional(v.pipe(v.array(short), v.maxLength(5))),
    crest: v.optional(
      v.pipe(v.string(), v.regex(/^data:image\/[a-z]{3,4};base64,[A-Za-z0-9+/=]+$/), v.maxLength(60_000)),
    ),
  }),
  /** How many years after its end a case's file is kept before its destruction may be proposed. */
  retention: v.object({ caseYears: years }),
  /** Whether the village's public form takes complaints. */
  publicForm: v.boolean(),
}

export type SettingKey = keyof typeof settingSchemas
export type Settings = { [K in SettingKey]: v.InferOutput<(typeof settingSchemas)[K]> }

const working = (days: number): Span => ({ days, unit: 'working' })

export const DEFAULT_SETTINGS: Settings = {
  profile: { name: 'Desa' },
  dusun: [],
  categories: [
    'Pelayanan administrasi',
    'Kependudukan',
    'Jalan/jembatan/drainase',
    'Bantuan sosial',
    'Air bersih/irigasi',
    'Listrik/penerangan jalan',
    'Sampah/lingkungan',
    'Keamanan dan ketertiban',
    'Pertanahan',
    'Kesehatan',
    'Pendidikan',
    'Pertanian',
    'Dana desa',
    'Perilaku perangkat',
    'Pungutan',
    'Bencana',
    'Lainnya',
  ],
  agencies: ['Kecamatan', 'PLN', 'PDAM', 'Dinas Sosial', 'Dinas PUPR', 'Polsek', 'Inspektorat'],
  deadlines: {
    verification: working(3),
    informationRequest: working(5),
    complaint: working(14),
    misconduct: working(60),
    urgent: working(0),
    reopening: working(10),
    notCompleted: { days: 30, unit: 'calendar' },
  },
  numberFormat: '{n}/ADU/{rm}/{yyyy}',
  workingDays: 5,
  capturerKeeps: 30,
  hamletSummaries: true,
  positions: [...POSITIONS],
  routing: {},
  untakenAfter: 1,
  approval: 'nobody',
  templates: {},
  letterhead: {},
  retention: { caseYears: 5 },
  publicForm: true,
}

/** The value of a setting if it fits its schema; undefined for a value or key that this version does not know. */
export function parseSetting(key: string, value: unknown): { key: SettingKey; value: unknown } | undefined {
  if (!Object.hasOwn(settingSchemas, key)) return undefined
  const result = v.safeParse(settingSchemas[key as SettingKey] as v.GenericSchema, value)
  return result.success ? { key: key as SettingKey, value: result.output } : undefined
}
