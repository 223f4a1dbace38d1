/**
 * Days off that are known when this version was made (national holidays and joint leave, SKB 3 Menteri), by year.
 * A village's own `holidaysSet` of a year replaces the table of that year.
 */
const table = (year: number, days: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(days).map(([day, name]) => [`${year}-${day}`, name]))

export const KNOWN_HOLIDAYS: Record<number, Record<string, string>> = {
  2026: table(2026, {
    '01-01': 'Tahun Baru 2026',
    '01-16': 'Isra Mikraj',
    '02-16': 'Cuti bersama Tahun Baru Imlek',
    '02-17': 'Tahun Baru Imlek 2577',
    '03-18': 'Cuti bersama Nyepi',
    '03-19': 'Nyepi, Tahun Baru Saka 1948',
    '03-20': 'Cuti bersama Idulfitri',
    '03-21': 'Idulfitri 1447 H',
    '03-22': 'Idulfitri 1447 H',
    '03-23': 'Cuti bersama Idulfitri',
    '03-24': 'Cuti bersama Idulfitri',
    '04-03': 'Wafat Yesus Kristus',
    '04-05': 'Paskah',
    '05-01': 'Hari Buruh Internasional',
    '05-14': 'Kenaikan Yesus Kristus',
    '05-15': 'Cuti bersama Kenaikan Yesus Kristus',
    '05-27': 'Iduladha 1447 H',
    '05-28': 'Cuti bersama Iduladha',
    '05-31': 'Waisak 2570 BE',
    '06-01': 'Hari Lahir Pancasila',
    '06-16': 'Tahun Baru Islam 1448 H',
    '08-17': 'Hari Kemerdekaan',
    '08-25': 'Maulid Nabi Muhammad',
    '12-24': 'Cuti bersama Natal',
    '12-25': 'Natal',
  }),
}

/** From this month on the next year should have its table. */
const AHEAD_MONTH = '10'

/** The years, this one or the next, that have no days off yet although it is time; nothing known is not no holidays. */
export function yearsWithoutHolidays(
  holidays: Record<number, Record<string, string>>,
  day: string,
): number[] {
  const year = Number(day.slice(0, 4))
  const wanted = day.slice(5, 7) >= AHEAD_MONTH ? [year, year + 1] : [year]
  return wanted.filter((one) => Object.keys(holidays[one] ?? {}).length === 0)
}
