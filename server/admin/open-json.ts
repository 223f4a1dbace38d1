/**
 * Everything that was ever written, as one open JSON file for whatever comes after this app: `{kentongan, v, village, at,
 * entries}`, the entries as docs/protocol.md describes them, in key order. Photos are not in it: a backup has them.
 */
import { parseEntryId } from '../../src/domain/ids.ts'
import type { Office } from '../routes/office.ts'
import { writeWhole } from './whole-file.ts'

/** Writes the file, readable by its owner alone, and answers how many entries are in it. It is whole or not there. */
export async function writeOpenJson({ village, archive }: Office, file: string): Promise<number> {
  let entries = 0
  async function* text() {
    const head = { kentongan: 'open', v: 1, village, at: new Date().toISOString() }
    yield `${JSON.stringify(head).slice(0, -1)},"entries":[`
    for await (const line of archive.exportAll()) {
      const { db, doc } = JSON.parse(line) as { db?: string; doc?: { _id: string } }
      // The files come last, and no entry is among them.
      if (db === 'media') break
      if (db !== 'archive' || !doc || !parseEntryId(doc._id)) continue
      yield `${entries ? ',' : ''}\n${JSON.stringify(doc)}`
      entries += 1
    }
    yield '\n]}\n'
  }
  await writeWhole(file, text())
  return entries
}
