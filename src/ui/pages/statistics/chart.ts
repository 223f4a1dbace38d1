/** What a chart shows: rows with a value for each series. */
export interface ChartData {
  /** One name for each series; told apart by filling, and named in the legend. */
  series: readonly string[]
  rows: readonly { label: string; values: readonly number[] }[]
}

/** The filling of a series: full, hatched, dotted. */
export const fillOf = (id: string, series: number): string =>
  series === 0 ? 'var(--chart, var(--act))' : `url(#${id}-${series})`

/** The largest value, at least 1: an axis needs a length. */
export const mostOf = ({ rows }: ChartData): number => Math.max(1, ...rows.flatMap(({ values }) => values))
