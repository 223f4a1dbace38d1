/**
 * What a receipt code shows its holder without a session (`/lacak`): how far the complaint is, and to who also knows
 * the phone that was given with it, the answer. Never who complained, who works on it, or what the desk wrote.
 */
import type { CaseState, Identity, Status } from './case-state.ts'
import type { DataOf } from './entries.ts'
import { showPhone } from './phone.ts'
import type { Village } from './village.ts'

/** What the code alone shows. */
export interface Progress {
  status: Status
  /** Nobody has taken it into the book yet. */
  toBook: boolean
  receivedOn: string
  registeredOn?: string
  answeredOn?: string
  endedOn?: string
}

export interface Tracking {
  progress: Progress
  /**
   * The last four digits of the complainant's phone, by which the rest is shown. Where there are none the code alone
   * suffices, and shows no more: no phone was given; or the identity is hidden, or an officer is complained about, and
   * to say whether digits fit would confirm to an officer who knows the code whom they suspect.
   */
  digits?: string
  number?: string
  answer?: { text: string; on: string }
}

/** What may be shown of a case to the holder of its code, or of the code of a further complainant. */
export function trackingOf(state: CaseState, joined: string | undefined, village: Village): Tracking {
  const { phone } = (joined === undefined ? state.identity : state.joined[joined]) ?? {}
  if (!phone || isKept(state)) return { progress: progressOf(state) }
  const number = state.number ? { number: state.number } : {}
  return { ...answerOf(state, village), digits: phone.slice(-4), ...number }
}

/** How far a case is, and its answer where that may be read here at all, by who has shown that it is theirs. */
export function answerOf(state: CaseState, village: Village): Pick<Tracking, 'progress' | 'answer'> {
  const last = isKept(state) ? undefined : state.answers.at(-1)
  return {
    progress: progressOf(state),
    ...(last ? { answer: { text: withoutNames(last.text, state, village), on: last.on } } : {}),
  }
}

const isKept = ({ confidential, respondents }: CaseState): boolean => confidential || respondents.length > 0

function progressOf({
  status,
  toBook,
  receivedOn = '',
  registeredOn,
  answers,
  endedOn,
}: CaseState): Progress {
  const answeredOn = answers.at(-1)?.on
  return {
    status,
    toBook,
    receivedOn,
    ...(registeredOn ? { registeredOn } : {}),
    ...(answeredOn ? { answeredOn } : {}),
    ...(endedOn ? { endedOn } : {}),
  }
}

const HIDDEN = '…'

/** The answer without the names and numbers that the case and the village know: another's code may show it too. */
function withoutNames(text: string, { lines }: CaseState, { officers }: Village): string {
  const given = lines.filter(({ entry }) => entry.kind === 'identityGiven')
  const people = [
    ...given.flatMap(({ entry, data }) => [entry.data, data] as (DataOf<'identityGiven'> & Identity)[]),
    ...Object.values(officers),
  ]
  const names = people.flatMap((one) => [one.name, 'behalfOf' in one ? one.behalfOf : undefined])
  const phones = people.flatMap(({ phone }) => (phone ? [phone, showPhone(phone).replaceAll('-', '')] : []))
  const patterns = [
    ...names.flatMap((name) =>
      name && name.length > 2 ? [escaped(name.trim()).replace(/\s+/g, '\\s+')] : [],
    ),
    ...phones.map((phone) => [...phone].map(escaped).join('[\\s.-]?')),
  ].sort((a, b) => b.length - a.length)
  if (patterns.length === 0) return text
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return text.replace(any, HIDDEN)
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
