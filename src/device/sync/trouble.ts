/** Why a cycle ended early. */
import type { SyncProblem } from '../types.ts'

export class Trouble extends Error {
  readonly problem: SyncProblem | 'offline'
  /** The centre can't judge something of ours yet: it asks to come again with it, and is well otherwise. */
  readonly isDoubt: boolean

  constructor(problem: Trouble['problem'], cause?: unknown, isDoubt = false) {
    super(problem, { cause })
    this.problem = problem
    this.isDoubt = isDoubt
  }
}

/** Why the centre asks to come again, where it is not its own trouble. */
const DOUBTS: ReadonlySet<unknown> = new Set(['unknown-journal', 'newer-kind', 'restored', 'quarantine-full'])

/** What an answer of the centre says about this phone as a whole; undefined where it is an ordinary answer. */
export async function troubleOf(response: Response): Promise<Trouble | undefined> {
  const { status } = response
  if (status === 401) return new Trouble('no-session')
  if (status < 500 && status !== 429 && status !== 403) return undefined
  const { error, reason } = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { error?: string; reason?: string }
  if (status !== 403) return new Trouble('server', undefined, error === 'try_later' && DOUBTS.has(reason))
  const says = (code: string) => error === code || reason === code
  // Put out of use in the middle of a cycle: the next one hands in what is here before it lets go of anything.
  return says('device-lost') || says('device-retired') ? new Trouble('server') : undefined
}
