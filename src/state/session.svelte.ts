/** Who is acting on this browser: start, enrol, switch, sign out. */
import { VILLAGE } from '../domain/ids.ts'
import { accounts } from '../device/accounts.ts'
import type { Device } from '../device/contract.ts'
import { openDevice } from '../device/device.ts'
import { enrol } from '../device/enrol.ts'
import { isFull } from '../device/full.ts'
import { finishLeaving, sayGoodbye, signOut, type SignOutRefusal } from '../device/sign-out.ts'
import { unsuitable, type Unsuitable } from '../device/suitable.ts'
import type { Account, DeviceEvent } from '../device/types.ts'
import { current } from './current.svelte.ts'
import { drafts } from './drafts.svelte.ts'
import { lock } from './lock.svelte.ts'
import { storage } from './storage.svelte.ts'
import { unkept } from './unkept.svelte.ts'

/** How long to wait before the data are opened once more, ms. */
const AGAIN_MS = 100

export type Done<Why extends string = string> = { ok: true } | { ok: false; why: Why }

class Session {
  phase = $state<'loading' | 'unsuitable' | 'fault' | 'none' | 'ready'>('loading')
  /** Why the officer's data could not be opened. */
  fault = $state.raw<{ error: unknown; full: boolean }>()
  /** What this browser lacks, where it is unsuitable. */
  lacks = $state.raw<Unsuitable[]>([])
  account = $state.raw<Account>()
  /** Everyone enrolled on this browser. */
  accounts = $state.raw<Account[]>([])
  /** Why the centre does not talk with this phone any more. What is on it stays readable, except where lost. */
  stopped = $state<'lost' | 'retired' | 'signed-out-by-server'>()

  /** Opens the officer who acted last. */
  async start(): Promise<void> {
    this.lacks = await unsuitable()
    if (this.lacks.length) {
      this.phase = 'unsuitable'
      return
    }
    await finishLeaving().catch((error: unknown) => console.warn('leaving', error))
    await this.#open()
    addEventListener('online', () => void sayGoodbye())
    void sayGoodbye()
  }

  /** Spends an enrolment code. Enrolling the same officer again keeps their drafts and unsent entries. */
  async enrol(code: string, label: string): Promise<Done> {
    const result = await enrol(code, label)
    if (!result.ok) return result
    await this.#open()
    void storage.askPersist()
    return { ok: true }
  }

  /** *Ganti pengguna*: puts another officer of this browser in front; who has a PIN is asked for it. */
  async switchTo(officer: string): Promise<Done<'full-disk'>> {
    try {
      await accounts.use(officer)
    } catch (error) {
      if (isFull(error)) return { ok: false, why: 'full-disk' }
      throw error
    }
    await this.#openOther()
    return { ok: true }
  }

  /** Leaves this browser. Refused while something is unsent, refused or half written (`force`: drafts may go). */
  async signOut(options: { drafts?: 'discard' } = {}): Promise<Done<SignOutRefusal>> {
    const device = current.open
    if (options.drafts !== 'discard' && unkept.all.length) return { ok: false, why: 'drafts' }
    const result = await signOut(device, options)
    if (!result.ok) return result
    unkept.forget(device.account.officer)
    await this.#openOther()
    return result
  }

  /** Opens the account in front; where that does not work the screen says so: it must never stay empty. */
  async #open(): Promise<void> {
    await this.#openActing().catch((error: unknown) => this.#fail(error))
  }

  async #openActing(): Promise<void> {
    const before = current.device
    // What a lock hid is not shown in passing either.
    if (lock.locked) this.phase = 'loading'
    current.set(undefined)
    await before?.close()
    this.accounts = await accounts.all()
    this.account = await accounts.acting()
    await lock.guard(this.account?.officer)
    this.stopped = undefined
    if (this.account) {
      this.#show(await openDevice(this.account, { version: __VERSION__ }))
    }
    this.phase = this.account ? 'ready' : 'none'
  }

  #fail(error: unknown): void {
    console.error('opening', error)
    this.fault = { error, full: isFull(error) }
    this.phase = 'fault'
  }

  #show(device: Device): void {
    device.subscribe((event) => this.#heed(device, event))
    void device.gone.then(() => this.#openAnew(device))
    current.set(device)
    void this.#learnName(device)
  }

  /** The data were thrown away beneath the app. While they still are being cleared, nothing can be opened. */
  async #openAnew(gone: Device): Promise<void> {
    for (let wait = AGAIN_MS; current.device === gone; wait *= 2)
      try {
        return await this.#recover(gone)
      } catch (error) {
        console.warn('opening anew', error)
        await new Promise((done) => setTimeout(done, wait))
      }
  }

  /** What is typed is stored anew; the centre tells the rest again. */
  async #recover(gone: Device): Promise<void> {
    const { account } = gone
    // Another tab signed out here.
    if (await accounts.isBuried(account.device)) return this.#openOther()
    await gone.close()
    await accounts.save({ ...account, hadData: true })
    await accounts.use(account.officer)
    const device = await openDevice(account, { version: __VERSION__ })
    // Not behind a lock: the PIN went with the data.
    if (!lock.locked) for (const draft of drafts.typed()) await device.drafts.save(draft)
    this.#show(device)
    storage.vanished = true
  }

  #heed(device: Device, event: DeviceEvent): void {
    if (event.wiped) void this.#wiped(device.account.officer)
    // The centre talks with a retired phone only when it is in use again.
    if (event.contact && this.stopped === 'retired') this.stopped = undefined
    if (event.journals === 'all' || event.journals?.includes(VILLAGE)) void this.#learnName(device)
    if (!event.status) return
    const { problem } = event.status
    this.stopped =
      problem === 'no-session' ? 'signed-out-by-server' : problem === 'retired' ? 'retired' : this.stopped
  }

  /** The name of *Ganti pengguna*: the enrolment tells only ids, the village's journal the rest. */
  async #learnName(device: Device): Promise<void> {
    const { officer } = device.account
    const name = (await device.village()).officers[officer]?.name
    const known = this.accounts.find((each) => each.officer === officer)
    if (!known || !name || known.name === name) return
    const account = { ...known, name }
    await accounts.save(account)
    this.accounts = await accounts.all()
    if (this.account?.officer === officer) this.account = account
  }

  /** Whoever was in front is not here any more: nothing of theirs stays on the screen meanwhile. */
  #openOther(): Promise<void> {
    this.phase = 'loading'
    return this.#open()
  }

  async #wiped(officer: string): Promise<void> {
    unkept.forget(officer)
    await this.#openOther()
    this.stopped = 'lost'
  }
}

export const session = new Session()
