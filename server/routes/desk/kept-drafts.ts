/** Drafts out of rescue files: kept for their author alone, until another phone of theirs has taken them over. */
import { createHash } from 'node:crypto'
import type { RescuedDraft } from '../../../src/domain/rescue.ts'
import { dayOf } from '../../../src/domain/time.ts'
import { getDoc, readIds, readRange, removeDoc, upsert, type Db } from '../../couch/index.ts'

/** Who wrote it, and on which phone. */
export interface Writer {
  officer: string
  device: string
}

export interface DraftFile {
  hash: string
  type: string
  bytes: Uint8Array
}

export interface KeptDraft {
  /** By this it is taken out again. */
  key: string
  draft: RescuedDraft
  files: { hash: string; type: string }[]
}

export interface KeptDrafts {
  /** Keeps what was not taken over before; answers how many wait now of this phone. */
  keep(writer: Writer, drafts: readonly RescuedDraft[], files: readonly DraftFile[]): Promise<number>
  /** How many wait for this phone: those of the officer's other ones. */
  count(reader: Writer): Promise<number>
  list(reader: Writer): Promise<KeptDraft[]>
  /** The bytes of a file that one of the officer's drafts names. */
  file(officer: string, hash: string): Promise<Buffer | undefined>
  /** It is on another phone now: here it goes. */
  taken(officer: string, key: string): Promise<void>
  /** What waits for another phone, by the phone that it is from. */
  waiting(): Promise<Map<string, DraftsWaiting>>
  /** Takes out what is over its day; answers how many drafts those were. */
  sweep(now?: number): Promise<number>
}

/** So many, and the day on which the first of them goes. */
export interface DraftsWaiting {
  count: number
  until: string
}

interface Doc {
  draft: RescuedDraft
  files: KeptDraft['files']
  keptAt: string
}

/** What nobody has fetched for so long goes, on the day that *Keadaan HP* tells all the while: it holds names of complainants. */
const KEEP_MS = 60 * 86_400_000

const DRAFT = 'draft:'
const FILE = 'draft-file:'
/** That a draft was taken over, as of which change of it. */
const TAKEN = 'draft-taken:'

const lastMoment = (keptAt: string): number => Date.parse(keptAt) + KEEP_MS

const keyOf = (device: string, id: string): string =>
  `${device}:${createHash('sha256').update(id).digest('base64url').slice(0, 22)}`

/** The kept drafts of a desk database. */
export function openKeptDrafts(desk: Db): KeptDrafts {
  const docsOf = (officer: string) => readRange<Doc>(desk, { prefix: `${DRAFT}${officer}:` })
  const keyIn = (officer: string, id: string) => id.slice(DRAFT.length + officer.length + 1)

  async function remove(id: string): Promise<void> {
    const doc = await getDoc(desk, id)
    if (doc) await removeDoc(desk, id, doc._rev)
  }

  const wasTaken = async (officer: string, key: string, { updatedAt }: RescuedDraft) =>
    ((await getDoc<{ updatedAt: string }>(desk, `${TAKEN}${officer}:${key}`))?.updatedAt ?? '') >= updatedAt

  /** Drafts that are too old, or that a restored backup brought again, and files that no draft names any more. */
  async function sweepOf(officer: string, now = Date.now()): Promise<number> {
    const named = new Set<string>()
    let old = 0
    for (const { _id, keptAt, draft, files } of await docsOf(officer)) {
      const isOld = lastMoment(keptAt) < now
      if (isOld) old++
      if (isOld || (await wasTaken(officer, keyIn(officer, _id), draft))) await remove(_id)
      else for (const { hash } of files) named.add(hash)
    }
    for (const { id } of await readIds(desk, { prefix: `${FILE}${officer}:` }))
      if (!named.has(id.slice(FILE.length + officer.length + 1))) await remove(id)
    return old
  }

  /** Everybody of whom something is kept. */
  async function writers(): Promise<Set<string>> {
    const ids = await Promise.all([DRAFT, FILE].map((prefix) => readIds(desk, { prefix })))
    return new Set(ids.flat().map(({ id }) => id.split(':')[1]!))
  }

  return {
    async keep({ officer, device }, drafts, files) {
      let waits = 0
      for (const draft of drafts) {
        const key = keyOf(device, draft.id)
        if (await wasTaken(officer, key, draft)) continue
        const text = JSON.stringify(draft.data) ?? ''
        const own = files.filter(({ hash }) => text.includes(hash))
        for (const { hash, bytes } of own)
          await upsert<{ bytes: string }>(desk, `${FILE}${officer}:${hash}`, (old) =>
            old ? undefined : { bytes: Buffer.from(bytes).toString('base64') },
          )
        const named = own.map(({ hash, type }) => ({ hash, type }))
        const keptAt = new Date().toISOString()
        await upsert<Doc>(desk, `${DRAFT}${officer}:${key}`, (old) =>
          old && old.draft.updatedAt >= draft.updatedAt ? undefined : { draft, files: named, keptAt },
        )
        waits++
      }
      await sweepOf(officer)
      return waits
    },
    async count({ officer, device }) {
      const ids = await readIds(desk, { prefix: `${DRAFT}${officer}:` })
      return ids.filter(({ id }) => !keyIn(officer, id).startsWith(`${device}:`)).length
    },
    async list({ officer, device }) {
      await sweepOf(officer)
      return (await docsOf(officer))
        .map(({ _id, draft, files }) => ({ key: keyIn(officer, _id), draft, files }))
        .filter(({ key }) => !key.startsWith(`${device}:`))
    },
    async file(officer, hash) {
      const doc = await getDoc<{ bytes: string }>(desk, `${FILE}${officer}:${hash}`)
      return doc && Buffer.from(doc.bytes, 'base64')
    },
    async taken(officer, key) {
      const doc = await getDoc<Doc>(desk, `${DRAFT}${officer}:${key}`)
      if (!doc) return
      const { updatedAt } = doc.draft
      await upsert<{ updatedAt: string }>(desk, `${TAKEN}${officer}:${key}`, () => ({ updatedAt }))
      await remove(doc._id)
      await sweepOf(officer)
    },
    async waiting() {
      const waiting = new Map<string, DraftsWaiting>()
      for (const { _id, keptAt } of await readRange<Doc>(desk, { prefix: DRAFT })) {
        const device = _id.split(':')[2]!
        const until = dayOf(new Date(lastMoment(keptAt)).toISOString())
        const known = waiting.get(device) ?? { count: 0, until }
        waiting.set(device, { count: known.count + 1, until: until < known.until ? until : known.until })
      }
      return waiting
    },
    async sweep(now) {
      let old = 0
      for (const officer of await writers()) old += await sweepOf(officer, now)
      return old
    },
  }
}
