/**
 * The village's key pair for rescue files. It is made at its first use, lies in the desk database and so in every
 * backup: what a phone locked before a server was lost can be opened after.
 */
import { createHmac, randomBytes, webcrypto } from 'node:crypto'
import { fromBase64 } from '../../../src/domain/base64.ts'
import { CURVE, rescueFileKey, type RescueKey } from '../../../src/domain/rescue-key.ts'
import { readRescue, unpackRescue } from '../../../src/domain/rescue.ts'
import { putNew, readRange, type Db } from '../../couch/index.ts'

interface KeyDoc {
  _id: string
  private: { kty: string; crv: string; x: string; y: string; d: string }
}

export interface RescueKeys {
  /** What a phone has to know to lock a file. */
  keyFor(device: string): Promise<RescueKey>
  /** Opens a file; `why` is the machine code of what is wrong with it. */
  open(text: string): Promise<({ ok: true; device: string } & Unlocked) | { ok: false; why: string }>
}

type Unlocked = ReturnType<typeof unpackRescue>

const PREFIX = 'secret:rescue:'
const subtle = webcrypto.subtle as SubtleCrypto

/** The keys of a desk database. A restored backup may bring a further one: all open, the first is told to phones. */
export function openRescueKeys(desk: Db): RescueKeys {
  let known: KeyDoc[] = []

  async function load(): Promise<KeyDoc[]> {
    known = await readRange<KeyDoc>(desk, { prefix: PREFIX })
    if (known.length === 0) {
      await putNew(desk, await newKey())
      known = await readRange<KeyDoc>(desk, { prefix: PREFIX })
    }
    return known
  }
  const named = (docs: readonly KeyDoc[], key: string) => docs.find(({ _id }) => _id === PREFIX + key)

  return {
    async keyFor(device) {
      const [doc] = known.length > 0 ? known : await load()
      const { kty, crv, x, y } = doc!.private
      return { key: doc!._id.slice(PREFIX.length), public: { kty, crv, x, y }, seal: sealOf(doc!, device) }
    },
    async open(text) {
      const file = readRescue(text)
      if (!file.ok) return file
      const doc = named(known, file.head.key) ?? named(await load(), file.head.key)
      if (!doc) return { ok: false, why: 'rescue-other-village' }
      const unlocked = await unlock(doc, file).catch(() => undefined)
      if (!unlocked) return { ok: false, why: 'rescue-damaged' }
      return { ok: true, device: file.head.device, ...unlocked }
    },
  }
}

async function newKey(): Promise<KeyDoc> {
  const { privateKey } = (await subtle.generateKey(CURVE, true, ['deriveBits'])) as CryptoKeyPair
  const { kty, crv, x, y, d } = await subtle.exportKey('jwk', privateKey)
  return {
    _id: PREFIX + randomBytes(6).toString('hex'),
    private: { kty: kty!, crv: crv!, x: x!, y: y!, d: d! },
  }
}

/** Only the server can work it out, and only the phone was told: a file with it comes from that phone. */
const sealOf = (doc: KeyDoc, device: string): string =>
  createHmac('sha256', doc.private.d).update(`kentongan rescue seal ${device}`).digest('base64')

/** Throws where the file was changed, or was made by another device than it says. */
async function unlock(
  doc: KeyDoc,
  { head, headText, locked }: Extract<ReturnType<typeof readRescue>, { ok: true }>,
): Promise<Unlocked> {
  const mine = await subtle.importKey('jwk', doc.private, CURVE, false, ['deriveBits'])
  const theirs = await subtle.importKey('raw', fromBase64(head.point)!, CURVE, false, [])
  const key = await rescueFileKey(subtle, mine, theirs, fromBase64(sealOf(doc, head.device))!)
  const iv = fromBase64(head.iv)!
  const additionalData = new TextEncoder().encode(headText)
  const plain = await subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, locked)
  return unpackRescue(new Uint8Array(plain))
}
