/** Handing a colleague's rescue file to the centre. */
import type { Device } from './contract.ts'
import type { RescueReport } from './office-types.ts'

/** What became of the file: a report of every entry, or why it can't be opened. */
export async function openRescueFile(
  device: Device,
  text: string,
): Promise<{ ok: true; report: RescueReport } | { ok: false; why: string }> {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: text }
  const answer = await device.request('/api/rescue', init).catch(() => undefined)
  if (!answer) return { ok: false, why: 'offline' }
  if (answer.ok) return { ok: true, report: (await answer.json()) as RescueReport }
  const { error } = (await answer.json().catch(() => ({}))) as { error?: string }
  return { ok: false, why: error ?? 'server' }
}
