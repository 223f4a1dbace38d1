/** What is known of a case, as labelled lines: only what is known, in the order of the paper form. */
import type { CaseState, Referral } from '../../../domain/case-state.ts'
import { village } from '../../../state/village.svelte.ts'
import { answering } from '../../../text/answering.ts'
import { caseText as words } from '../../../text/case.ts'
import { boxWords, disposition as slip } from '../../../text/disposition.ts'
import { t } from '../../../text/index.ts'
import { officerName } from './officers.ts'
import { classification } from './words.ts'

export interface Fact {
  label: string
  value: string
  /** Typed by a person: keeps its line breaks. */
  typed?: boolean
}

const day = (value: string | undefined) => value && t.format.date(value)
const names = (officers: readonly string[] | undefined) =>
  officers && t.format.list(officers.map(officerName))

/** The complaint itself. */
export function complaintFacts(state: CaseState): Fact[] {
  const facts = state.facts!
  return known([
    [words.subject, facts.subject],
    [words.description, facts.description, true],
    [words.category, state.category],
    [words.eventTime, facts.eventTime],
    [words.hope, facts.hope, true],
    [words.original, facts.original?.text, true],
    [words.answerBy, facts.answerBy && t.words.means[facts.answerBy]],
    [words.respondents, names(state.respondents)],
  ])
}

/** How it came, who works on it, where it stands. */
export function handlingFacts(state: CaseState): Fact[] {
  const facts = state.facts!
  const { assignment } = state
  return known([
    [words.channel, t.words.channel[facts.channel]],
    [words.via, facts.via && t.words.via[facts.via]],
    [words.receivedOn, day(state.receivedOn)],
    [words.sentAt, facts.original?.at && t.format.dateTime(facts.original.at)],
    [words.boxOpenedOn, day(facts.boxOpenedOn)],
    [words.paperNumber, facts.paperNumber],
    [words.capturedBy, state.capturedBy && officerName(state.capturedBy)],
    [words.classification, state.classification && classification(state.classification)],
    [words.lead, assignment && officerName(assignment.lead)],
    [words.helpers, names(assignment?.helpers)],
    [slip.boxes, boxWords(assignment?.boxes)],
    [words.instruction, assignment?.instruction, true],
    [answering.refer.fact, state.referrals.map(referralWords).join('\n'), true],
    [words.outcome, state.outcome && t.words.outcome[state.outcome]],
  ])
}

/** *PLN, surat 01/2026, balasan ditunggu sampai 20 November 2026*. */
function referralWords({ agency, letterNumber, replyBy, remindedOn, repliedOn }: Referral): string {
  const said = answering.refer
  const late = replyBy && replyBy < village.day
  const waits = replyBy && (late ? said.late : said.waits)(t.format.date(replyBy))
  const parts = [
    agency,
    letterNumber && said.letter(letterNumber),
    repliedOn ? said.replied(t.format.date(repliedOn)) : waits,
    !repliedOn && remindedOn && said.reminded(t.format.date(remindedOn)),
  ]
  return parts.filter(Boolean).join(', ')
}

function known(facts: [string, string | undefined, boolean?][]): Fact[] {
  return facts.flatMap(([label, value, typed]) => (value ? [{ label, value, typed }] : []))
}
