/** What a receipt says, and where each line stands: black on white, as wide as a phone. Never who complained. */
import type { CaseState } from '../../domain/case-state.ts'
import { reachText } from '../../text/templates.ts'
import { websiteText } from '../../text/website.ts'
import { spoken, valuesOf, type Sender } from '../messages/message.ts'

export interface Row {
  text: string
  /** Pixels. */
  size: number
  bold?: boolean
  centred?: boolean
  /** Room above it. */
  gap: number
}

export interface Paper {
  code: string
  /** Where the complaint can be followed: what the QR code opens. */
  link: string
  /** Above the QR code, and below it. */
  head: Row[]
  body: Row[]
}

export const WIDTH = 1080
export const MARGIN = 64
export const LEAD = 1.3

const words = reachText.paper
const centred = (text: string, size: number, gap: number, bold = false): Row => ({
  text,
  size,
  gap,
  bold,
  centred: true,
})
const line = (text: string): Row => ({ text, size: 40, gap: 14 })

/** The receipt of a case; `officer` received it. */
export function paperOf(state: CaseState, sender: Sender, officer: string, origin: string): Paper {
  const { kode = '', nomor, tanggal = '', desa = '', situs } = valuesOf(state, sender)
  const { kecamatan, kabupaten } = sender.profile
  const above = [kabupaten, kecamatan].filter(Boolean).join(' · ')
  return {
    code: kode,
    link: `${origin}/lacak?kode=${kode}`,
    head: [
      ...(above ? [centred(above, 34, 0)] : []),
      centred(desa, 52, 6, true),
      centred(words.title, 44, 28, true),
    ],
    body: [
      centred(words.code, 38, 24),
      centred(kode, 104, 0, true),
      { ...line(words.date(tanggal)), gap: 36 },
      ...(nomor ? [line(words.number(nomor))] : []),
      // A picture is passed on: what it says of the complaint names nobody.
      line(words.subject(spoken(state))),
      ...(officer ? [line(words.officer(officer))] : []),
      { ...line(words.use), gap: 36 },
      line(websiteText.follow(`${origin.replace(/^https?:\/\//, '')}/lacak`)),
      ...(situs ? [line(words.site(situs))] : []),
    ],
  }
}

type Measure = (text: string) => number

/** The lines of a text that fit into a width; a word that is too long for one is broken. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = current ? `${current} ${word}` : word
    if (measure(longer) <= width) {
      current = longer
      continue
    }
    if (current) lines.push(current)
    const pieces = broken(word, width, measure)
    lines.push(...pieces.slice(0, -1))
    current = pieces.at(-1)!
  }
  return current ? [...lines, current] : lines
}

function broken(word: string, width: number, measure: Measure): string[] {
  const pieces = ['']
  for (const letter of word) {
    const longer = pieces.at(-1)! + letter
    if (measure(longer) > width && pieces.at(-1)) pieces.push(letter)
    else pieces[pieces.length - 1] = longer
  }
  return pieces
}
