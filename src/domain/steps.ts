/** What each kind of entry does to a case while its journal is folded, by kind. */
import { isByForm } from './booking.ts'
import { counterOf } from './ids.ts'
import { answerSteps } from './steps-answer.ts'
import { assignmentSteps } from './steps-assignment.ts'
import { closingSteps } from './steps-closing.ts'
import { referralSteps } from './steps-referral.ts'
import { dayOf } from './time.ts'
import type { DataOf } from './entries.ts'
import { dayOfLine, decideBy, endHold, isUnaware, remark, startHold, type Step, type Steps } from './work.ts'

const registered: Step<'registered'> = (work, data, line) => {
  const { state } = work
  if (state.facts) return
  const { entry } = line
  const arrival = dayOf(entry.arrived?.at ?? entry.at)
  state.facts = data
  state.capturedBy = entry.by
  state.receivedOn = data.receivedOn && data.receivedOn <= arrival ? data.receivedOn : dayOfLine(line)
  state.toBook = isByForm(entry)
  if (entry.arrived && !state.toBook && !data.history) state.registeredOn = arrival
  state.confidential = data.confidential
  state.category = data.category
  state.urgent = data.urgent
  state.respondents = [...new Set(data.respondents)]
  work.flags = data.identity
}

const identityGiven: Step<'identityGiven'> = ({ state }, data) => {
  const { of, ...given } = data
  if (of) state.joined[of] = { ...state.joined[of], ...given }
  else state.identity = { ...state.identity, ...given }
}

const incomplete: Step<'incomplete'> = (work, data, line) => {
  work.asked = data.missing
  work.waived = false
  work.state.verified = false
  work.state.incompleteSince = dayOfLine(line)
}

const verified: Step<'verified'> = (work, data) => {
  work.asked = []
  work.waived = !!data.withoutIdentity
  work.state.verified = true
  work.state.orders = []
  delete work.state.incompleteSince
}

const informationRequested: Step<'informationRequested'> = ({ state }, { what, relay, from, due }, line) => {
  const { _id: entry, by } = line.entry
  if (relay) state.relays.push({ entry, by, what })
  else if (from)
    state.orders.push({ entry, by, to: from, what, on: dayOfLine(line), ...(due ? { due } : {}) })
}

const informationSupplied: Step<'informationSupplied'> = (work, data, line) => {
  if (data.of) {
    work.state.relays = work.state.relays.filter(({ entry }) => entry !== data.of)
    return
  }
  work.state.orders = work.state.orders.filter(({ to }) => to !== line.entry.by)
  work.asked = []
  if (work.flags) work.flags = { ...work.flags, ...data.identity }
  delete work.state.incompleteSince
  if (work.state.hold?.waitingFor === 'complainant') endHold(work, dayOfLine(line))
}

/** The latest list counts, so that the desk can lift it; two written unknowingly add up; nobody lifts their own. */
const restricted: Step<'restricted'> = (work, data, line) => {
  const { state } = work
  const counter = counterOf(line.entry._id)
  const kept = work.restrictedAt === counter ? state.respondents : []
  const own = state.respondents.filter((officer) => officer === line.entry.by)
  state.respondents = [...new Set([...data.respondents, ...kept, ...own])]
  work.restrictedAt = counter
}

const isSameClass = (before: DataOf<'classified'> | undefined, after: DataOf<'classified'>): boolean =>
  (['type', 'misconduct', 'urgent', 'category'] as const).every((key) => before?.[key] === after[key])

const classified: Step<'classified'> = (work, data, line) => {
  const { state } = work
  const other = work.decided.classification
  if (other && isUnaware(line, other) && !isSameClass(state.classification, data))
    remark(work, line, 'concurrentClassification', other)
  decideBy(work, line, 'classification')
  state.classification = data
  state.category = data.category
  state.urgent = data.urgent
}

const destructionProposed: Step<'destructionProposed'> = ({ state }, { reason }, line) => {
  if (!state.destruction?.decided)
    state.destruction = {
      proposed: { entry: line.entry._id, by: line.entry.by, on: dayOfLine(line), reason },
    }
}

const identityDestroyed: Step<'identityDestroyed'> = ({ state }, { decision }, line) => {
  const { proposed } = state.destruction ?? {}
  const decided = { entry: line.entry._id, by: line.entry.by, on: dayOfLine(line), decision }
  state.destruction = { ...(proposed ? { proposed } : {}), decided }
  state.identity = {}
  for (const id of Object.keys(state.joined)) state.joined[id] = {}
}

/** The last follow-up says what comes next, or that nothing does. */
const followedUp: Step<'followedUp'> = ({ state }, { next, nextOn }) => {
  delete state.next
  if (nextOn) state.next = { on: nextOn, ...(next ? { text: next } : {}) }
}

/** The desk lets contradicting acts stand as they do. Only what it has seen: a lower counter. */
const settled: Step<'settled'> = ({ state }, { entries }, { entry }) => {
  for (const remark of state.remarks)
    if (entries.includes(remark.entry) && counterOf(remark.entry) < counterOf(entry._id))
      remark.settledBy ??= entry._id
}

export const STEPS: Steps = {
  registered,
  identityGiven,
  incomplete,
  verified,
  informationRequested,
  informationSupplied,
  followedUp,
  restricted,
  classified,
  destructionProposed,
  identityDestroyed,
  settled,
  numbered: ({ state }, data) => void (state.number = data.number),
  complainantJoined: ({ state }, _data, line) => void (state.joined[line.entry._id] ??= {}),
  opened: ({ state }, data, { entry }) =>
    void (state.opened[entry.by] = Math.max(state.opened[entry.by] ?? 0, data.upTo)),
  held: (work, data, line) => startHold(work, data.waitingFor, dayOfLine(line), data.until),
  resumed: (work, _data, line) => endHold(work, dayOfLine(line)),
  ...assignmentSteps,
  ...answerSteps,
  ...referralSteps,
  ...closingSteps,
}
