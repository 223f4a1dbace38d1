/** The SOP's words for what the code names in English: positions, channels, outcomes, answers. */
import type { Channel, Outcome } from '../domain/kinds/fields.ts'
import type { PositionName } from '../domain/kinds/village.ts'
import type { Term } from '../domain/village.ts'

export const position: Record<PositionName, string> = {
  kepalaDesa: 'Kepala Desa',
  sekretarisDesa: 'Sekretaris Desa',
  kaurTuUmum: 'Kaur TU dan Umum',
  kaurKeuangan: 'Kaur Keuangan',
  kaurPerencanaan: 'Kaur Perencanaan',
  kasiPemerintahan: 'Kasi Pemerintahan',
  kasiKesejahteraan: 'Kasi Kesejahteraan',
  kasiPelayanan: 'Kasi Pelayanan',
  kepalaDusun: 'Kepala Dusun',
  stafKasi: 'Staf Kasi',
  petugasPengelola: 'Petugas Pengelola Pengaduan',
}

export const acting = { plh: 'Plh.', plt: 'Plt.' }

/** A position as it is signed: `Plh. Kepala Dusun Karanganyar`. */
export function title(term: Pick<Term, 'position' | 'dusun' | 'acting'>): string {
  return [term.acting && acting[term.acting], position[term.position], term.dusun].filter(Boolean).join(' ')
}

export const channel: Record<Channel, string> = {
  faceToFace: 'Tatap muka',
  box: 'Kotak pengaduan',
  phone: 'HP/WA',
  email: 'Email',
  website: 'Website desa',
}

export const outcome: Record<Outcome, string> = {
  followedUp: 'Ditindaklanjuti',
  deliberation: 'Selesai dengan musyawarah',
  explained: 'Dijelaskan',
  proposed: 'Diusulkan ke Musdes/RKP Desa',
  unproven: 'Tidak terbukti',
  withdrawn: 'Dicabut pengadu',
  notCompleted: 'Tidak dilengkapi',
  outOfJurisdiction: 'Bukan wewenang desa',
  merged: 'Digabung dengan aduan lain',
}

export const means = {
  visit: 'Bertemu langsung',
  phone: 'Telepon',
  whatsapp: 'WhatsApp',
  letter: 'Surat',
  email: 'Email',
  board: 'Papan pengumuman',
}

export const via = { rtRw: 'RT/RW', family: 'Keluarga' }
export const identityField = { name: 'nama', address: 'alamat', phone: 'nomor HP', subject: 'obyek aduan' }
