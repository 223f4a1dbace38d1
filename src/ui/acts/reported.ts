/** Work of an officer who has no working phone: told or handed over on paper, taken down by another. */

export interface Reporting {
  /** Undefined: one's own work. `officer` is empty until one is chosen. */
  reported?: { officer: string; how: 'oral' | 'paper' }
}

/** Whether it was said that another reported it, but not who. */
export const lacksReporter = ({ reported }: Reporting): boolean => !!reported && !reported.officer

/** For the entry. */
export const reportedBy = ({ reported }: Reporting) =>
  reported?.officer ? { reportedBy: { officer: reported.officer, how: reported.how } } : {}
