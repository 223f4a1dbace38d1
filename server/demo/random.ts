/** A small seeded generator (mulberry32), so that every demo village tells the same stories. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number
  /** An integer, both ends included. */
  int(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  bytes(length: number): Uint8Array
}

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    pick: (list) => list[int(0, list.length - 1)]!,
    bytes: (length) => Uint8Array.from({ length }, () => int(0, 255)),
  }
}
