/** Fields that several kinds of entry share, with the limits that keep a document small. */
import * as v from 'valibot'

const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max))

export const short = line(160)
export const medium = line(1_000)
export const long = line(20_000)
export const officer = v.pipe(v.string(), v.regex(/^(o[0-9a-hjkmnp-tv-z]{10}|pusat)$/))
export const officers = v.pipe(v.array(officer), v.maxLength(60))
export const caseId = v.pipe(v.string(), v.regex(/^c[0-9a-hjkmnp-tv-z]{16}$/))
export const entryRef = v.pipe(v.string(), v.maxLength(60))
/** A calendar day in WIB, `2026-11-04`; deadlines are counted day by day, so ages are not taken for days. */
export const day = v.pipe(v.string(), v.isoDate(), v.minValue('1950-01-01'), v.maxValue('2200-12-31'))
/** A moment in UTC, `2026-11-04T02:30:00.000Z`. Some that look like one no clock can read. */
export const moment = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'moment'),
)
/** A phone number in E.164, `+6282133454594`. */
export const phone = v.pipe(v.string(), v.regex(/^\+[1-9]\d{6,14}$/))
/** RT and RW are text: "003" keeps its zeros. */
export const rtRw = v.pipe(v.string(), v.regex(/^\d{1,3}$/))

export const place = v.object({
  dusun: v.optional(short),
  rw: v.optional(rtRw),
  rt: v.optional(rtRw),
  detail: v.optional(medium),
  /** Latitude, longitude in degrees, accuracy in metres. */
  gps: v.optional(v.object({ lat: v.number(), lon: v.number(), accuracy: v.number() })),
})
export type Place = v.InferOutput<typeof place>

/**
 * A photo or voice note: its hash, size and a thumbnail of a few KB (base64 of a JPEG); the bytes travel apart
 * (design §5). `seconds`: how long a voice note is.
 */
export const attachment = v.object({
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  type: v.picklist(['image/jpeg', 'image/webp', 'image/png', 'audio/webm', 'audio/mp4', 'audio/ogg']),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  caption: v.optional(short),
  thumbnail: v.optional(v.pipe(v.string(), v.maxLength(12_000))),
  seconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_600))),
})
export const attachments = v.optional(v.pipe(v.array(attachment), v.maxLength(40)))
export type Attachment = v.InferOutput<typeof attachment>

/** Whether a field of the identity is known; the value itself stands in a secret entry. */
const known = v.picklist(['given', 'unknown'])
export const identityFlags = v.object({ name: known, address: known, phone: known })
export type IdentityFlags = v.InferOutput<typeof identityFlags>

/** Work of an officer who has no working phone: told or handed over, recorded by another. */
export const reportedBy = v.optional(v.object({ officer, how: v.picklist(['oral', 'paper']) }))

export const CHANNELS = ['faceToFace', 'box', 'phone', 'email', 'website'] as const
export type Channel = (typeof CHANNELS)[number]
export const channel = v.picklist(CHANNELS)

export const OUTCOMES = [
  'followedUp',
  'deliberation',
  'explained',
  'proposed',
  'unproven',
  'withdrawn',
  'notCompleted',
  'outOfJurisdiction',
  'merged',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** The boxes of the paper *lembar disposisi*: what the one who gets it is to do with it, in the order of the slip. */
export const SLIP_BOXES = ['followUp', 'inform', 'coordinate', 'study', 'answer', 'attend', 'report'] as const
export type SlipBox = (typeof SLIP_BOXES)[number]
export const slipBoxes = v.optional(v.pipe(v.array(v.picklist(SLIP_BOXES)), v.maxLength(SLIP_BOXES.length)))
