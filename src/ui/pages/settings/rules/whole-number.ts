/** A whole number between two ends as somebody types it; undefined where it is none. */
export function wholeNumber(typed: string, least: number, most: number): number | undefined {
  const text = typed.trim()
  if (!/^\d{1,6}$/.test(text)) return undefined
  const n = Number(text)
  return n >= least && n <= most ? n : undefined
}

/** As many days as a setting holds. */
export const MOST_DAYS = 3650
