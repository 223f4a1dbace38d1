/** The message that takes a receipt, news or an answer to the complainant. A hidden identity is never in it. */
import type { CaseState } from '../../../domain/case-state.ts'
import { namesSomebody } from '../../../domain/hamlet.ts'
import { showReceiptCode } from '../../../domain/receipt.ts'
import type { Settings } from '../../../domain/settings.ts'
import { fillTemplate, type TemplateName, type Values } from '../../../domain/templates.ts'
import { t } from '../../../text/index.ts'
import { addressed, progress, signature, templates } from '../../../text/templates.ts'

export interface Sender {
  profile: Settings['profile']
  /** Who sends it. */
  name: string
  day: string
}

/** A phone is shared by a family: who asked to be hidden is not named to it either. */
export function valuesOf(state: CaseState, { profile, name, day }: Sender, isi = ''): Values {
  const { facts, confidential, identity } = state
  const subject = facts!.subject
  return {
    nama: addressed(confidential ? '' : identity.name),
    obyek: confidential && namesSomebody(subject, state) ? state.category : subject,
    kode: showReceiptCode(facts!.code),
    nomor: state.number,
    tanggal: t.format.date(state.receivedOn ?? day),
    status: progress[state.status],
    isi,
    petugas: name,
    desa: signature(profile.name),
    situs: profile.site,
  }
}

/** A message about a case. An answer names the code where there is no number yet. */
export function messageOf(template: TemplateName, state: CaseState, sender: Sender, isi = ''): string {
  const values = valuesOf(state, sender, isi)
  return fillTemplate(templates[template], { ...values, nomor: values.nomor ?? numberElse(template, values) })
}

const numberElse = (template: TemplateName, { kode }: Values) => (template === 'receipt' ? undefined : kode)
