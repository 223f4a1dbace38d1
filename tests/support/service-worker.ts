/** The browser's own side of a service worker, reached from a page that is none of the app's. */
import type { CDPSession, Worker } from 'playwright-core'
import { vi } from 'vitest'
import type { TestDevice } from './browser.ts'

export class WorkerSide {
  readonly #session: CDPSession
  readonly #device: TestDevice
  #registration = ''

  private constructor(session: CDPSession, device: TestDevice) {
    this.#session = session
    this.#device = device
  }

  /** Of a device whose app has registered its worker, or is about to. */
  static async of(device: TestDevice): Promise<WorkerSide> {
    const blank = await device.context.newPage()
    const side = new WorkerSide(await device.context.newCDPSession(blank), device)
    side.#session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const { registrationId, isDeleted, scopeURL } of registrations)
        if (!isDeleted && scopeURL.startsWith(device.origin)) side.#registration = registrationId
    })
    await side.#session.send('ServiceWorker.enable')
    await vi.waitUntil(() => side.#registration !== '', { timeout: 15_000 })
    return side
  }

  /** What the browser does when it finds that there is a line. */
  async sync(tag: string): Promise<void> {
    await this.#session.send('ServiceWorker.dispatchSyncEvent', { ...this.#whom, tag, lastChance: false })
  }

  /** What the browser does when its maker's push service has brought it a message. */
  async push(message: object): Promise<void> {
    const data = JSON.stringify(message)
    await this.#session.send('ServiceWorker.deliverPushMessage', { ...this.#whom, data })
  }

  /** The worker itself; it may have to be woken. */
  async worker(): Promise<Worker> {
    const { context, origin } = this.#device
    const running = () => context.serviceWorkers().find((worker) => worker.url().startsWith(origin))
    await vi.waitUntil(running, { timeout: 15_000 })
    return running()!
  }

  get #whom() {
    return { origin: this.#device.origin, registrationId: this.#registration }
  }
}
