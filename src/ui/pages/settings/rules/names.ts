/** A list of names that the village keeps in an order of its own. */
export type NameFault = 'missing' | 'taken'

/** What is wrong with a name that is to stand at `index` (at the end: the list's length). */
export function nameFault(names: readonly string[], index: number, typed: string): NameFault | undefined {
  const name = typed.trim()
  if (!name) return 'missing'
  const same = (other: string, at: number) => at !== index && other.toLowerCase() === name.toLowerCase()
  return names.some(same) ? 'taken' : undefined
}

/** The list with another name at `index`, or one more. */
export function withName(names: readonly string[], index: number, typed: string): string[] {
  const changed = [...names]
  changed[Math.min(index, names.length)] = typed.trim()
  return changed
}

/** The list with the name at `index` one place up (-1) or down (1); the same where it is at that end. */
export function moved(names: readonly string[], index: number, by: -1 | 1): string[] {
  const changed = [...names]
  const [name] = changed.splice(index, 1)
  changed.splice(Math.max(0, index + by), 0, name!)
  return changed
}

/** Routing after a name was changed: what stood under the old one stands under the new one. */
export function rerouted<T>(routing: Record<string, T[]>, before: string, name: string, to: T[]) {
  const others = Object.entries(routing).filter(([key]) => key !== before && key !== name)
  return Object.fromEntries([...others, ...(to.length ? [[name, to] as const] : [])])
}
