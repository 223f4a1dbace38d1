/** Where each place of the history was scrolled to, so that *Kembali* finds the same line again. */
const positions = new Map<string, number>()
const KEPT = 60

/** Remembers a scroll position in px. */
export function keepScroll(key: string, top: number): void {
  positions.delete(key)
  positions.set(key, top)
  if (positions.size > KEPT) positions.delete(positions.keys().next().value!)
}

/** The remembered position in px; 0 where there is none. */
export const keptScroll = (key: string): number => positions.get(key) ?? 0
