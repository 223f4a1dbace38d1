/** What lost phones have sent and waits for a decision, and what waits to arrive on phones. Needs the centre. */
import type { Device } from './contract.ts'
import type { HeldView } from './office-types.ts'

export type Decided = { taken: number; thrown: number; stays: { id: string; why: string }[] }

const json = async <T>(answer: Promise<Response>): Promise<T | undefined> => {
  const response = await answer.catch(() => undefined)
  return response?.ok ? ((await response.json()) as T) : undefined
}

/** What a lost phone has sent, as far as I may see it; undefined where the centre is out of reach. */
export const askHeld = (device: Device, phone: string): Promise<HeldView | undefined> =>
  json<HeldView>(device.request(`/api/devices/${phone}/held`))

/** Takes all of it in, or throws away what I may see. */
export function decideHeld(
  device: Device,
  phone: string,
  fate: 'admit' | 'discard',
): Promise<Decided | undefined> {
  const headers = { 'Content-Type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify({ fate }) }
  return json<Decided>(device.request(`/api/devices/${phone}/held`, init))
}

/** How many cases wait to arrive on each phone; undefined where the centre is out of reach. */
export async function askArriving(device: Device): Promise<Record<string, number> | undefined> {
  const answer = await json<{ devices: Record<string, number> }>(device.request('/api/devices/arriving'))
  return answer?.devices
}
