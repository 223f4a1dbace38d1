/** Register numbers, `001/ADU/XI/2026`: given only by the server, gapless, in order of arrival (domain.md). */

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/**
 * The printed form of a running number. `format` holds `{n}` (at least three digits), `{rm}` (Roman month) and
 * `{yyyy}`; `month` is 1–12.
 */
export function formatNumber(format: string, n: number, year: number, month: number): string {
  return format
    .replaceAll('{n}', String(n).padStart(3, '0'))
    .replaceAll('{rm}', ROMAN[month - 1] ?? '')
    .replaceAll('{yyyy}', String(year))
}

export type FormatFault = 'noNumber' | 'noYear' | 'unknownBraces' | 'tooLong'

const KNOWN_BRACES = /\{(n|rm|yyyy)\}/g
const LONGEST = 60

/** What keeps a format from making numbers that are told apart; undefined where nothing does. */
export function formatFault(format: string): FormatFault | undefined {
  if (!format.includes('{n}')) return 'noNumber'
  if (!format.includes('{yyyy}')) return 'noYear'
  if (/[{}]/.test(format.replace(KNOWN_BRACES, ''))) return 'unknownBraces'
  return format.length > LONGEST ? 'tooLong' : undefined
}
