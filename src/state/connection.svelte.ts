/** The line to the centre in words: what waits, what was refused, when it last answered. */
import { counted } from '../domain/counted.ts'
import type { Device } from '../device/contract.ts'
import type { HeldFiles, Refused, SendResult, SyncProblem, SyncStatus, Waiting } from '../device/types.ts'
import { current } from './current.svelte.ts'

class Connection {
  online = $state(navigator.onLine)
  syncing = $state(false)
  /** Photos and voice notes on their way to the centre. */
  sending = $state.raw<SyncStatus['sending']>()
  lastContact = $state<string>()
  /** When the centre last made a backup; `null` where it never did, undefined where it has not told. */
  backup = $state<string | null>()
  /** For the office: the centre was restored, or found rolled back. */
  restored = $state.raw<SyncStatus['restored']>()
  problem = $state<SyncProblem>()
  /** Whether `waiting` and `refused` have been read from this officer's store: before that nothing is known of them. */
  looked = $state(false)
  waiting = $state.raw<Waiting[]>([])
  refused = $state.raw<Refused[]>([])
  /** Photos and recordings that the centre has not got, or refused. */
  files = $state.raw<HeldFiles>({ unsent: 0, refused: 0 })
  /** What waits to be sent, as a person counts it. */
  work = $derived(counted(this.waiting))

  constructor() {
    current.onDevice((device) => this.#attach(device))
  }

  /** Sends and fetches now, and says how it ended. */
  async sendNow(): Promise<SendResult> {
    const device = current.open
    const result = await device.sendNow()
    await this.#count(device)
    return result
  }

  /** Puts a refused entry aside (after it was mended or exported). */
  dismiss(id: string): Promise<void> {
    return current.open.dismiss(id)
  }

  #attach(device: Device): () => void {
    this.looked = false
    this.#show(device.status())
    void this.#count(device)
    return device.subscribe((event) => {
      if (event.status) this.#show(event.status)
      if (event.own || event.media) void this.#count(device)
    })
  }

  #show(status: SyncStatus): void {
    this.online = status.online
    this.syncing = status.running
    this.sending = status.sending
    this.lastContact = status.lastContact
    this.backup = status.backup
    this.restored = status.restored
    this.problem = status.problem
  }

  async #count(device: Device): Promise<void> {
    const [waiting, refused, files] = await Promise.all([
      device.waiting(),
      device.refused(),
      device.media.held(),
    ])
    if (current.device !== device) return
    this.waiting = waiting
    this.refused = refused
    this.files = files
    this.looked = true
  }
}

export const connection = new Connection()
