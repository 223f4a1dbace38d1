/** Fills an empty village with the demo's journals, as if everything had arrived when it was written. */
import type { Archive } from '../archive/index.ts'
import { demoCases } from './cases.ts'
import { seeded } from './random.ts'
import { demoWebsite } from './website.ts'
import { demoVillage } from './village.ts'

/** Always the same stories; only their dates follow the day on which the demo is made. */
const SEED = 20_241_104

/** Seeds the archive; answers how many entries it now holds. `now`: ms since 1970. */
export async function seedDemo(archive: Archive, now: number): Promise<number> {
  const random = seeded(SEED)
  const entries = [...demoVillage(now), ...demoCases(random, now), ...demoWebsite(random, now)]
  await archive.seed(entries)
  return entries.length
}
