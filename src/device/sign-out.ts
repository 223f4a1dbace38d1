/** Leaving a browser: refused while anything would be lost by it. */
import type { Device } from './contract.ts'

export type SignOutRefusal = 'unsent' | 'refused' | 'drafts'

/** Signs the device out and deletes what it holds. Drafts go only when that was said (`drafts: 'discard'`). */
export async function signOut(
  device: Device,
  options: { drafts?: 'discard' } = {},
): Promise<{ ok: true } | { ok: false; why: SignOutRefusal }> {
  if ((await device.waiting()).length) return { ok: false, why: 'unsent' }
  if ((await device.refused()).length) return { ok: false, why: 'refused' }
  if (options.drafts !== 'discard' && (await device.drafts.list()).length) return { ok: false, why: 'drafts' }
  await device.request('/api/signout', { method: 'POST' }).catch(() => undefined)
  await device.destroy()
  return { ok: true }
}
