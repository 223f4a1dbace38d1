/** What a new complaint may be filled in with from a message of another app: all of it a proposal, nothing lost. */
import { parseChat, parseMail, type ChatMessage } from './chat.ts'
import type { Channel } from './kinds/fields.ts'
import { parsePhone } from './phone.ts'
import { WIB_MS } from './time.ts'

/** What another app handed over, or somebody pasted. */
export interface Given {
  title?: string
  text?: string
  url?: string
  /** Names of the files that came with it. */
  files?: readonly string[]
}

export interface Proposal {
  channel: Extract<Channel, 'phone' | 'email'>
  /** When it was sent, UTC. */
  at?: string
  name?: string
  /** E.164. */
  phone?: string
  subject?: string
  /** The sender's words, as far as a description holds them. */
  words: string
  /** What is beyond that. */
  rest: string
}

const SHORT = 160
/** As much as a description or a note holds, in characters. */
export const LONG = 20_000
/** A cut looks so far back for the end of a line or a word. */
const LOOK_BACK = 500

/** Reads a message; `now` in UTC. */
export function propose(given: Given, now: string): Proposal {
  const text = textOf(given)
  const messages = parseChat(text, now)
  const mail = messages.some(({ head }) => head) ? undefined : parseMail(text)
  const from = messages.find((one) => one.from)?.from ?? mail?.from
  const phone = from && parsePhone(from)
  const at = messages.find((one) => one.at)?.at ?? fileMoment(given.files, now)
  const subject = (mail?.subject ?? given.title ?? '').trim().slice(0, SHORT)
  const [words = '', ...more] = chunks(withTitle(given.title, subject, wordsOf(messages, text)))
  return {
    channel: isMail(given, messages, !!mail) ? 'email' : 'phone',
    ...(at ? { at } : {}),
    ...(phone ? { phone } : from ? { name: from.slice(0, SHORT) } : {}),
    ...(subject && words.trim() !== subject ? { subject } : {}),
    words,
    rest: more.join(''),
  }
}

/** The text in pieces that an entry has room for; together they are the text. */
export function chunks(text: string, most = LONG): string[] {
  const pieces: string[] = []
  for (let left = text; left;) {
    const end = left.length <= most ? left.length : cutAt(left, most)
    pieces.push(left.slice(0, end))
    left = left.slice(end)
  }
  return pieces
}

/** Behind the last line or word that fits; never in the middle of a character. */
function cutAt(text: string, most: number): number {
  const from = Math.max(0, most - LOOK_BACK)
  const tail = text.slice(from, most)
  const gap = tail.lastIndexOf('\n') + 1 || tail.lastIndexOf(' ') + 1
  if (gap > 0) return from + gap
  const isSplit = /[\ud800-\udbff]/.test(text[most - 1]!)
  return isSplit ? most - 1 : most
}

/** An address that the words do not hold yet stands below them. */
function textOf({ text = '', url = '' }: Given): string {
  const address = url.trim()
  if (!address || text.includes(address)) return text
  return text.trim() ? `${text.trimEnd()}\n${address}` : address
}

/** A title that is not the subject, or is longer than one, stands above the words. */
function withTitle(title = '', subject: string, words: string): string {
  const said = title.trim()
  const isSaid = !said || (words.trim() && said === subject) || words.includes(said)
  return isSaid ? words : words.trim() ? `${said}\n${words}` : said
}

/** Without their heads where one person wrote them all; else with the names. */
function wordsOf(messages: readonly ChatMessage[], text: string): string {
  if (!messages.some(({ head }) => head)) return text
  const senders = new Set(messages.map(({ from }) => from).filter(Boolean))
  return messages
    .map(({ head, at, from, text: words }) => {
      // A time that no calendar knows is somebody's words.
      if (head && !at) return head + words
      return from && senders.size > 1 ? `${from}: ${words}` : words
    })
    .join('')
}

function isMail({ title, files = [] }: Given, messages: readonly ChatMessage[], hasHead: boolean): boolean {
  if (hasHead) return true
  if (messages.some(({ head }) => head) || files.some((name) => WHATSAPP.test(name))) return false
  return !!title?.trim() && !files.length
}

const WHATSAPP = /-WA\d+\.|WhatsApp/i
/** `IMG-20261112-WA0001.jpg`, `PTT-20261112-WA0003.opus`. */
const DATED = /^[A-Z]{3}-(\d{4})(\d{2})(\d{2})-WA\d+\./

/** Noon of the day that WhatsApp wrote into a file's name. */
function fileMoment(files: readonly string[] = [], now: string): string | undefined {
  for (const name of files) {
    const [, year, month, day] = DATED.exec(name) ?? []
    const noon = Date.UTC(Number(year), Number(month) - 1, Number(day), 12) - WIB_MS
    if (noon <= Date.parse(now)) return new Date(noon).toISOString()
  }
  return undefined
}
