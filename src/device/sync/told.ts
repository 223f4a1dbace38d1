/** How *Kirim sekarang* ended, in one word: by what the centre had not got before and after. */
import { heldFiles } from '../media/media.ts'
import { waiting } from '../refused.ts'
import type { Store } from '../store.ts'
import type { SendResult } from '../types.ts'
import type { Ended } from './attempt.ts'

export interface NotThere {
  text: number
  files: number
  refused: number
}

/** What the centre has not got, and what it did not take. */
export async function notThere(store: Store): Promise<NotThere> {
  const [text, refused, files] = await Promise.all([
    waiting(store),
    store.local.count('refused'),
    heldFiles(store.local),
  ])
  return { text: text.length, files: files.unsent, refused: refused + files.refused }
}

/** `ended` is undefined where nothing could run. */
export function inOneWord(ended: Ended | undefined, before: NotThere, after: NotThere): SendResult {
  if (!ended) return 'server'
  if (!ended.ok) return ended.trouble.problem === 'lost' ? 'no-session' : ended.trouble.problem
  if (after.refused > before.refused) return 'refused'
  if (after.text) return 'partly'
  if (after.files) return 'files'
  return before.text || before.files ? 'sent' : 'nothing'
}
