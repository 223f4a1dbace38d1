/** Messages copied out of WhatsApp (or a chat that it exported), and mails: who wrote what, and when. No text is lost. */
import { dayOf, WIB_MS } from './time.ts'

export interface ChatMessage {
  /** As it stood before the words, `[12/11 09.30] Nama: `; empty where the text begins without one. */
  head: string
  /** When it was written, UTC. */
  at?: string
  /** A name or a number, as the sender's phone book had it. */
  from?: string
  /** The words up to the next head, with their line breaks. */
  text: string
}

const DATE = String.raw`(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?`
const CLOCK = String.raw`(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?(?:[ \u202f]?([AaPp])\.?[Mm]\.?)?`
/** Marks of the writing direction, which WhatsApp puts before some lines. */
const MARKS = String.raw`[\u200e\u200f\u202a-\u202e]*`
const SENDER = String.raw`([^:\n]{1,120}): ?`
const BETWEEN = String.raw`,? +(?:pukul +)?`

/** Copied on a phone; exported; copied in WhatsApp on a computer, where the clock comes first. */
const HEADS = [
  String.raw`\[${DATE}${BETWEEN}${CLOCK}\] +${SENDER}`,
  String.raw`${DATE}${BETWEEN}${CLOCK} - (?:${SENDER})?`,
  String.raw`\[${CLOCK}, ${DATE}\] +${SENDER}`,
].map((head) => new RegExp(`^${MARKS}${head}`))

/** The messages of a text in order. `now`: heads without a year are of the last twelve months before it. */
export function parseChat(text: string, now: string): ChatMessage[] {
  const messages: ChatMessage[] = []
  for (const line of text.split(/(?<=\n)/)) {
    const begun = headOf(line, now)
    if (begun) messages.push({ ...begun, text: line.slice(begun.head.length) })
    else if (messages.length) messages.at(-1)!.text += line
    else messages.push({ head: '', text: line })
  }
  return messages
}

function headOf(line: string, now: string): Omit<ChatMessage, 'text'> | undefined {
  for (const [kind, pattern] of HEADS.entries()) {
    const found = pattern.exec(line)
    if (!found) continue
    const parts = found.slice(1, 7)
    // The clock comes first in the last kind.
    const [day, month, year, hour, minute, half] =
      kind === 2 ? [...parts.slice(3), ...parts.slice(0, 3)] : parts
    const from = found[7]
      ?.replace(/[\u200e\u200f\u202a-\u202f]/g, '')
      .replace(/^~\s*/, '')
      .trim()
    const at = moment({ day, month, year, hour, minute, half }, now)
    return { head: found[0], ...(at ? { at } : {}), ...(from ? { from } : {}) }
  }
  return undefined
}

interface Written {
  day?: string
  month?: string
  year?: string
  hour?: string
  minute?: string
  /** The first letter of AM or PM. */
  half?: string
}

/** The first reading that is a real moment and not to come: day before month as here, then the other way round. */
function moment({ day, month, year, hour, minute, half }: Written, now: string): string | undefined {
  const clock = { hours: hoursOf(Number(hour), half), minutes: Number(minute) }
  if (clock.hours > 23 || clock.minutes > 59) return undefined
  const thisYear = Number(dayOf(now).slice(0, 4))
  const years =
    year === undefined ? [thisYear, thisYear - 1] : [Number(year) + (year.length === 2 ? 2000 : 0)]
  for (const [d, m] of [
    [Number(day), Number(month)],
    [Number(month), Number(day)],
  ] as const)
    for (const y of years) {
      const at = momentOf(y, m, d, clock)
      if (at && at <= now) return at
    }
  return undefined
}

const hoursOf = (hour: number, half: string | undefined): number =>
  half ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour

/** In WIB; undefined where the calendar has no such day. */
function momentOf(
  year: number,
  month: number,
  day: number,
  { hours, minutes }: { hours: number; minutes: number },
): string | undefined {
  const midnight = new Date(Date.UTC(year, month - 1, day))
  const isReal = year >= 2000 && midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day
  return isReal
    ? new Date(midnight.getTime() + (hours * 60 + minutes) * 60_000 - WIB_MS).toISOString()
    : undefined
}

export interface Mail {
  from?: string
  subject?: string
}

const MAIL_FROM = /^[>* \t]*(?:From|Dari|Pengirim): *(.{1,300})$/m
const MAIL_SUBJECT = /^[>* \t]*(?:Subject|Perihal|Subjek|Subyek): *(.{1,300})$/m

/** Who sent a mail and about what, where its head stands in the text; undefined where it is none. */
export function parseMail(text: string): Mail | undefined {
  const [from, subject] = [MAIL_FROM, MAIL_SUBJECT].map((field) => field.exec(text)?.[1]?.trim())
  if (!from || !(subject || from.includes('@'))) return undefined
  const name = from
    .replace(/[<([]?\S+@\S+[>)\]]?/g, '')
    .replace(/["']/g, '')
    .trim()
  return { ...(name ? { from: name } : {}), ...(subject ? { subject } : {}) }
}
