/** The rescue file: everything that the centre has not got, locked for the village, without a network. */
import { fromBase64, toBase64 } from '../domain/base64.ts'
import { attachmentsOf } from '../domain/attachments.ts'
import { CURVE, rescueFileKey } from '../domain/rescue-key.ts'
import { MOST_DRAFTS, packRescue, rescueHead, writeRescue } from '../domain/rescue.ts'
import { writeAccess } from './access.ts'
import { getMeta } from './local.ts'
import { hashesIn } from './media/held.ts'
import { asWritten, readOwn, waiting } from './refused.ts'
import type { Store } from './store.ts'
import type { RescueFile } from './office-types.ts'
import type { AnyEntry, Draft } from './types.ts'

const TAG_BYTES = 16
/** A file must be one that a messenger takes and a phone can hold in its memory, in bytes. */
const MOST_FILES = 40_000_000

/**
 * Makes the file. `note` stands open at its top, for whoever receives it; `typed`: drafts as they stand on the screen,
 * which a full disk may not have taken. On the phone it changes nothing but that looks become entries.
 */
export async function makeRescueFile(
  store: Store,
  note: string,
  typed: readonly Draft[] = [],
): Promise<RescueFile> {
  const known = await getMeta(store.local, 'rescue')
  if (!known) return { ok: false, why: 'no-key' }
  await writeAccess(store, true)
  const entries = await notAtTheCentre(store)
  const drafts = await draftsOf(store, typed)
  const { files, leftOut } = await filesOf(store, entries, drafts)
  if (!entries.length && !files.length && !drafts.length) return { ok: false, why: 'nothing' }
  const offset = (await getMeta(store.local, 'contact'))?.offset ?? 0
  const at = new Date().toISOString()

  const { subtle } = crypto
  const own = await subtle.generateKey(CURVE, false, ['deriveBits'])
  const village = await subtle.importKey('jwk', known.public, CURVE, false, [])
  const key = await rescueFileKey(subtle, own.privateKey, village, fromBase64(known.seal)!)
  const named = files.map(({ bytes, ...of }) => ({ ...of, bytes: bytes.length }))
  const plain = packRescue(
    { at, offset, entries, files: named, drafts },
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
  const counts = { entries: entries.length, files: files.length, drafts: drafts.length }
  return { ok: true, text, ...counts, leftOut, at }
}

interface Carried {
  hash: string
  type: string
  entry: string
  bytes: Uint8Array<ArrayBuffer>
}

/** What is half typed, the latest first: as it is stored, or as it stands on the screen. */
async function draftsOf({ local }: Store, typed: readonly Draft[]): Promise<Draft[]> {
  const all = new Map([...(await local.getAll('drafts')), ...typed].map((draft) => [draft.id, draft]))
  return [...all.values()].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, MOST_DRAFTS)
}

/** The files that the centre has not got: of these entries and drafts, and of entries that arrived before their photos. */
async function filesOf(
  { local }: Store,
  entries: readonly AnyEntry[],
  drafts: readonly Draft[],
): Promise<{ files: Carried[]; leftOut: number }> {
  const wanted = new Map<string, string>(hashesIn(drafts).map((hash) => [hash, '']))
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
      const type = (await local.get('files', hash))?.type ?? ''
      files.push({ hash, type, entry, bytes: new Uint8Array(stored) })
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
