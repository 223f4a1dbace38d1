/** A template shown on a real case, as it would go out. */
import type { CaseState } from '../../../../domain/case-state.ts'
import type { Due } from '../../../../domain/deadlines.ts'
import type { TemplateName } from '../../../../domain/templates.ts'
import { t } from '../../../../text/index.ts'
import { wording } from '../../../../text/wording.ts'
import {
  invitationMessage,
  linkTo,
  messageOf,
  noticeOf,
  taskMessage,
  type Sender,
} from '../../../messages/message.ts'

const { sample } = wording

/** What the message says of the case; `officer` is who would get it. */
export function previewOf(
  name: TemplateName,
  state: CaseState,
  due: Due | undefined,
  sender: Sender,
  officer: string,
): string {
  const link = linkTo(`/aduan/${state.id}`)
  const isi = state.answers.at(-1)?.text ?? state.draft?.text ?? sample.isi
  if (name === 'board') return noticeOf(state, sender, isi)
  if (name === 'task' || name === 'reminder') {
    const { number, category, facts } = state
    const task = { number, category, code: facts!.code, dusun: facts!.place.dusun, due }
    return taskMessage(name, task, { officer: officer || sample.name, link }, sender)
  }
  if (name === 'invitation') {
    const startsAt = `${sender.day}T02:00:00.000Z`
    const called = { title: sample.rapat, startsAt, place: sample.tempat, agenda: state.category }
    return invitationMessage(called, { name: officer || sample.name, link }, sender)
  }
  const batas = due && t.format.date(due.on)
  const other = name === 'answer' ? { isi } : name === 'missing' ? { batas } : {}
  return messageOf(name, state, sender, other)
}
