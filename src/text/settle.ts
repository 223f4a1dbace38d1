/** Two decisions that contradict each other: what each did, and the ways out. */
import type { Remark } from '../domain/case-state.ts'

const titles: Partial<Record<Remark['why'], string>> = {
  concurrentAssignment: 'Dua disposisi dibuat pada waktu yang sama',
  concurrentClassification: 'Diklasifikasi berbeda pada waktu yang sama',
  concurrentReopening: 'Ditutup dan dibuka kembali pada waktu yang sama',
  secondAnswer: 'Ada dua jawaban yang berbeda',
  secondClosing: 'Ditutup dua kali',
  afterEnd: 'Ada yang dikerjakan sesudah aduan ini berakhir',
}

export const settle = {
  title: (why: Remark['why']): string => titles[why] ?? '',
  kept: 'Keduanya tersimpan. Pilih mana yang berlaku; yang lain tetap terbaca di riwayat.',
  waits: 'Keduanya tersimpan. Petugas pengelola menentukan mana yang berlaku.',
  keepLead: (name: string) => `Tetap ke ${name}`,
  otherLead: (name: string) => `Alihkan ke ${name}`,
  keepClass: (said: string) => `Tetap: ${said}`,
  otherClass: (said: string) => `Ganti: ${said}`,
  keepUnassigned: 'Tetap ditarik',
  takeBack: 'Tarik disposisi',
  both: 'Keduanya benar',
  strikeAnswer: (name: string) => `Coret jawaban ${name}`,
  keepClosed: 'Tetap berakhir',
  keepOpen: 'Tetap terbuka',
  useSecond: (outcome: string) => `Pakai: ${outcome}`,
  useFirst: (outcome: string) => `Tetap: ${outcome}`,
  closeIt: 'Biarkan berakhir',
  reopenIt: 'Buka kembali',
  reason: 'Dua keputusan pada waktu yang sama; keputusan lain yang berlaku.',
  reopenReason: 'Ada yang dikerjakan sesudah aduan berakhir.',
  saved: 'Sudah diselesaikan.',
}
