/** The steps of a referral to an agency above the village: asked, asked again, replied. */
import type { Referral } from './case-state.ts'
import { dayOfLine, endHold, startHold, type Step, type Steps } from './work.ts'

/** The case waits until the day on which the reply is expected. */
const referred: Step<'referred'> = (work, data, line) => {
  const { agency, asked, letterNumber, letterOn, replyBy } = data
  const on = dayOfLine(line)
  const letter = { ...(letterNumber ? { letterNumber } : {}), ...(letterOn ? { letterOn } : {}) }
  const expected = replyBy ? { replyBy } : {}
  work.state.referrals.push({ entry: line.entry._id, agency, asked, on, ...letter, ...expected })
  startHold(work, 'agency', on, replyBy)
}

const agencyReminded: Step<'agencyReminded'> = (work, { referral, replyBy }, line) => {
  const { referrals, hold } = work.state
  const asked = referrals.find(({ entry }) => entry === referral)
  if (!asked) return
  asked.remindedOn = dayOfLine(line)
  if (replyBy) asked.replyBy = replyBy
  if (replyBy && hold?.waitingFor === 'agency') hold.until = replyBy
}

/** Without saying to which one: to the last that nobody has replied to. The wait goes on while another is open. */
const referralReplied: Step<'referralReplied'> = (work, data, line) => {
  const { referrals, hold } = work.state
  const on = dayOfLine(line)
  const open = (one: Referral) => !one.repliedOn
  const asked = referrals.find(({ entry }) => entry === data.referral) ?? referrals.findLast(open)
  if (asked) asked.repliedOn ??= on
  const other = referrals.find(open)
  if (hold?.waitingFor !== 'agency') return
  if (!other || !data.referral) return endHold(work, on)
  if (other.replyBy) hold.until = other.replyBy
  else delete hold.until
}

export const referralSteps: Steps = { referred, agencyReminded, referralReplied }
