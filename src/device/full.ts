/** Recognising a full disk. */

/** Whether an error says that the disk is full: the browsers word it each in their own way. */
export function isFull(error: unknown): boolean {
  const { name = '', message = '', reason = '' } = (error ?? {}) as Record<string, unknown>
  return /quota/i.test(`${String(name)} ${String(message)} ${String(reason)}`)
}
