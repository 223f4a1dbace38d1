/** The rescue file: everything that the centre has not got, locked for the village, without a network. */
import { fromBase64, toBase64 } from '../domain/base64.ts'
import { attachmentsOf } from '../domain/attachments.ts'
import { CURVE, rescueFileKey } from '../domain/rescue-key.ts'
import { packRescue, rescueHead, writeRescue } from '../domain/rescue.ts'
import { writeAccess } from './access.ts'
import { getMeta } from './local.ts'
import { asWritten, readOwn, waiting } from './refused.ts'
import type { Store } from './store.ts'
import type { AnyEntry, RescueFile } from './types.ts'

const TAG_BYTES = 16
/** A file must be one that a messenger takes and a phone can hold in its memory, in bytes. */
const MOST_FILES = 40_000_000

/** Makes the file. `note` stands open at its top, for whoever receives it. On the phone it changes nothing but that looks become entries. */
export async function makeRescueFile(store: Store, note: string): Promise<RescueFile> {
  const known = await getMeta(store.local, 'rescue')
  if (!known) return { ok: false, why: 'no-key' }
  await writeAccess(store, true)
  const entries = await notAtTheCentre(store)
  const { files, leftOut } = await filesOf(store, entries)
  if (!entries.length && !files.length) return { ok: false, why: 'nothing' }
  const offset = (await getMeta(store.local, 'contact'))?.offset ?? 0
  const at = new Date().toISOString()

  const { subtle } = crypto
  const own = await subtle.generateKey(CURVE, false, ['deriveBits'])
  const village = await subtle.importKey('jwk', known.public, CURVE, false, [])
  const key = await rescueFileKey(subtle, own.privateKey, village, fromBase64(known.seal)!)
  const named = files.map(({ hash, entry, bytes }) => ({ hash, entry, bytes: bytes.length }))
  const plain = packRescue(
    { at, offset, entries, files: named },
    files.map(({ bytes }) => bytes),
  )
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const head = rescueHead({
    key: known.key,
    device: store.account.device,
    point: toBase64(new Uint8Array(await subtle.exportKey('raw', own.publicKey))),
    iv: toBase64(iv),
    bytes: plain.length + TAG_BYTES,
  })
  const additionalData = new TextEncoder().encode(head)
  const locked = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain)
  const text = writeRescue(note, head, new Uint8Array(locked))
  return { ok: true, text, entries: entries.length, files: files.length, leftOut, at }
}

interface Carried {
  hash: string
  entry: string
  bytes: Uint8Array<ArrayBuffer>
}

/** The files that the centre has not got: of these entries, and of those that arrived before their photos. */
async function filesOf(
  { local }: Store,
  entries: readonly AnyEntry[],
): Promise<{ files: Carried[]; leftOut: number }> {
  const wanted = new Map<string, string>()
  for (const { hash, entries: by } of await local.getAllFromIndex('files', 'state', 'named'))
    if (by[0]) wanted.set(hash, by[0])
  for (const entry of entries) for (const { hash } of attachmentsOf(entry)) wanted.set(hash, entry._id)
  const files: Carried[] = []
  let total = 0
  let leftOut = 0
  for (const [hash, entry] of wanted) {
    const stored = await local.get('bytes', hash)
    if (!stored) continue
    if (total + stored.byteLength > MOST_FILES) leftOut++
    else {
      files.push({ hash, entry, bytes: new Uint8Array(stored) })
      total += stored.byteLength
    }
  }
  return { files, leftOut }
}

/** Own entries that wait, and those that were refused, as they were written. */
async function notAtTheCentre(store: Store): Promise<AnyEntry[]> {
  const keys = (await waiting(store)).map(({ id }) => id)
  const unsent = (await readOwn(store, keys)).map(asWritten)
  const refused = (await store.local.getAll('refused')).map(({ entry }) => entry)
  return [...unsent, ...refused]
}
