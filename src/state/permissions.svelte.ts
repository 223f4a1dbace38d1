/** What the browser lets the app do: asked of the browser, and followed while somebody looks. */
type Name = 'camera' | 'microphone' | 'geolocation' | 'notifications'
/** `unknown`: this browser does not tell. `none`: it has no such thing. */
export type Allowed = PermissionState | 'unknown' | 'none'

/** One permission. Belongs to the component that makes it; `destroy` ends it. */
export class Permission {
  state = $state<Allowed>('unknown')
  readonly #name: Name
  #status?: PermissionStatus

  constructor(name: Name) {
    this.#name = name
    void this.#follow()
  }

  /** Whether there is a question of the browser that can be put now. */
  get canAsk(): boolean {
    return (this.#name === 'microphone' || this.#name === 'geolocation') && this.state !== 'granted'
  }

  /** Puts the browser's own question, and uses nothing of what it allows. */
  async ask(): Promise<boolean> {
    const allowed = await (this.#name === 'microphone' ? hear() : locate())
    await this.#look()
    return allowed
  }

  destroy(): void {
    this.#status?.removeEventListener('change', this.#look)
  }

  async #follow(): Promise<void> {
    if (!exists(this.#name)) {
      this.state = 'none'
      return
    }
    // Browsers differ in which names they know.
    this.#status = await navigator.permissions
      ?.query({ name: this.#name as globalThis.PermissionName })
      .catch(() => undefined)
    this.#status?.addEventListener('change', this.#look)
    await this.#look()
  }

  #look = (): Promise<void> => {
    if (this.#status) this.state = this.#status.state
    return Promise.resolve()
  }
}

const exists = (name: Name): boolean =>
  name === 'notifications'
    ? 'Notification' in globalThis
    : name === 'geolocation'
      ? 'geolocation' in navigator
      : 'mediaDevices' in navigator

async function hear(): Promise<boolean> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    for (const track of stream.getTracks()) track.stop()
    return true
  } catch {
    return false
  }
}

/** Refused is what counts; where no place is found, the question was answered all the same. */
const locate = (): Promise<boolean> =>
  new Promise((done) =>
    navigator.geolocation.getCurrentPosition(
      () => done(true),
      ({ code, PERMISSION_DENIED }) => done(code !== PERMISSION_DENIED),
      { timeout: 10_000, maximumAge: Infinity },
    ),
  )
