/** Everything that can be printed, by its name in the address (`/cetak/disposisi/<id>`). */
import { formNames } from '../../../text/print.ts'
import { answerBegins, referralBegins } from './begins.ts'
import type { PrintForm } from './types.ts'

type Given = Omit<PrintForm, 'name' | 'title'>

const table: Record<keyof typeof formNames, Given> = {
  formulir: { about: 'case', empty: true, full: true, load: () => import('./forms/Complaint.svelte') },
  'tanda-terima': { about: 'case', empty: true, load: () => import('./forms/Receipt.svelte') },
  disposisi: { about: 'case', empty: true, load: () => import('./forms/Disposition.svelte') },
  jawaban: {
    about: 'case',
    letter: true,
    begins: answerBegins,
    load: () => import('./forms/AnswerLetter.svelte'),
  },
  penerusan: {
    about: 'case',
    letter: true,
    begins: referralBegins,
    load: () => import('./forms/ReferralLetter.svelte'),
  },
  berkas: { about: 'case', full: true, load: () => import('./forms/CaseFile.svelte') },
  undangan: { about: 'meeting', letter: true, empty: true, load: () => import('./forms/Invitation.svelte') },
  'daftar-hadir': { about: 'meeting', empty: true, load: () => import('./forms/Attendance.svelte') },
  buku: { about: 'nothing', wide: true, full: true, load: () => import('./forms/RegisterBook.svelte') },
  rekap: { about: 'nothing', wide: true, load: () => import('./forms/Recap.svelte') },
  statistik: { about: 'nothing', load: () => import('./forms/StatisticsSheet.svelte') },
  pengantar: {
    about: 'nothing',
    letter: true,
    prepare: async () => (await import('./cover.ts')).coverBegins(),
    load: () => import('./forms/CoverLetter.svelte'),
  },
  poster: { about: 'nothing', load: () => import('./forms/Poster.svelte') },
  notulen: { about: 'meeting', empty: true, load: () => import('./forms/Minutes.svelte') },
}

export const forms: readonly PrintForm[] = Object.entries(table).map(([name, form]) => ({
  ...form,
  name,
  title: formNames[name as keyof typeof formNames],
}))

/** The form of that name; undefined where there is none. */
export const formNamed = (name: string | undefined): PrintForm | undefined =>
  forms.find((form) => form.name === name)
