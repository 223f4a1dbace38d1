/** What a Kepala Dusun hears of the own dusun: one list, replaced when the centre names another, gone with the role. */
import type { HamletCase } from '../domain/hamlet.ts'
import type { Line } from './line.ts'
import { getMeta, setMeta, type Local } from './local.ts'
import type { Guard } from './sync/guard.ts'

interface Answer {
  tag: string
  cases: HamletCase[]
}

/** Brings the list in line with its latest name, as contact told it; without one it is erased. */
export async function hearOfDusun(local: Local, line: Line, guard: Guard, tag?: string): Promise<void> {
  if (tag === undefined) return local.delete('meta', 'hamlet')
  if ((await getMeta(local, 'hamlet'))?.tag === tag) return
  const { signal, progress } = guard
  const response = await line.request('/api/dusun', {}, { signal, progress })
  if (response.ok) await setMeta(local, 'hamlet', (await response.json()) as Answer)
  else if (response.status === 403) await local.delete('meta', 'hamlet')
}

/** The highest counter of a journal that this phone has heard of without holding it; 0 where it has not. */
export async function heardCounter(local: Local, journal: string): Promise<number> {
  const cases = (await getMeta(local, 'hamlet'))?.cases ?? []
  return cases.find(({ id }) => id === journal)?.counter ?? 0
}
