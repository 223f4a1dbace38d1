/** Faults in a form, by the field they stand under; '' is no fault. */
export type Faults<K extends string = string> = Partial<Record<K, string>>

/** Whether there is any. */
export const faulty = (faults: Faults): boolean => Object.values(faults).some(Boolean)

/** What the fields say: nothing before the first attempt to save. */
export const shownFaults = <K extends string>(tried: boolean, faults: Faults<K>): Faults<K> =>
  tried ? faults : {}
