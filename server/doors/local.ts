/** Checkpoints: `_local` documents, kept where they go when the database goes, and keyed by device. */
import { getDoc, putDoc, type Db } from '../couch/index.ts'
import { badRequest, missing } from './errors.ts'

/** What a checkpoint may be called; the stock replicator's are base 64 with `.` and `_`. */
const NAME = /^[A-Za-z0-9._~=-]{1,80}$/
const MAX_BYTES = 16 * 1024

interface Checkpoint extends Record<string, unknown> {
  last_seq?: unknown
}

const idOf = (device: string, name: string) => {
  if (!NAME.test(name)) throw missing()
  return `_local/${device}.${name}`
}

/** The checkpoint as the phone wrote it. Throws 404 where there is none. */
export async function readLocal(db: Db, device: string, name: string): Promise<Checkpoint> {
  const doc = await getDoc<Checkpoint>(db, idOf(device, name))
  if (!doc) throw missing()
  return { ...doc, _id: `_local/${name}` }
}

/** Keeps a checkpoint. The last word counts: a lasting conflict would make the stock replicator loop. */
export async function writeLocal(db: Db, device: string, name: string, body: unknown) {
  const checkpoint = asCheckpoint(body)
  const { rev } = await putDoc(db, { ...checkpoint, _id: idOf(device, name) })
  return { answer: { ok: true, id: `_local/${name}`, rev }, lastSeq: checkpoint.last_seq }
}

function asCheckpoint(body: unknown): Checkpoint {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badRequest('not-an-object')
  if (Buffer.byteLength(JSON.stringify(body)) > MAX_BYTES) throw badRequest('too-large')
  const own = Object.entries(body).filter(([key]) => !key.startsWith('_'))
  return Object.fromEntries(own)
}
