/** Every place of the app. The pages load lazily; the precache holds them all, so they open without a network. */
interface Place {
  path: string
  load: () => Promise<{ default: unknown }>
  /** On a wide screen this list stays beside the case that was opened from it (`?dari=<key>`). */
  list?: string
  /** Fills the phone: no bottom bar (its foot belongs to the page, as in a chat). */
  full?: boolean
}

export const routes = {
  enrol: { path: '/daftar', load: () => import('./pages/enrol/Enrol.svelte') },
  tasks: { path: '/tugas', load: () => import('./pages/tasks/Tasks.svelte'), list: 'tugas' },
  capture: { path: '/catat/:draft?', load: () => import('./pages/capture/Capture.svelte'), full: true },
  case: { path: '/aduan/:id', load: () => import('./pages/case/Case.svelte'), full: true },
  newMeeting: { path: '/rapat/baru', load: () => import('./pages/meetings/NewMeeting.svelte'), full: true },
  decisions: { path: '/rapat/keputusan', load: () => import('./pages/meetings/Decisions.svelte') },
  meeting: { path: '/rapat/:id', load: () => import('./pages/meetings/Meeting.svelte'), full: true },
  meetings: { path: '/rapat', load: () => import('./pages/meetings/Meetings.svelte') },
  search: { path: '/cari', load: () => import('./pages/search/Search.svelte'), full: true },
  saya: { path: '/saya', load: () => import('./pages/saya/Saya.svelte') },
  guide: { path: '/panduan/:panduan?', load: () => import('./pages/guide/Guides.svelte') },
  install: { path: '/pasang', load: () => import('./pages/install/Install.svelte') },
  permissions: { path: '/izin', load: () => import('./pages/permissions/Permissions.svelte') },
  intake: { path: '/aduan-masuk', load: () => import('./pages/intake/Intake.svelte'), list: 'aduan-masuk' },
  workload: { path: '/beban-petugas', load: () => import('./pages/workload/Workload.svelte') },
  book: { path: '/buku', load: () => import('./pages/book/Book.svelte'), list: 'buku' },
  untold: { path: '/belum-disampaikan', load: () => import('./pages/untold/Untold.svelte'), list: 'belum' },
  overview: { path: '/ringkasan', load: () => import('./pages/overview/Overview.svelte') },
  phones: { path: '/hp', load: () => import('./pages/phones/Phones.svelte') },
  privacy: { path: '/privasi/:bagian?', load: () => import('./pages/privacy/Privacy.svelte') },
  settings: { path: '/pengaturan/:bagian?', load: () => import('./pages/settings/Settings.svelte') },
  reports: { path: '/laporan', load: () => import('./pages/reports/Reports.svelte') },
  statistics: { path: '/statistik', load: () => import('./pages/statistics/Statistics.svelte') },
  blankForms: { path: '/formulir', load: () => import('./pages/print/BlankForms.svelte') },
  print: { path: '/cetak/:form/:id?', load: () => import('./pages/print/Print.svelte'), full: true },
} satisfies Record<string, Place>

export type RouteName = keyof typeof routes

export const placeOf = (name: RouteName): Place => routes[name]

/** The list that is named by `?dari=…`. */
export function listNamed(key: string | null): RouteName | undefined {
  const found = Object.entries(routes).find(([, place]) => key && (place as Place).list === key)
  return found?.[0] as RouteName | undefined
}

/** Path patterns by name, for the router. */
export const patterns = Object.fromEntries(Object.entries(routes).map(([name, { path }]) => [name, path]))
