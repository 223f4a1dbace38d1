/** What a notification says: the service worker composes it on the phone. */
import type { CallKind } from '../domain/calls.ts'

/** Nothing of what it is about: a lock screen is read by everybody. */
const SAYS: Record<CallKind, (n: number) => string> = {
  urgent: (n) => (n === 1 ? 'Tugas mendesak' : `${n} tugas mendesak`),
  task: (n) => (n === 1 ? 'Tugas baru' : `${n} tugas baru`),
  asked: (n) => (n === 1 ? 'Satu aduan perlu ditanyakan' : `${n} aduan perlu ditanyakan`),
  late: (n) => (n === 1 ? 'Satu aduan lewat batas waktu' : `${n} aduan lewat batas waktu`),
  near: (n) => (n === 1 ? 'Batas waktu satu aduan sudah dekat' : `Batas waktu ${n} aduan sudah dekat`),
  invited: (n) => (n === 1 ? 'Undangan rapat' : `${n} undangan rapat`),
  moved: (n) => (n === 1 ? 'Waktu atau tempat rapat berubah' : `Waktu atau tempat ${n} rapat berubah`),
  cancelled: (n) => (n === 1 ? 'Rapat dibatalkan' : `${n} rapat dibatalkan`),
  decision: (n) => (n === 1 ? 'Keputusan rapat untuk dikerjakan' : `${n} keputusan rapat untuk dikerjakan`),
}

/** A line for each kind, in the order given. */
export const sayCalls = (counted: readonly (readonly [CallKind, number])[]): string[] =>
  counted.map(([kind, n]) => SAYS[kind](n))

export const callWords = {
  open: 'Ketuk untuk membuka.',
  /** Several officers share this browser, and another one is using it. */
  forWhom: (name: string) => `Untuk ${name}`,
  unknown: 'Ada kabar baru',
}
