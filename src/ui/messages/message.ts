/** Every message that goes out by WhatsApp, letter or notice: the village's own wording of it, filled in. */
import type { CaseState } from '../../domain/case-state.ts'
import { namesSomebody } from '../../domain/hamlet.ts'
import { showReceiptCode } from '../../domain/receipt.ts'
import type { Settings } from '../../domain/settings.ts'
import { fillTemplate, type TemplateName, type Values } from '../../domain/templates.ts'
import { caseText } from '../../text/case.ts'
import type { Recipient } from '../../domain/untold.ts'
import { t } from '../../text/index.ts'
import { addressed, goTo, progress, signature, templates } from '../../text/templates.ts'

export interface Sender {
  profile: Settings['profile']
  /** The village's own wording, by the template's name. */
  wording?: Settings['templates']
  /** Who sends it. */
  name: string
  day: string
}

/** The text of a message from its template: as the village words it, else as it is built in. */
export function write(template: TemplateName, values: Values, sender: Sender): string {
  const wording = sender.wording?.[template] ?? templates[template]
  return fillTemplate(wording, { ...signed(sender), ...values })
}

const signed = ({ profile, name }: Sender): Values => ({
  petugas: name,
  desa: signature(profile.name),
  situs: profile.site,
})

/** What a message about a case may say: to one complainant, the first where `name` is not given. */
export function valuesOf(state: CaseState, sender: Sender, other: Values = {}): Values {
  const { facts, confidential, identity } = state
  return {
    // A phone is shared by a family: who asked to be hidden is not named to it either.
    nama: addressed(confidential ? '' : identity.name),
    obyek: confidential ? spoken(state) : facts!.subject,
    kode: showReceiptCode(facts!.code),
    nomor: state.number,
    tanggal: t.format.date(state.receivedOn ?? sender.day),
    status: progress[state.status],
    isi: whereElse(state),
    kurang: t.format.list(state.missing.map((field) => t.words.identityField[field])),
    ...signed(sender),
    ...other,
  }
}

/** The object of a complaint in words that name nobody. */
export const spoken = (state: CaseState): string =>
  namesSomebody(state.facts!.subject, state) ? state.category : state.facts!.subject

/** Where a complaint belongs that is not for the village. */
function whereElse({ lines, status }: CaseState): string | undefined {
  if (status !== 'outOfJurisdiction') return undefined
  const end = lines.findLast(({ entry, retractedBy }) => entry.kind === 'outOfJurisdiction' && !retractedBy)
  const { where } = end?.data ?? {}
  return typeof where === 'string' ? goTo(where) : undefined
}

type ToComplainant = Extract<TemplateName, 'receipt' | 'progress' | 'missing' | 'answer'>

/** A message to a complainant. Where there is no number yet the code stands for it, but in a receipt, which has both. */
export function messageOf(
  template: ToComplainant,
  state: CaseState,
  sender: Sender,
  other: Values = {},
): string {
  const values = valuesOf(state, sender, other)
  const nomor = values.nomor ?? (template === 'receipt' ? undefined : values.kode)
  return write(template, { ...values, nomor }, sender)
}

/** The answer as one of those gets it whom it concerns. Only the first complainant hears it in the words of the complaint. */
export function answerTo(state: CaseState, sender: Sender, who: Told, isi: string): string {
  if (!who.of) return messageOf('answer', state, sender, { isi })
  // A related party gets no code: with it they could ask for the complaint.
  const party: Values = { nama: addressed(who.name), kode: '', obyek: spoken(state) }
  return messageOf('answer', state, sender, { isi, ...(who.party ? party : ofJoined(state, who.of)) })
}

/** What is otherwise in a message to a further complainant: they have a name and a code of their own. */
export function ofJoined(state: CaseState, of: string): Values {
  const code = state.lines.find(({ entry }) => entry._id === of)?.data.code
  return {
    nama: addressed(state.confidential ? '' : state.joined[of]?.name),
    kode: typeof code === 'string' ? showReceiptCode(code) : '',
    obyek: spoken(state),
  }
}

type Told = Pick<Recipient, 'of' | 'party' | 'name'>

/** The answer for the notice board: everybody reads it, so nobody is named. */
export function noticeOf(state: CaseState, sender: Sender, isi: string): string {
  const { kode, nomor, tanggal } = valuesOf(state, sender)
  return write('board', { kode, nomor: nomor ?? kode, tanggal, obyek: spoken(state), isi }, sender)
}

/** What an officer may be told of a task outside of the app. */
export interface Task {
  number?: string
  code: string
  category: string
  dusun?: string
  due?: { on: string }
}

/** To an officer about a task: neither the complainant nor their words, only a link that opens the case. */
export function taskMessage(
  template: 'task' | 'reminder',
  { number, code, category, dusun, due }: Task,
  to: { officer: string; link: string },
  sender: Sender,
): string {
  const values: Values = {
    penerima: addressed(to.officer),
    nomor: number ?? caseText.code(showReceiptCode(code)),
    kategori: category,
    dusun,
    batas: due && t.format.date(due.on),
    tautan: to.link,
  }
  return write(template, values, sender)
}

interface Invited {
  title: string
  startsAt: string
  place: string
  agenda?: string
}

/** To somebody who is invited to a meeting; only officers get the link. */
export function invitationMessage(
  { title, startsAt, place, agenda }: Invited,
  to: { name: string; link?: string },
  sender: Sender,
): string {
  const values: Values = {
    penerima: addressed(to.name),
    rapat: title,
    hari: t.format.longDate(t.format.wibDay(startsAt)),
    jam: t.format.time(startsAt),
    tempat: place,
    acara: agenda,
    tautan: to.link,
  }
  return write('invitation', values, sender)
}

/** The address that opens a place of the app, for a message. */
export const linkTo = (path: string): string => new URL(path, location.origin).href
