/** Reads the public form: what is wrong with it, by field, or the complaint that it is. */
import type { DataOf } from '../../../src/domain/entries.ts'
import { parsePhone } from '../../../src/domain/phone.ts'
import type { Settings } from '../../../src/domain/settings.ts'
import { officersOn, type Village } from '../../../src/domain/village.ts'
import type { Field, Values } from './values.ts'
import { words } from './words.ts'

export type Faults = Partial<Record<Field | 'foto', string>>

/** The complaint without what the server adds: its code, its photos. */
export interface Complaint {
  registered: Omit<DataOf<'registered'>, 'code' | 'attachments'>
  identity: Pick<DataOf<'identityGiven'>, 'name' | 'address' | 'phone'>
}

/** Value of the box of who can't name anybody. */
export const SOMEBODY = 'lain'

const MOST: Partial<Record<Field, number>> = {
  pokok: 160,
  uraian: 10_000,
  harapan: 1_000,
  tempat: 1_000,
  nama: 160,
  alamat: 1_000,
}
export const mostOf = (field: Field): number => MOST[field] ?? 160

const said = words.faults

/** What has to be mended, in the order of the form. */
export function faultsIn(values: Values, village: Village, day: string): Faults {
  const { settings } = village
  const faults: Faults = {}
  if (!settings.categories.includes(values.kategori)) faults.kategori = said.category
  if (!values.pokok) faults.pokok = said.subject
  if (!values.uraian) faults.uraian = said.description
  Object.assign(faults, placeFaults(values, settings))
  if (values.tentang !== 'ya' && values.tentang !== 'tidak') faults.tentang = said.about
  if (values.tentang === 'ya' && !knowsAll(values.terlapor, village, day)) faults.terlapor = said.aboutWho
  if (values.hp && !parsePhone(values.hp)) faults.hp = said.phone
  for (const [field, most] of Object.entries(MOST) as [keyof typeof MOST & keyof Values, number][])
    if (values[field].length > most) faults[field] = said.tooLong(most)
  return faults
}

function knowsAll(named: readonly string[], village: Village, day: string): boolean {
  const known = new Set([...officersOn(village, day), SOMEBODY])
  return named.length > 0 && named.every((one) => known.has(one))
}

function placeFaults({ dusun, rw, rt }: Values, { dusun: all }: Settings): Faults {
  const inside = all.find(({ name }) => name === dusun)
  if (dusun && !inside) return { dusun: said.dusun }
  const rows = (inside ? [inside] : all).flatMap((one) => one.rw)
  const fitting = rows.filter((one) => !rw || one.rw === rw)
  if (rw && fitting.length === 0) return { rw: said.place(rw, dusun) }
  if (rt && !fitting.some((one) => one.rt.includes(rt))) return { rt: said.rt(rt, rw) }
  return {}
}

const MEANS = Object.keys(words.form.means) as (keyof typeof words.form.means)[]

/** The complaint in a form without faults. */
export function complaintOf(values: Values): Complaint {
  const { dusun, rw, rt, tempat: detail, harapan: hope, nama: name, alamat: address, terlapor } = values
  const phone = parsePhone(values.hp)
  const answerBy = MEANS.find((one) => one === values.jawab)
  const about = values.tentang === 'ya'
  const unnamed = about && terlapor.includes(SOMEBODY)
  return {
    registered: {
      channel: 'website',
      identity: { name: known(name), address: known(address), phone: known(phone) },
      confidential: values.rahasia !== '',
      category: values.kategori,
      subject: oneLine(values.pokok),
      description: unnamed ? `${values.uraian}\n\n(${words.form.aboutSomebody})` : values.uraian,
      place: given({ dusun, rw, rt, detail }),
      respondents: about ? terlapor.filter((one) => one !== SOMEBODY) : [],
      urgent: false,
      ...given({ hope }),
      ...(answerBy ? { answerBy } : {}),
    },
    identity: given({ name: oneLine(name), address, phone }),
  }
}

const known = (value: string | undefined) => (value ? 'given' : 'unknown')
const oneLine = (text: string) => text.replace(/\s+/g, ' ')

function given<T extends Record<string, string | undefined>>(fields: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as {
    [K in keyof T]?: string
  }
}
