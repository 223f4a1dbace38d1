/** Bodies are checked at the door: what does not fit the schema is refused with the path of the first fault. */
import { ECDH } from 'node:crypto'
import * as v from 'valibot'
import { DEVICE_STATES } from './desk/devices.ts'
import { HttpError } from './errors.ts'

const text = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const enrolBody = v.object({
  code: text(60),
  device: v.optional(
    v.object({ id: v.optional(text(40)), label: v.optional(text(80)), platform: v.optional(text(40)) }),
    {},
  ),
})

export const contactBody = v.object({
  unsent: count,
  files: v.optional(count, 0),
  oldestUnsent: v.optional(v.nullable(v.pipe(v.string(), v.isoTimestamp()))),
  refused: v.optional(count, 0),
  freeBytes: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0)))),
  version: text(40),
})
export type ContactBody = v.InferOutput<typeof contactBody>

export const stateBody = v.object({ state: v.picklist(DEVICE_STATES) })

/** Bytes in base 64 for URLs, without padding. */
const bytes = (length: number) =>
  v.pipe(
    v.string(),
    v.regex(/^[\w-]*$/),
    v.check((coded) => Buffer.from(coded, 'base64url').length === length, 'length'),
  )
/** A point of P-256, not compressed. */
const point = v.pipe(
  bytes(65),
  v.check((coded) => isPoint(coded), 'point'),
)

export const pushBody = v.object({
  endpoint: v.pipe(v.string(), v.maxLength(1_024)),
  keys: v.object({ p256dh: point, auth: bytes(16) }),
  key: point,
})

function isPoint(coded: string): boolean {
  try {
    ECDH.convertKey(coded, 'prime256v1', 'base64url')
    return true
  } catch {
    return false
  }
}

/** The body as the schema has it. Throws 400 `invalid` with the path of the first fault as reason. */
export function readBody<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, body)
  if (result.success) return result.output
  throw new HttpError(400, 'invalid', v.getDotPath(result.issues[0]) ?? 'body')
}
