/** Which places the bottom bar and the rail offer, by what one does in the village. */
import BookOpenText from '@lucide/svelte/icons/book-open-text'
import CalendarDays from '@lucide/svelte/icons/calendar-days'
import ChartColumn from '@lucide/svelte/icons/chart-column'
import CirclePlus from '@lucide/svelte/icons/circle-plus'
import ClipboardList from '@lucide/svelte/icons/clipboard-list'
import FileChartColumn from '@lucide/svelte/icons/file-chart-column'
import Inbox from '@lucide/svelte/icons/inbox'
import MailWarning from '@lucide/svelte/icons/mail-warning'
import ShieldCheck from '@lucide/svelte/icons/shield-check'
import Settings from '@lucide/svelte/icons/settings'
import Smartphone from '@lucide/svelte/icons/smartphone'
import UserRound from '@lucide/svelte/icons/user-round'
import { t } from '../../text/index.ts'
import type { Icon } from '../parts/types.ts'
import type { RouteName } from '../routes.ts'

export interface PlaceLink {
  href: string
  icon: Icon
  /** One word for the bottom bar. */
  word: string
  /** In full, for the rail and lists. */
  long: string
  /** Lit while one of these is open. */
  routes: RouteName[]
}

const s = t.shell
const link = (href: string, icon: Icon, word: string, long: string, ...routes: RouteName[]): PlaceLink => ({
  href,
  icon,
  word,
  long,
  routes,
})

export const places = {
  tasks: link('/tugas', ClipboardList, s.tasks, s.tasksLong, 'tasks'),
  capture: link('/catat', CirclePlus, s.capture, s.captureLong, 'capture'),
  meetings: link(
    '/rapat',
    CalendarDays,
    s.meetings,
    s.meetings,
    'meetings',
    'meeting',
    'newMeeting',
    'decisions',
  ),
  saya: link('/saya', UserRound, s.saya, s.saya, 'saya'),
  overview: link('/ringkasan', ChartColumn, s.overview, s.overview, 'overview'),
  intake: link('/aduan-masuk', Inbox, s.intake, s.intake, 'intake'),
  book: link('/buku', BookOpenText, s.book, s.bookLong, 'book'),
  untold: link('/belum-disampaikan', MailWarning, s.untold, s.untold, 'untold'),
  reports: link('/laporan', FileChartColumn, s.reports, s.reports, 'reports', 'blankForms'),
  phones: link('/hp', Smartphone, s.phones, s.phones, 'phones'),
  privacy: link('/privasi', ShieldCheck, s.privacy, s.privacy, 'privacy'),
  settings: link('/pengaturan', Settings, s.settings, s.settings, 'settings'),
}
export type PlaceName = keyof typeof places

/** Who one is in the village today: at the desk, and as its head. */
export interface Duty {
  isDesk: boolean
  isHead: boolean
}

export function bottomBar({ isDesk, isHead }: Duty): PlaceName[] {
  if (isDesk && isHead) return ['overview', 'book', 'capture', 'meetings', 'saya']
  return isDesk ? ['intake', 'book', 'capture', 'meetings', 'saya'] : ['tasks', 'capture', 'meetings', 'saya']
}

export function rail({ isDesk, isHead }: Duty): PlaceName[] {
  if (!isDesk) return ['tasks', 'meetings', 'untold']
  const office: PlaceName[] = [
    'intake',
    'book',
    'tasks',
    'meetings',
    'untold',
    'reports',
    'phones',
    'privacy',
    'settings',
  ]
  return isHead ? ['overview', ...office] : [...office.slice(0, 4), 'overview', ...office.slice(4)]
}

/** What a phone's bottom bar has no room for; *Saya* lists it. */
export function elsewhere(duty: Duty): PlaceName[] {
  const barred = new Set(bottomBar(duty))
  return rail(duty).filter((name) => !barred.has(name))
}
