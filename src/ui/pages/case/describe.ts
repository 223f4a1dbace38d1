/** What an entry says in the thread: a head, a text, and a few labelled facts. */
import type { Line } from '../../../domain/case-state.ts'
import type { DataOf, Kind } from '../../../domain/entries.ts'
import { isKnownKind } from '../../../domain/entries.ts'
import { showReceiptCode } from '../../../domain/receipt.ts'
import { acts } from '../../../text/acts.ts'
import { answering } from '../../../text/answering.ts'
import { caseText } from '../../../text/case.ts'
import { boxWords, disposition as slip } from '../../../text/disposition.ts'
import { t } from '../../../text/index.ts'
import { follow } from '../../../text/meeting-follow.ts'
import { reachText } from '../../../text/templates.ts'
import { classification, missingWords } from './words.ts'

export interface Described {
  title: string
  text?: string
  facts: { label: string; value: string }[]
}

type Names = (officer: string) => string
type Describer<K extends Kind> = (data: DataOf<K>, name: Names) => Partial<Described> | undefined

const fact = (label: string, value: string | undefined) => (value ? [{ label, value }] : [])
const dayFact = (label: string, day: string | undefined) => fact(label, day && t.format.date(day))
const reasoned = (data: { reason?: string }) => ({ text: data.reason })
const written = (data: { text?: string }) => ({ text: data.text })

const describers: { [K in Kind]?: Describer<K> } = {
  registered: (d) => ({ title: d.subject, text: d.description }),
  verified: (d) => ({ text: d.note, facts: fact(caseText.withoutIdentity, d.withoutIdentity) }),
  incomplete: (d) => ({ text: d.reason, facts: fact(caseText.stillMissing, missingWords(d.missing)) }),
  informationRequested: (d, name) => ({
    ...(d.relay ? { title: reachText.relay } : {}),
    text: d.what,
    facts: [...fact(caseText.askedOf, d.from && name(d.from)), ...dayFact(caseText.due, d.due)],
  }),
  informationSupplied: (d) => ({ text: d.text, ...(d.of ? { title: reachText.relayReply } : {}) }),
  classified: (d) => ({ text: classification(d) }),
  restricted: (d, name) => ({
    text: d.reason,
    facts: fact(caseText.respondents, t.format.list(d.respondents.map(name))),
  }),
  numbered: (d) => ({ title: `${acts.done.numbered} ${d.number}` }),
  dismissed: reasoned,
  assigned: (d, name) => ({
    title: caseText.assignedTo(name(d.lead)),
    text: d.instruction,
    facts: [
      ...fact(slip.boxes, boxWords(d.boxes)),
      ...fact(caseText.helpers, t.format.list(d.helpers.map(name))),
      ...dayFact(caseText.due, d.due),
    ],
  }),
  involved: (d, name) => ({ title: caseText.involvedWho(name(d.helper)), text: d.reason }),
  unassigned: reasoned,
  returned: reasoned,
  followedUp: (d) => ({
    title: [acts.followUp.said[d.how], d.with].filter(Boolean).join(': '),
    text: d.text,
    facts: [
      ...fact(caseText.resultLabel, d.result),
      ...fact(caseText.nextLabel, d.next),
      ...dayFact(caseText.nextOnLabel, d.nextOn),
    ],
  }),
  note: (d) => ({
    ...(d.meeting ? { title: follow.noText } : {}),
    text: d.meeting && d.text === follow.noText ? undefined : d.text,
    facts: d.told
      ? [
          ...fact(reachText.told, reachText.whats[d.told.what]),
          ...fact(caseText.letterMeans, t.words.means[d.told.by]),
        ]
      : [],
  }),
  complainantJoined: (d) => ({ text: d.note, facts: fact(caseText.receipt, showReceiptCode(d.code)) }),
  held: (d) => ({
    title: d.waitingFor === 'agency' ? acts.hold.agency : acts.hold.complainant,
    text: d.reason,
    facts: dayFact(acts.hold.until, d.until),
  }),
  resumed: reasoned,
  referred: (d) => ({
    title: caseText.referredTo(d.agency),
    text: d.asked,
    facts: [
      ...fact(acts.refer.letterNumber, d.letterNumber),
      ...dayFact(acts.refer.letterOn, d.letterOn),
      ...dayFact(answering.refer.replyBy, d.replyBy),
    ],
  }),
  agencyReminded: (d) => ({
    text: d.text,
    facts: [
      ...fact(caseText.letterMeans, t.words.means[d.by]),
      ...dayFact(answering.refer.replyBy, d.replyBy),
    ],
  }),
  referralReplied: (d) => ({
    text: d.text,
    facts: [...fact(acts.refer.letterNumber, d.letterNumber), ...dayFact(acts.refer.letterOn, d.letterOn)],
  }),
  answerDrafted: written,
  answerApproved: (d) => ({ text: d.note }),
  answerReturned: reasoned,
  partyNamed: (d) => ({ title: `${acts.done.partyNamed}: ${d.name}`, text: d.role }),
  answerDelivered: (d) => ({
    text: d.text,
    facts: [
      ...fact(caseText.letterMeans, `${t.words.means[d.by]}, ${t.format.date(d.on)}`),
      ...fact(caseText.letterReceiver, d.to),
    ],
  }),
  reaction: (d) => ({ title: d.satisfied ? caseText.satisfied : caseText.unsatisfied, text: d.text }),
  closed: (d) => ({ title: `${acts.done.closed}: ${t.words.outcome[d.outcome]}`, text: d.summary }),
  outOfJurisdiction: (d) => ({ text: d.reason, facts: fact(caseText.goTo, d.where) }),
  merged: reasoned,
  withdrawn: reasoned,
  voided: reasoned,
  reopened: reasoned,
  destructionProposed: reasoned,
  identityDestroyed: (d) => ({ text: d.decision }),
  settled: reasoned,
}

/** The words of one line; `name` gives an officer's name. */
export function describe(line: Pick<Line, 'entry' | 'data'>, name: Names): Described {
  const { kind } = line.entry
  if (!isKnownKind(kind)) return { title: acts.newer, facts: [] }
  const special = describers[kind] as Describer<Kind> | undefined
  const described = special?.(line.data as DataOf<Kind>, name)
  return { title: acts.done[kind] ?? acts.newer, facts: [], ...withoutEmpty(described ?? {}) }
}

function withoutEmpty(described: Partial<Described>): Partial<Described> {
  return Object.fromEntries(Object.entries(described).filter(([, value]) => value !== undefined))
}
