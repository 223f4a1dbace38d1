/** The steps that draft, approve and deliver an answer, and what is said to it. */
import { dayOfLine, endHold, remark, type Step, type Steps } from './work.ts'

/** A newer draft takes the place of the one before it, approved or not. */
const answerDrafted: Step<'answerDrafted'> = ({ state }, { text }, line) => {
  const { _id: entry, by } = line.entry
  state.draft = { entry, text, by, on: dayOfLine(line) }
}

/** Stands only for the words that were approved: a draft corrected since waits again. */
const answerApproved: Step<'answerApproved'> = ({ state }, data, line) => {
  const { draft } = state
  if (draft?.entry !== data.draft) return
  const corrections = state.lines.find(({ entry }) => entry._id === data.draft)?.correctedBy ?? []
  if (corrections.some((id) => id > line.entry._id)) return
  delete draft.returned
  draft.approved = { by: line.entry.by, on: dayOfLine(line) }
}

const answerReturned: Step<'answerReturned'> = ({ state: { draft } }, data, line) => {
  if (draft?.entry !== data.draft) return
  delete draft.approved
  draft.returned = { by: line.entry.by, on: dayOfLine(line), reason: data.reason }
}

/** A second text contradicts the first; the same text to a further person does not. */
const answerDelivered: Step<'answerDelivered'> = (work, data, line) => {
  const { state } = work
  const { answers } = state
  const { _id: entry, by } = line.entry
  if (work.answered && answers.at(-1)?.text !== data.text)
    remark(work, line, 'secondAnswer', work.decided.answer)
  work.decided.answer = line
  const { text, on, of } = data
  answers.push({ entry, text, by, means: data.by, on, ...(of ? { of } : {}) })
  state.answer ??= { on, told: {} }
  state.answer.told[of ?? ''] ??= entry
  work.answered = true
  endHold(work, dayOfLine(line))
}

const reaction: Step<'reaction'> = ({ state }, { satisfied, text }, line) => {
  state.reaction = { satisfied, on: dayOfLine(line), ...(text ? { text } : {}) }
}

const partyNamed: Step<'partyNamed'> = ({ state }, data, line) => {
  state.parties.push({ entry: line.entry._id, on: dayOfLine(line), ...data })
}

/** What was told to a complainant beside the answer, and that no meeting is needed. */
const note: Step<'note'> = ({ state }, { told, meeting }, line) => {
  if (meeting) state.noMeeting = { by: line.entry.by, on: dayOfLine(line) }
  if (told) state.news[told.of ?? ''] = dayOfLine(line)
}

export const answerSteps: Steps = {
  answerDrafted,
  answerApproved,
  answerReturned,
  answerDelivered,
  reaction,
  partyNamed,
  note,
}
