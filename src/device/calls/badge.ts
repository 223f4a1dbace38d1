/** Counting what the app's icon shows: tasks that the acting officer has not taken yet. */
import { isNewTask } from '../../domain/summary.ts'
import { accounts } from '../accounts.ts'
import { openLocal, rowsOf } from '../local.ts'
import { showBadge } from './browser.ts'

/** Counts anew and shows it, where no page does. */
export async function countBadge(): Promise<void> {
  const account = await accounts.acting()
  if (!account) return showBadge(0)
  const local = await openLocal(account)
  const rows = await rowsOf(local, 'cases')
  local.close()
  await showBadge(rows.filter(({ summary }) => isNewTask(summary, account.officer)).length)
}
