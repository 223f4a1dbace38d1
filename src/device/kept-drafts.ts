/** What was half typed on another phone of this officer, and came to the centre in a rescue file. */
import type { Attachment } from '../domain/kinds/fields.ts'
import type { Line } from './line.ts'
import type { Local } from './local.ts'
import { sha256 } from './media/hash.ts'
import { storeFile } from './media/keep.ts'
import { ask } from './sync/ask.ts'
import type { Guard } from './sync/guard.ts'
import type { Draft } from './types.ts'

interface Kept {
  key: string
  draft: Draft
  files: { hash: string; type: Attachment['type'] }[]
}

/** Left at the centre for now, and why: what of the same name is being written here. */
const left = new Map<string, string>()

/** Takes over what waits, files first; answers whether there is a draft more. What is half typed here stays as it is. */
export async function takeOver(local: Local, line: Line, guard: Guard, waiting = 0): Promise<boolean> {
  if (waiting <= left.size && (await areHere(local))) return false
  const { drafts } = await ask<{ drafts: Kept[] }>(line, guard, '/api/drafts')
  left.clear()
  let came = false
  for (const kept of drafts) {
    const here = await local.get('drafts', kept.draft.id)
    const isSame = here && JSON.stringify(here.data) === JSON.stringify(kept.draft.data)
    if (isSame || (!here && (await bring(local, line, guard, kept)))) {
      await ask(line, guard, `/api/drafts/${encodeURIComponent(kept.key)}`, { method: 'DELETE' })
      came ||= !here
    } else left.set(kept.key, kept.draft.id)
  }
  return came
}

async function areHere(local: Local): Promise<boolean> {
  const here = await Promise.all([...left.values()].map((id) => local.getKey('drafts', id)))
  return here.every((id) => id !== undefined)
}

/** Stores one with its files. False where a file does not come or finds no room: then it waits as a whole. */
async function bring(local: Local, line: Line, guard: Guard, { draft, files }: Kept): Promise<boolean> {
  const { signal, progress } = guard
  for (const { hash, type } of files) {
    const answer = await guard.while(
      line.request(`/api/drafts/files/${hash}`, {}, { signal, progress }).catch(() => undefined),
    )
    const bytes = answer?.ok ? await answer.arrayBuffer() : undefined
    if (!bytes || (await sha256(bytes)) !== hash) return false
    const row = { hash, type, bytes: bytes.byteLength, state: 'held', entries: [], at: Date.now() } as const
    if (!(await storeFile(local, bytes, { ...row, entries: [] }, (known) => known))) return false
  }
  await local.put('drafts', draft)
  return true
}
