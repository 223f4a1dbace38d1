/** A complaint of the public form: its photos, its identity and at last its registration, by which it is one. */
import { VERSION, type DataOf, type Entry } from '../../src/domain/entries.ts'
import { CENTRE, entryId } from '../../src/domain/ids.ts'
import type { Attachment } from '../../src/domain/kinds/fields.ts'
import type { Acceptance } from './accept.ts'
import type { Files } from './files.ts'
import { readJournal } from './journals.ts'
import { stamp } from './stamp.ts'
import { createAll } from './write.ts'

export interface Received {
  /** Made of what was submitted: who sends the same again means the same complaint. */
  id: string
  registered: DataOf<'registered'>
  /** Empty where nothing of it was given. */
  identity: DataOf<'identityGiven'>
  photos: readonly { attachment: Attachment; bytes: Uint8Array }[]
}

/**
 * Writes it once. The registration comes last: what a crash leaves behind without one is no complaint, its code was
 * given to nobody, and to send it again completes it.
 */
export async function receive(
  on: Acceptance,
  files: Files,
  { id, registered, identity, photos }: Received,
): Promise<'created' | 'known'> {
  const known = await readJournal(on.archive, id)
  if (known.some(({ kind }) => kind === 'registered')) return 'known'
  for (const { attachment, bytes } of photos) await files.bring({ attachment, by: CENTRE }, bytes)
  if (known.length === 0 && Object.keys(identity).length > 0)
    await write(on, id, { counter: 2, kind: 'identityGiven', data: identity })
  await write(on, id, { counter: 1, kind: 'registered', data: registered })
  return 'created'
}

interface Draft {
  counter: number
  kind: Entry['kind']
  data: unknown
}

async function write({ archive, orders, clock }: Acceptance, id: string, draft: Draft): Promise<void> {
  const { counter, kind, data } = draft
  const ticket = await orders.take(1)
  try {
    const at = new Date(clock()).toISOString()
    const entry = { _id: entryId(id, counter, CENTRE), kind, v: VERSION, by: CENTRE, at, data } as Entry
    await createAll(archive, [stamp(entry, { at, order: ticket.orders[0]!, offset: 0 })])
  } finally {
    ticket.done()
  }
}
