/** Why a cycle ended early. */
import type { SyncProblem } from '../types.ts'

export class Trouble extends Error {
  readonly problem: SyncProblem | 'offline'

  constructor(problem: Trouble['problem'], cause?: unknown) {
    super(problem, { cause })
    this.problem = problem
  }
}

/** What an answer of the centre says about this phone as a whole; undefined where it is an ordinary answer. */
export async function troubleOf(response: Response): Promise<Trouble | undefined> {
  const { status } = response
  if (status === 401) return new Trouble('no-session')
  if (status >= 500 || status === 429) return new Trouble('server')
  if (status !== 403) return undefined
  const { error, reason } = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { error?: string; reason?: string }
  const says = (code: string) => error === code || reason === code
  // Put out of use in the middle of a cycle: the next one hands in what is here before it lets go of anything.
  return says('device-lost') || says('device-retired') ? new Trouble('server') : undefined
}
