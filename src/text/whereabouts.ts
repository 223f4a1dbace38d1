/** *Sudah sampai di mana*: how far a case has come to each officer and phone. */

import { orders } from './orders.ts'

export const whereabouts = {
  title: 'Sudah sampai di mana',
  hint: 'Catatan petugas lain pada aduan ini: sampai di HP yang mana, dan sudah dibuka sampai mana.',
  lead: 'Penanggung jawab',
  helper: 'Membantu',
  captured: 'Yang mencatat',
  asked: orders.asked,
  desk: 'Kantor',
  noPhone: 'Belum ada kabar bahwa sampai di HP-nya',
  phone: 'HP',
  holds: (n: number, of: number) =>
    n === of ? `semua ${of} catatan` : n ? `${n} dari ${of} catatan` : 'belum ada catatan yang sampai',
  sureAt: (when: string) => `menurut HP-nya ${when}`,
  opened: (n: number, of: number) =>
    n === of ? 'Sudah dibuka semua' : n ? `Dibuka ${n} dari ${of} catatan` : 'Belum dibuka',
  nothing: 'Belum ada catatan orang lain untuknya',
  unsent: (n: number) => `${n} catatan belum tersimpan di pusat.`,
}
