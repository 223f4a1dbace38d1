/** How the parts of a case's page open what goes to the complainant. */
import { createContext } from 'svelte'

export interface Reach {
  /** A message to the complainant, to be read and changed before it goes. */
  message(what: 'receipt' | 'progress'): void
  /** Asks the desk to reach a complainant whose identity is hidden here; undefined where that may not be done. */
  readonly askDesk?: () => void
}

export const [useReach, provideReach] = createContext<Reach>()
