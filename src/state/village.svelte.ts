/** The village and the calendar, as the acting officer's phone knows them. */
import { keepersOn } from '../domain/audience.ts'
import { timeOf, type Arrived } from '../domain/entries.ts'
import { dayOf } from '../domain/time.ts'
import {
  EMPTY_VILLAGE,
  officersOn,
  termsOf,
  type Officer,
  type Term,
  type Village,
} from '../domain/village.ts'
import type { Device } from '../device/contract.ts'
import { current } from './current.svelte.ts'

const MINUTE_MS = 60_000

class VillageState {
  current = $state.raw<Village>(EMPTY_VILLAGE)
  /** False until the village's journal was read once. */
  ready = $state(false)
  #officer = $state('')
  #offset = 0
  /** The moment by the centre's clock as far as this phone knows it, renewed every minute (ISO, UTC). */
  now = $state(new Date().toISOString())
  /** The same moment by this phone's own clock, ms: for how long ago something was that it noted by that. */
  phoneNow = $state(Date.now())
  /** How far this phone's clock is ahead of the centre's, ms. */
  ahead = $derived(this.phoneNow - Date.parse(this.now))
  /** Today in WIB. */
  day = $derived(dayOf(this.now))
  me = $derived<Officer>(this.current.officers[this.#officer] ?? { id: this.#officer, name: '' })
  myTerms = $derived<Term[]>(termsOf(this.current, this.#officer, this.day))
  /** Whether the acting officer does desk work today, or stands in where nobody does. */
  isDesk = $derived(keepersOn(this.current, this.day).includes(this.#officer))
  /** Whether they are Kepala Desa today, or stand in. */
  isHead = $derived(this.myTerms.some(({ position }) => position === 'kepalaDesa'))
  inOffice = $derived<Officer[]>(
    officersOn(this.current, this.day).flatMap((id) => this.current.officers[id] ?? []),
  )

  constructor() {
    current.onDevice((device) => this.#attach(device))
  }

  /** The name of an officer; '' where this phone does not know them. */
  name(officer: string): string {
    return this.current.officers[officer]?.name ?? ''
  }

  /** The moment of an entry, on corrected clocks: one that has not arrived carries that of this phone. */
  timeOf(entry: { at: string; by: string; arrived?: Arrived }): string {
    if (entry.arrived || entry.by !== this.#officer) return timeOf(entry)
    return new Date(Date.parse(entry.at) - this.ahead).toISOString()
  }

  /** The first position that an officer holds today. */
  positionOf(officer: string): Term | undefined {
    return termsOf(this.current, officer, this.day)[0]
  }

  #attach(device: Device): () => void {
    this.#officer = device.account.officer
    this.current = EMPTY_VILLAGE
    this.ready = false
    void this.#load(device)
    const stop = device.subscribe((event) => {
      if (event.journals === 'all' || event.journals?.includes('village') || event.contact)
        void this.#load(device)
    })
    const clock = setInterval(() => this.#tick(), MINUTE_MS)
    return () => {
      stop()
      clearInterval(clock)
    }
  }

  async #load(device: Device): Promise<void> {
    const [village, offset] = await Promise.all([device.village(), device.clockOffset()])
    if (current.device !== device) return
    this.current = village
    this.#offset = offset
    this.ready = true
    this.#tick()
  }

  #tick(): void {
    this.phoneNow = Date.now()
    this.now = new Date(this.phoneNow + this.#offset).toISOString()
  }
}

export const village = new VillageState()
