/** What was measured, as ratios against a baseline of the same run. */

export interface Row {
  what: string
  /** CPU throttle, where it matters. */
  cpu?: string
  ours: string
  baseline: string
  ratio: string
}

const rows: Row[] = []

/** Notes a pair of times, in ms; the ratio says how many times ours takes as long. */
export function compare(what: string, ours: number, name: string, baseline: number, cpu?: string): void {
  note({
    what,
    ours: ms(ours),
    baseline: `${name}: ${ms(baseline)}`,
    ratio: (ours / baseline).toFixed(2),
    cpu,
  })
}

/** Notes a line, and shows it at once: a run takes minutes. */
export function note(row: Row): void {
  rows.push(row)
  console.error(lineOf(row))
}

const lineOf = ({ what, cpu = '', ours, baseline, ratio }: Row): string =>
  `| ${[what, cpu, ours, baseline, ratio].join(' | ')} |`

/** Everything that was noted, as a table of Markdown. */
export const table = (): string =>
  ['| what | CPU | ours | baseline | ratio |', '| --- | --- | --- | --- | --- |', ...rows.map(lineOf)].join(
    '\n',
  )

const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`

/** The middle of several values: one that was disturbed does not count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

/** The median time of a task, in ms. */
export async function timed(times: number, task: (n: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const start = performance.now()
    await task(n)
    taken.push(performance.now() - start)
  }
  return median(taken)
}
