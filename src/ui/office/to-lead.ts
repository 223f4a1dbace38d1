/** What the desk writes to the lead of a case: never who complained, nor what about; the link opens it on their phone. */
import type { CaseState } from '../../domain/case-state.ts'
import { dueOf } from '../../domain/deadlines.ts'
import { village } from '../../state/village.svelte.ts'
import { linkTo, taskMessage, type Task } from '../messages/message.ts'
import { sender } from '../messages/sender.ts'

/** As much of a case as a message to its lead needs. */
export interface Led extends Task {
  id: string
  lead?: string
  accepted: boolean
}

/** The same of a case at hand. */
export const ledOf = (state: CaseState): Led => ({
  id: state.id,
  number: state.number,
  code: state.facts!.code,
  category: state.category,
  dusun: state.facts!.place.dusun,
  lead: state.assignment?.lead,
  accepted: state.assignment?.acceptedBy !== undefined,
  due: dueOf(state, village.current),
})

/** The message for whoever leads a case: the news of it, or a reminder once they have taken it. */
export function toLead(one: Led): string {
  const to = { officer: village.name(one.lead ?? ''), link: linkTo(`/aduan/${one.id}`) }
  return taskMessage(one.accepted ? 'reminder' : 'task', one, to, sender())
}
