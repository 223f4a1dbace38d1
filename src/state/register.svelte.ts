/** The register of cases and meetings, as this phone holds it: opens at once, catches up behind. */
import type { MeetingSummary } from '../domain/meeting-summary.ts'
import type { CaseSummary } from '../domain/summary.ts'
import type { Device } from '../device/contract.ts'
import { current } from './current.svelte.ts'

/** Up to here, changed summaries are read one by one. */
const FEW = 40

class Register {
  /** False until the stored summaries were read once. */
  ready = $state(false)
  cases = $state.raw<CaseSummary[]>([])
  meetings = $state.raw<MeetingSummary[]>([])
  #byId = $derived(new Map([...this.cases, ...this.meetings].map((each) => [each.id, each])))

  constructor() {
    current.onDevice((device) => this.#attach(device))
  }

  /** The summary of a case; undefined where this phone does not hold it. */
  get(id: string): CaseSummary | undefined {
    return id.startsWith('c') ? (this.#byId.get(id) as CaseSummary | undefined) : undefined
  }

  /** The summary of a meeting; undefined where this phone does not hold it. */
  meeting(id: string): MeetingSummary | undefined {
    return id.startsWith('m') ? (this.#byId.get(id) as MeetingSummary | undefined) : undefined
  }

  #attach(device: Device): () => void {
    this.ready = false
    this.cases = []
    this.meetings = []
    void this.#load(device)
    return device.subscribe(({ journals }) => {
      if (!journals) return
      if (journals === 'all' || journals.length > FEW) void this.#load(device)
      else void this.#renew(device, journals)
    })
  }

  /** Replaces the summaries of a few journals: reading all of them costs a cheap phone 90 ms at 2,000. */
  async #renew(device: Device, ids: string[]): Promise<void> {
    const [cases, meetings] = await Promise.all([device.cases(ids), device.meetings(ids)])
    if (current.device !== device || !this.ready) return
    const changed = new Set(ids)
    this.cases = [...this.cases.filter(({ id }) => !changed.has(id)), ...cases]
    this.meetings = [...this.meetings.filter(({ id }) => !changed.has(id)), ...meetings]
  }

  async #load(device: Device): Promise<void> {
    const [cases, meetings] = await Promise.all([device.cases(), device.meetings()])
    if (current.device !== device) return
    this.cases = cases
    this.meetings = meetings
    this.ready = true
  }
}

export const register = new Register()
