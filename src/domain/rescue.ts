/** The rescue file (*berkas penyelamat*): how it is written down. With what it is locked: rescue-key.ts. */
import * as v from 'valibot'
import { fromBase64, toBase64 } from './base64.ts'

/** What stands open at the head of a file. */
const headSchema = v.object({
  kentongan: v.literal('rescue'),
  v: v.number(),
  key: v.pipe(v.string(), v.maxLength(40)),
  device: v.pipe(v.string(), v.maxLength(40)),
  /** The public half of the file's own key: a point on P-256, base64. */
  point: v.pipe(v.string(), v.maxLength(100)),
  /** Base64. */
  iv: v.pipe(v.string(), v.maxLength(24)),
  /** How many bytes are locked: a file that was cut off is told from one that was changed. */
  bytes: v.pipe(v.number(), v.integer(), v.minValue(16)),
})
export type RescueHead = v.InferOutput<typeof headSchema>

/** What was half typed: kept for its author, and never judged. */
const draftSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(200)),
  kind: v.pipe(v.string(), v.maxLength(40)),
  about: v.optional(v.pipe(v.string(), v.maxLength(200))),
  data: v.unknown(),
  updatedAt: v.pipe(v.string(), v.isoTimestamp()),
})
export type RescuedDraft = v.InferOutput<typeof draftSchema>

export const MOST_DRAFTS = 200

/** What is locked inside: this as one line of JSON, and the bytes of the files after it. */
export const rescueContent = v.object({
  /** When it was made, by the phone's clock. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** What to add to that clock, in ms, as of the last contact. */
  offset: v.number(),
  entries: v.pipe(v.array(v.unknown()), v.maxLength(5_000)),
  /**
   * Photos, voice notes, signatures: their bytes follow in this order. `entry`: an entry that names the file; empty where
   * only a draft does.
   */
  files: v.array(
    v.object({
      hash: v.string(),
      type: v.optional(v.string(), ''),
      entry: v.string(),
      bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
  ),
  drafts: v.optional(v.pipe(v.array(draftSchema), v.maxLength(MOST_DRAFTS)), []),
})
export type RescueContent = v.InferOutput<typeof rescueContent>

export const RESCUE_VERSION = 1
const HEAD = '{"kentongan":"rescue"'
const PER_LINE = 76

export type RescueFault = 'rescue-not-one' | 'rescue-newer' | 'rescue-cut-off' | 'rescue-damaged'

/** The head as it is written and authenticated. */
export const rescueHead = (head: Omit<RescueHead, 'kentongan' | 'v'>): string =>
  JSON.stringify({ kentongan: 'rescue', v: RESCUE_VERSION, ...head })

/** The file: text for people, the head, and what is locked as base64: a text file may be shared by any messenger. */
export function writeRescue(note: string, head: string, locked: Uint8Array): string {
  const lines = toBase64(locked).match(new RegExp(`.{1,${PER_LINE}}`, 'g')) ?? []
  return [note, head, ...lines, ''].join('\n')
}

/** Takes a file apart. Lines before the head are for people, and left aside. */
export function readRescue(
  text: string,
):
  | { ok: true; head: RescueHead; headText: string; locked: Uint8Array<ArrayBuffer> }
  | { ok: false; why: RescueFault } {
  const start = text.indexOf(HEAD)
  if (start < 0) return { ok: false, why: 'rescue-not-one' }
  const end = text.indexOf('\n', start)
  const headText = text.slice(start, end < 0 ? undefined : end).trim()
  const head = parseHead(headText)
  if (!head) return { ok: false, why: end < 0 ? 'rescue-cut-off' : 'rescue-damaged' }
  if (head.v > RESCUE_VERSION) return { ok: false, why: 'rescue-newer' }
  const rest = end < 0 ? '' : text.slice(end).replace(/\s+/g, '')
  if (rest.length < Math.ceil(head.bytes / 3) * 4) return { ok: false, why: 'rescue-cut-off' }
  const locked = fromBase64(rest)
  if (locked?.length !== head.bytes) return { ok: false, why: 'rescue-damaged' }
  return { ok: true, head, headText, locked }
}

function parseHead(text: string): RescueHead | undefined {
  try {
    const result = v.safeParse(headSchema, JSON.parse(text))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}

const NEWLINE = 10

/** What is to be locked, as bytes. */
export function packRescue(content: RescueContent, files: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(content) + '\n')
  const packed = new Uint8Array(files.reduce((sum, { length }) => sum + length, text.length))
  packed.set(text)
  let at = text.length
  for (const file of files) {
    packed.set(file, at)
    at += file.length
  }
  return packed
}

/** What was locked. Throws where it does not fit. */
export function unpackRescue(packed: Uint8Array): { content: RescueContent; files: Uint8Array[] } {
  const end = packed.indexOf(NEWLINE)
  const content = v.parse(rescueContent, JSON.parse(new TextDecoder().decode(packed.subarray(0, end))))
  let at = end + 1
  const files = content.files.map(({ bytes }) => packed.subarray(at, (at += bytes)))
  return { content, files }
}
