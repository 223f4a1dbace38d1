/** What the ＋ of a case offers, and what may be done there now. */
import { decideMeeting, type Refusal } from '../../../domain/decide.ts'
import type { Kind } from '../../../domain/entries.ts'
import { foldMeeting } from '../../../domain/meeting.ts'
import type { CaseView } from '../../../state/case.svelte.ts'
import { village } from '../../../state/village.svelte.ts'
import { actForm, type ActForm } from '../../acts/index.ts'
import { actLabel } from '../../acts/label.ts'

export interface Offer {
  kind: Kind
  form: ActForm
  label: string
  /** Why it cannot be done now. */
  refused?: Refusal
}

/** Whether an act may be done now. */
export const allowed = (view: CaseView, kind: Kind): boolean =>
  view.acts.some((act) => act.kind === kind && act.verdict.ok)

/** Whether the officer is lead or helper of the case. */
export function worksOn(view: CaseView): boolean {
  const assignment = view.state?.assignment
  return assignment?.lead === village.me.id || !!assignment?.helpers.includes(village.me.id)
}

/** All acts that a person may choose, those that can be done now first, each group in the order of the procedure. */
export function offers(view: CaseView): Offer[] {
  const all = [...view.acts, { kind: 'meetingCalled', verdict: mayCall(view) }].flatMap(
    ({ kind, verdict }) => {
      const form = actForm(kind as Kind)
      const why = verdict.ok ? undefined : verdict.why
      if (!form || why === 'approval-not-needed') return []
      const label = actLabel(kind as Kind, view.state)
      return [{ kind: kind as Kind, form, label, ...(why ? { refused: why } : {}) }]
    },
  )
  return [...all.filter((each) => !each.refused), ...all.filter((each) => each.refused)]
}

function mayCall(view: CaseView) {
  const invitation = {
    cases: [view.id],
    title: '-',
    place: '-',
    startsAt: village.now,
    officers: [],
    residents: [],
  }
  return decideMeeting(
    { kind: 'meetingCalled', data: invitation },
    village.me.id,
    foldMeeting('', []),
    village.current,
    village.day,
    view.state ? [view.state] : [],
  )
}

/** Acts that are never this officer's to do in this case. */
export const forOthers = ({ refused }: Offer): boolean =>
  refused === 'not-your-role' || refused === 'not-assigned-to-you' || refused === 'not-approver'
