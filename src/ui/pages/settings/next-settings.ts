/** What a village that works should set next, in the order of need. */
import { yearsWithoutHolidays } from '../../../domain/holidays.ts'
import { deskOn, type Village } from '../../../domain/village.ts'
import type { nextSettings as words } from '../../../text/letterhead.ts'

export interface NextSetting {
  name: keyof typeof words.names
  href: string
}

/** What is still empty. `backup`: when the centre last made one; `null` where it never did, undefined where nobody knows. */
export function nextSettings(
  village: Village,
  day: string,
  backup: string | null | undefined,
): NextSetting[] {
  const { profile, routing, letterhead } = village.settings
  const all: (NextSetting & { done: boolean })[] = [
    { name: 'backup', href: '/hp', done: backup !== null },
    { name: 'second', href: '/pengaturan/petugas', done: deskOn(village, day).length > 1 },
    {
      name: 'holidays',
      href: '/pengaturan/hari-libur',
      done: yearsWithoutHolidays(village.holidays, day).length === 0,
    },
    { name: 'routing', href: '/pengaturan/kategori', done: Object.keys(routing).length > 0 },
    { name: 'profile', href: '/pengaturan/desa', done: !!profile.address && !!profile.phone },
    { name: 'letterhead', href: '/pengaturan/kop-surat', done: !!letterhead.crest },
    { name: 'site', href: '/pengaturan/desa', done: !!profile.site },
  ]
  return all.flatMap(({ done, ...one }) => (done ? [] : [one]))
}
