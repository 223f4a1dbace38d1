/** What was used last is offered first. */

/** `all` with those in `recent` in front, in the order of `recent`; what `all` does not know is left out. */
export function recentFirst(all: readonly string[], recent: readonly string[]): string[] {
  const first = [...new Set(recent)].filter((one) => all.includes(one))
  return [...first, ...all.filter((one) => !first.includes(one))]
}
