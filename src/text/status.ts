/** The status of a case, its place on the SOP's flow, ticks and deadlines in words. */
import { here } from './here.ts'
import type { Status } from '../domain/case-state.ts'
import type { DueRule } from '../domain/deadlines.ts'

export const status: Record<Status, string> = {
  new: 'Baru',
  incomplete: 'Belum lengkap',
  assigned: 'Didisposisikan',
  inProgress: 'Diproses',
  waitingAgency: 'Menunggu instansi',
  waitingComplainant: 'Menunggu pengadu',
  answered: 'Dijawab',
  closed: 'Selesai',
  outOfJurisdiction: 'Bukan wewenang',
  merged: 'Digabung',
  withdrawn: 'Dicabut',
  voided: 'Dibatalkan',
  reopened: 'Dibuka kembali',
  notComplaint: 'Bukan aduan',
}

/** The steps above a thread, in the order of the SOP's flow. */
export const steps = ['Diterima', 'Didisposisikan', 'Diproses', 'Dijawab', 'Selesai'] as const
export const stepsLabel = 'Alur penanganan'
export const stepDone = 'sudah'
export const stepNow = 'sekarang'

/** Four shapes of tick; the words by direction, as in the design §6. */
export const tick = {
  pending: `Masih di ${here}`,
  sent: 'Tersimpan di pusat',
  reached: { fromField: 'Sampai di petugas', fromDesk: 'Sampai di HP penanggung jawab' },
  opened: { fromField: 'Dibuka petugas', fromDesk: 'Dibuka penanggung jawab' },
}

export const paused = (since: string): string => `Waktu berhenti sejak ${since}`

/** What a deadline is for, where its words alone do not tell. */
export const dueFor: Partial<Record<DueRule, string>> = {
  verification: 'Verifikasi',
  informationRequest: 'Permintaan informasi',
  notCompleted: 'Kelengkapan',
}

const unitWord = { working: 'hari kerja', calendar: 'hari' }

/** A deadline in words from the days left (negative: days over). */
export function dueWords(left: number, unit: 'working' | 'calendar' = 'working'): string {
  if (left < 0) return `Terlambat ${-left} ${unitWord[unit]}`
  if (left === 0) return 'Batas waktu hari ini'
  return `Sisa ${left} ${unitWord[unit]}`
}
