/** A row as the preview shows it. */
export interface Checked<T> {
  line: number
  /** What the row is recognised by. */
  label?: string
  /** The line below it. */
  detail?: string
  /** Undefined where there are faults. */
  data?: T
  /** It is here already: it will be passed over. */
  known?: boolean
  faults: string[]
  notes: string[]
}

export const isNew = <T>(one: Checked<T>): one is Checked<T> & { data: T } => !!one.data && !one.known
