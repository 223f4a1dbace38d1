/** The days off of one year as they are edited. */
import { rules } from '../../../../text/rules.ts'

const words = rules.holidays

export interface DayOff {
  date: string
  name: string
}

export type HolidayFault = 'dateMissing' | 'dateWrongYear' | 'dateTaken' | 'closed' | 'nameMissing'

/** The table of a year in the order of its days. */
export const listOf = (table: Record<string, string> = {}): DayOff[] =>
  Object.entries(table)
    .map(([date, name]) => ({ date, name }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))

export const isJoint = ({ name }: DayOff): boolean =>
  name.toLowerCase().startsWith(words.jointPrefix.toLowerCase())

/**
 * Whether a day lies in a month that is over: its report stands. A year without any table can still be filled in: there
 * was nothing to count by.
 */
export const isClosed = (date: string, day: string, list: readonly DayOff[]): boolean =>
  list.length > 0 && date.slice(0, 7) < day.slice(0, 7)

/** What is wrong with a day off that is to be added. */
export function holidayFault(
  added: DayOff,
  year: number,
  day: string,
  list: readonly DayOff[],
): HolidayFault | undefined {
  if (!added.date) return 'dateMissing'
  if (added.date.slice(0, 4) !== String(year)) return 'dateWrongYear'
  if (list.some(({ date }) => date === added.date)) return 'dateTaken'
  if (isClosed(added.date, day, list)) return 'closed'
  return added.name.trim() ? undefined : 'nameMissing'
}

/** The name as it is kept: joint leave says that it is. */
export const nameOf = (name: string, joint: boolean): string =>
  joint && !isJoint({ date: '', name }) ? `${words.jointPrefix} ${name.trim()}` : name.trim()
