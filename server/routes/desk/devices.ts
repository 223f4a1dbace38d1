/** The devices of the officers. A device's document stays for ever: what it wrote must remain attributable. */
import { getRandomValues, randomBytes } from 'node:crypto'
import { CENTRE, isDeviceId, newDeviceId } from '../../../src/domain/ids.ts'
import { getDoc, putNew, readIds, readRange, upsert, type Db, type Stored } from '../../couch/index.ts'
import type { DeviceState } from '../../archive/index.ts'
import type { Keys } from './keys.ts'

/** Retired: what it still holds is accepted, marked. Lost: what it sends waits for a person, then it wipes itself. */
export const DEVICE_STATES = ['active', 'retired', 'lost'] as const satisfies readonly DeviceState[]

/** What a phone tells about itself at each contact. */
export interface Condition {
  unsent: number
  /** Photos and recordings that it has not sent; a phone of an older version does not tell. */
  files?: number
  oldestUnsent?: string
  refused: number
  freeBytes?: number
  version: string
}

export interface Device {
  officer: string
  state: DeviceState
  enrolledAt: string
  label?: string
  platform?: string
  /** Digest of the session's token; none after signing out. */
  token?: string
  lastContact?: string
  condition?: Condition
  /** Who changed the state last, and when. */
  changed?: { by: string; at: string }
  /** Who decided last about what it sent while it was lost, when, and what became of it. */
  decided?: { by: string; at: string; taken: number; thrown: number }
}

export interface Enrolment {
  officer: string
  /** The id this browser already has; kept where it belongs to the same officer. */
  known?: string
  label?: string
  platform?: string
}

export interface Devices {
  find(id: string): Promise<Stored<Device> | undefined>
  list(): Promise<Stored<Device>[]>
  /** Enrols a device, or the same one again with a new token. */
  enrol(wish: Enrolment): Promise<{ device: string; token: string }>
  /** How many entries of each lost device wait in quarantine. */
  waiting(): Promise<Map<string, number>>
  /** The ids of every device of the officer whose device it is: an entry may be signed by an earlier one. */
  siblings(id: string): Promise<Set<string>>
  /** Changes a device, over the changes of others; undefined where there is none. */
  change(id: string, alter: (device: Device) => Partial<Device>): Promise<Device | undefined>
}

const PREFIX = 'device:'
/** The archive's ids for what lost devices send. */
const QUARANTINE = 'quarantine:'
const TOKEN_BYTES = 32

export const idOf = (doc: { _id: string }): string => doc._id.slice(PREFIX.length)

/** The devices of a desk database. */
export function openDevices(desk: Db, keys: Keys): Devices {
  const find = async (id: string) => (isDeviceId(id) ? getDoc<Device>(desk, PREFIX + id) : undefined)

  async function change(id: string, alter: (device: Device) => Partial<Device>): Promise<Device | undefined> {
    if (!isDeviceId(id)) return undefined
    return upsert<Device>(desk, PREFIX + id, (device) => device && { ...device, ...alter(device) })
  }

  /**
   * A lost device that turns up again gets a new id: its old one stays lost until the desk says otherwise. An id that
   * nobody knows was given after a backup that has been restored: under another one, what the phone wrote would be
   * refused as forged.
   */
  async function mayKeep(id: string, officer: string): Promise<boolean> {
    if (!isDeviceId(id) || id === CENTRE) return false
    const device = await find(id)
    return !device || (device.officer === officer && device.state !== 'lost')
  }

  return {
    find,
    change,
    list: () => readRange<Device>(desk, { prefix: PREFIX }),
    async siblings(id) {
      const owner = (await find(id))?.officer
      const all = await readRange<Device>(desk, { prefix: PREFIX })
      return new Set(all.filter(({ officer }) => officer === owner).map(idOf))
    },
    async waiting() {
      const ids = await readIds(desk, { prefix: QUARANTINE })
      const devices = ids.map(({ id }) => id.slice(QUARANTINE.length).split(':')[0]!)
      const counts = new Map<string, number>()
      for (const device of devices) counts.set(device, (counts.get(device) ?? 0) + 1)
      return counts
    },
    async enrol({ officer, known, label, platform }) {
      const token = randomBytes(TOKEN_BYTES).toString('base64url')
      const sealed = await keys.seal(token)
      const about = { ...(label ? { label } : {}), ...(platform ? { platform } : {}) }
      const at = new Date().toISOString()
      const fresh = { state: 'active' as const, token: sealed, lastContact: at, ...about }
      const kept = known !== undefined && (await mayKeep(known, officer))
      if (kept && (await change(known, () => fresh))) return { device: known, token }
      const device = kept ? known : newDeviceId(getRandomValues(new Uint8Array(16)))
      await putNew<Device>(desk, { _id: PREFIX + device, officer, enrolledAt: at, ...fresh })
      return { device, token }
    },
  }
}
