/** The parts of *Pengaturan* in groups, so that a newcomer finds things; those of the rules load when opened. */
import { rules } from '../../../text/rules.ts'
import { settings as words } from '../../../text/settings.ts'

type Loaded = () => Promise<{ default: unknown }>

/** Pages that are not part of the first steps. */
export const PARTS: Record<keyof typeof rules.sections, Loaded> = {
  impor: () => import('./import/ImportPage.svelte'),
  jabatan: () => import('./rules/PositionsPage.svelte'),
  kategori: () => import('./rules/CategoriesPage.svelte'),
  instansi: () => import('./rules/AgenciesPage.svelte'),
  'kop-surat': () => import('./LetterheadPage.svelte'),
  nomor: () => import('./rules/NumberPage.svelte'),
  jawaban: () => import('./rules/AnswersPage.svelte'),
  templat: () => import('./messages/TemplatesPage.svelte'),
  'batas-waktu': () => import('./rules/DeadlinesPage.svelte'),
  'hari-libur': () => import('./rules/HolidaysPage.svelte'),
  'kanal-website': () => import('./WebsitePage.svelte'),
  penyimpanan: () => import('./rules/KeepingPage.svelte'),
}

export const isPart = (name: string | undefined): name is keyof typeof PARTS =>
  !!name && Object.hasOwn(PARTS, name)

const titles = { ...words.sections, ...rules.sections }
const hints = { ...words.sectionHints, ...rules.hints }

const GROUPS: Record<keyof typeof rules.groups, (keyof typeof titles)[]> = {
  village: ['desa', 'wilayah', 'kop-surat'],
  people: ['diri', 'petugas', 'jabatan'],
  complaints: ['kategori', 'instansi', 'jawaban', 'templat', 'nomor', 'kanal-website'],
  time: ['batas-waktu', 'hari-libur'],
  data: ['impor', 'penyimpanan'],
}

/** What the overview shows. */
export const groups = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => ({
  title: rules.groups[group],
  sections: GROUPS[group].map((name) => ({ name, title: titles[name], hint: hints[name] })),
}))
