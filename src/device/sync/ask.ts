/** One request of a cycle, answered with JSON. */
import type { Line } from '../line.ts'
import type { Guard } from './guard.ts'
import { Trouble, troubleOf } from './trouble.ts'

/** Asks under the guard. Throws Trouble where the centre does not answer as it should. */
export async function ask<T>(line: Line, guard: Guard, path: string, init: RequestInit = {}): Promise<T> {
  const { signal, progress } = guard
  const response = await guard.while(line.request(path, init, { signal, progress }))
  const trouble = (await troubleOf(response)) ?? (response.ok ? undefined : new Trouble('server'))
  if (trouble) throw trouble
  return (await response.json()) as T
}
