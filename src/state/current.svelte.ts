/** The opened device of the acting officer, and who wants to be told when it changes. */
import type { Device } from '../device/contract.ts'

type Attach = (device: Device) => (() => void) | void

class Current {
  device = $state.raw<Device>()
  #attached: { attach: Attach; detach: (() => void) | void }[] = []

  /** Runs `attach` with the device of now and of every later change; what it returns runs before the next one. */
  onDevice(attach: Attach): void {
    this.#attached.push({ attach, detach: this.device && attach(this.device) })
  }

  /** Puts another device (or none) in front. */
  set(device: Device | undefined): void {
    for (const each of this.#attached) each.detach?.()
    this.device = device
    for (const each of this.#attached) each.detach = device && attach(each.attach, device)
  }

  /** The opened device. Throws where nobody is enrolled: no screen that needs it is shown then. */
  get open(): Device {
    if (!this.device) throw new Error('no device is open')
    return this.device
  }
}

const attach = (fn: Attach, device: Device) => fn(device)

export const current = new Current()
