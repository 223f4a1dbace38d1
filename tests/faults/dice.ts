/** Chance with a seed, so that a failing run can be run again. */
import { seeded } from '../../server/demo/random.ts'

export interface Dice {
  chance(p: number): boolean
  int(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  some<T>(list: readonly T[]): T[]
  shuffle<T>(list: readonly T[]): T[]
  bytes(length: number): Uint8Array
}

export function dice(seed: number): Dice {
  const random = seeded(seed)
  return {
    int: random.int,
    pick: random.pick,
    bytes: random.bytes,
    chance: (p) => random.next() < p,
    some: (list) => list.filter(() => random.next() < 0.7),
    shuffle: (list) =>
      list
        .map((item) => ({ item, key: random.next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
  }
}
