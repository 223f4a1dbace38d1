/** *Keadaan HP*: what the office changes about other phones. Needs the centre. */
import type { Device } from './contract.ts'
import type { PhoneRow } from './office-types.ts'

/** Changes the state of a phone; false where that did not work. */
export async function setPhoneState(
  device: Device,
  phone: string,
  state: PhoneRow['state'],
): Promise<boolean> {
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ state }),
  }
  const answer = await device.request(`/api/devices/${phone}/state`, init).catch(() => undefined)
  return answer?.ok ?? false
}
