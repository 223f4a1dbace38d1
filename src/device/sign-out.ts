/** Leaving a browser: refused while anything would be lost by it. */
import { accounts } from './accounts.ts'
import { destroyAll } from './destroy.ts'
import { openLine } from './line.ts'
import type { Device } from './contract.ts'

export type SignOutRefusal = 'unsent' | 'refused' | 'drafts'

/** Signs the device out and deletes what it holds. Drafts go only when that was said (`drafts: 'discard'`). */
export async function signOut(
  device: Device,
  options: { drafts?: 'discard' } = {},
): Promise<{ ok: true } | { ok: false; why: SignOutRefusal }> {
  await device.handInAccess()
  const files = await device.media.state()
  if ((await device.waiting()).length || files.unsent) return { ok: false, why: 'unsent' }
  if ((await device.refused()).length || files.refused) return { ok: false, why: 'refused' }
  if (options.drafts !== 'discard' && (await device.drafts.list()).length) return { ok: false, why: 'drafts' }
  await accounts.leave(device.account.device)
  await device.destroy()
  await sayGoodbye()
  return { ok: true }
}

/** Ends what was begun: the data of who was leaving when the app was closed. */
export async function finishLeaving(): Promise<void> {
  for (const account of await accounts.buried()) await destroyAll(account)
}

/** Tells the centre which devices have left this browser; those that it could not hear of are kept for the next time. */
export async function sayGoodbye(): Promise<void> {
  for (const device of await accounts.leaving()) {
    const line = openLine({ device }, () => undefined)
    const answer = await line.request('/api/signout', { method: 'POST' }).catch(() => undefined)
    // 401: it knows already.
    if (answer?.ok || answer?.status === 401) await accounts.left(device)
  }
}
