/** Rescue files: the desk reads in what a phone could not send, by the ordinary checks of its author and device. */
import type { FastifyInstance } from 'fastify'
import { RetryLater, type Actor, type Archive, type Sender, type Taken } from '../archive/index.ts'
import { deskActorOf } from './actor.ts'
import { HttpError } from './errors.ts'
import type { Office } from './office.ts'

/** Forty megabytes of photos as base64, and a few thousand entries. */
const FILE_BYTES = 64 * 1024 * 1024
const PER_MINUTE = 20
/** A clock that is wrong by more has no time to put right. */
const MAX_OFFSET_MS = 100 * 365 * 86_400_000

/** `POST /api/rescue`. */
export async function rescueRoute(fastify: FastifyInstance, office: Office): Promise<void> {
  await fastify.register(async (app) => {
    app.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'string', bodyLimit: FILE_BYTES },
      (_request, body, done) => done(null, body),
    )
    app.post(
      '/api/rescue',
      {
        bodyLimit: FILE_BYTES,
        config: { rateLimit: { max: PER_MINUTE, timeWindow: 60_000 } },
        // Before the file is read: nobody else may fill the memory.
        onRequest: async (request) => void (await deskActorOf(request, office)),
      },
      async (request) => {
        const { officer: via } = await deskActorOf(request, office)
        if (typeof request.body !== 'string') throw new HttpError(400, 'rescue-not-one')
        return readIn(office, request.body, via)
      },
    )
  })
}

async function readIn({ archive, desk, postman }: Office, text: string, via: string) {
  const file = await desk.rescue.open(text)
  if (!file.ok) throw new HttpError(400, file.why)
  const { device, content, files } = file
  const known = await desk.devices.find(device)
  if (!known) throw new HttpError(400, 'rescue-unknown-phone')
  const { officer, state } = known
  const devices = await desk.devices.siblings(device)
  const offset = Math.abs(content.offset) <= MAX_OFFSET_MS ? content.offset : 0
  const sender: Sender = { officer, device, state, offset, devices, via: () => via }
  const taken = await archive.takeIn(content.entries, sender).catch((error: unknown) => {
    throw error instanceof RetryLater ? new HttpError(503, error.why) : error
  })
  const stored = await bringFiles(archive, content.files, files, sender)
  const carried = content.files.map(({ hash, type }, index) => ({ hash, type, bytes: files[index]! }))
  const drafts = await desk.drafts.keep({ officer, device }, content.drafts, carried)
  await postman.settled()
  const entries = taken.map((each) => lineOf(each, content.entries))
  const all = content.files.filter(({ entry }) => entry).length
  return { officer, device, at: content.at, entries, files: { stored, all }, drafts }
}

/** Stores the files whose entries the centre has (or holds), as if the phone had brought them; answers how many it has. */
async function bringFiles(
  { files }: Archive,
  named: readonly { hash: string; entry: string }[],
  bytes: readonly Uint8Array[],
  sender: Actor,
): Promise<number> {
  let stored = 0
  for (const [index, { entry, hash }] of named.entries()) {
    if (!entry) continue // of a draft
    const toBring = await files.toBring(entry, hash, sender).catch((error: unknown) => {
      if (error instanceof RetryLater) return undefined
      throw error
    })
    const fate = toBring && (await files.bring(toBring, bytes[index]!))
    if (fate === 'created' || fate === 'known') stored++
  }
  return stored
}

/** What became of an entry, with what it is: never what it says. */
function lineOf(taken: Taken, entries: readonly unknown[]) {
  const entry = entries.find((each) => (each as { _id?: unknown } | null)?._id === taken.id)
  const { kind, at } = (entry ?? {}) as { kind?: unknown; at?: unknown }
  return {
    ...taken,
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(typeof at === 'string' ? { at } : {}),
  }
}
