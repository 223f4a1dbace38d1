/**
 * Days off that are known when this version was made (national holidays and joint leave, SKB 3 Menteri), by year.
 * A village's own `holidaysSet` of a year replaces the table of that year.
 */
const table = (year: number, days: string): Record<string, string> =>
  Object.fromEntries(days.split(' ').map((day) => [`${year}-${day}`, '']))

export const KNOWN_HOLIDAYS: Record<number, Record<string, string>> = {
  2026: table(
    2026,
    '01-01 01-16 02-16 02-17 03-18 03-19 03-20 03-21 03-22 03-23 03-24 04-03 04-05 ' +
      '05-01 05-14 05-15 05-27 05-28 05-31 06-01 06-16 08-17 08-25 12-24 12-25',
  ),
}
