/**
 * Noticing that the disk was rolled back (a snapshot, an old copy of the folder): phones show a place in the archive's
 * history that this centre has given them. Who holds one that the archive does not know remembers what it has forgotten
 * (docs/decisions/017).
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Entry } from '../../src/domain/entries.ts'
import { parseEntryId } from '../../src/domain/ids.ts'
import { getDoc, lastChanges, putNew, readRange, type Db } from '../couch/index.ts'

export interface Place {
  /** The entry that was written there. */
  id: string
  order: number
}

export interface History {
  /** The last place in it, sealed: no phone learns from it what was written. Undefined where nothing was. */
  place(): Promise<string | undefined>
  /** The place that a phone shows, where this centre sealed it and the archive does not know it. */
  forgotten(shown: string): Promise<Place | undefined>
}

interface KeyDoc {
  secret: string
}

const PREFIX = 'secret:history:'
/** Claims of numbers may stand after the last entry. */
const LOOK_BACK = 8

/** The history of an archive; the seal's key lies in the desk database, and so in every backup. */
export function openHistory(archive: Db, desk: Db): History {
  let keys: Uint8Array[] = []

  async function keysNow(): Promise<Uint8Array[]> {
    if (keys.length > 0) return keys
    const read = () => readRange<KeyDoc>(desk, { prefix: PREFIX })
    const made = { _id: PREFIX + randomBytes(6).toString('hex'), secret: randomBytes(32).toString(TEXT) }
    const known = await read()
    if (known.length === 0) await putNew<KeyDoc>(desk, made)
    keys = (known.length > 0 ? known : await read()).map(({ secret }) => bytesOf(secret))
    return keys
  }

  const orderOf = async (id: string) => (await getDoc<Entry>(archive, id))?.arrived?.order

  return {
    async place() {
      const last = (await lastChanges(archive, LOOK_BACK)).find(({ id }) => parseEntryId(id))
      const order = last && (await orderOf(last.id))
      return order === undefined ? undefined : seal((await keysNow())[0]!, { id: last!.id, order })
    },
    async forgotten(shown) {
      for (const key of await keysNow()) {
        const place = unseal(key, shown)
        if (place) return (await orderOf(place.id)) === place.order ? undefined : place
      }
      return undefined
    },
  }
}

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16
const TEXT = 'base64url'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, TEXT))

/** The same place always has the same seal, so that a phone writes it down once. */
function seal(key: Uint8Array, { id, order }: Place): string {
  const plain = `${order} ${id}`
  const iv = bytesOf(createHmac('sha256', key).update(plain).digest(TEXT)).slice(0, IV_BYTES)
  const cipher = createCipheriv(CIPHER, key, iv)
  const locked = cipher.update(plain, 'utf8', TEXT) + cipher.final(TEXT)
  return [Buffer.from(iv).toString(TEXT), cipher.getAuthTag().toString(TEXT), locked].join('.')
}

/** Undefined where the seal is not by this key. */
function unseal(key: Uint8Array, shown: string): Place | undefined {
  const [iv = '', tag = '', locked = ''] = shown.split('.')
  try {
    const decipher = createDecipheriv(CIPHER, key, bytesOf(iv), { authTagLength: TAG_BYTES })
    decipher.setAuthTag(bytesOf(tag))
    const plain = decipher.update(locked, TEXT, 'utf8') + decipher.final('utf8')
    const [order = '', id = ''] = plain.split(' ')
    return { id, order: Number(order) }
  } catch {
    return undefined
  }
}
