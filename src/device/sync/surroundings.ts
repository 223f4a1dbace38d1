/** What a page notices around it: the line coming and going, the screen being looked at or not. */

export interface Heeds {
  /** The line, or the eyes, came back. */
  back(): void
  /** The phone says that there is no line. */
  away(): void
  /** Nobody looks any more; the app may be closed next. */
  hidden(): void
}

export const isInFront = (): boolean => document.visibilityState === 'visible'

/** Watches until what it answers is called. */
export function watchSurroundings({ back, away, hidden }: Heeds): () => void {
  const look = () => (isInFront() ? back() : hidden())
  addEventListener('online', back)
  addEventListener('offline', away)
  document.addEventListener('visibilitychange', look)
  return () => {
    removeEventListener('online', back)
    removeEventListener('offline', away)
    document.removeEventListener('visibilitychange', look)
  }
}
