/** What we ask of PouchDB's idb adapter, tried on the real thing in a real browser. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Phone, sharedHarness, servePages } from './support.ts'

let harness: string
let pages: Awaited<ReturnType<typeof servePages>>
let phone: Phone

beforeAll(async () => {
  harness = await sharedHarness()
  pages = await servePages(harness)
  phone = await new Phone(pages.origin).begin()
})

afterAll(async () => {
  await phone.dispose()
  pages.close()
})

beforeEach(async () => {
  await phone.page.reload()
  await phone.page.waitForFunction(() => !!globalThis.kit)
})

test('a pulled deletion leaves the old body readable until the document is compacted, and none of it after', async () => {
  const dumps = await phone.page.evaluate(async () => {
    await kit.withReplication()
    const centre = kit.openPouch('removal-centre')
    const inbox = kit.openPouch('removal-in')
    const put = (rev?: string, deleted?: boolean) =>
      centre.put({
        _id: 'a',
        ...(rev ? { _rev: rev } : {}),
        ...(deleted ? { _deleted: true } : { text: 'SECRET' }),
      } as never)
    const { rev } = await put()
    await inbox.replicate.from(centre)
    await put(rev, true)
    await centre.compact()
    await inbox.replicate.from(centre)
    const only = async () =>
      (await kit.dump())
        .split('\n')
        .filter((line) => line.includes('removal-in/'))
        .join('\n')
    const before = await only()
    await kit.eraseOldBodies(inbox, 'a')
    return { before, after: await only() }
  })
  expect(dumps.before).toContain('SECRET')
  expect(dumps.after).not.toContain('SECRET')
})

test('a document that came back after its removal is erased whole when it is removed again', async () => {
  const after = await phone.page.evaluate(async () => {
    await kit.withReplication()
    const centre = kit.openPouch('revival-centre')
    const inbox = kit.openPouch('revival-in')
    const write = (fields: object) => centre.put({ _id: 'a', ...fields } as never)
    const pull = () => inbox.replicate.from(centre)
    const first = await write({ text: 'SECRET one' })
    await pull()
    await write({ _rev: first.rev, _deleted: true })
    await pull()
    const second = await write({ text: 'SECRET one' })
    await pull()
    const shown = (await inbox.get('a')) as unknown as { text: string }
    await write({ _rev: second.rev, _deleted: true })
    await pull()
    await kit.eraseOldBodies(inbox, 'a')
    const raw = (await kit.dump())
      .split('\n')
      .filter((line) => line.includes('revival-in/'))
      .join('\n')
    return { shown: shown.text, raw }
  })
  expect(after.shown).toBe('SECRET one')
  expect(after.raw).not.toContain('SECRET')
})

test('a purged document is gone without a tombstone, and nothing of it is pushed', async () => {
  const result = await phone.page.evaluate(async () => {
    await kit.withReplication()
    const out = kit.openPouch('purge-out')
    const centre = kit.openPouch('purge-centre')
    await out.bulkDocs([{ _id: 'a', text: 'SECRET' }, { _id: 'b' }] as never[])
    await kit.rawPurge('_pouch_purge-out', ['a'])
    await out.put({ _id: 'c' } as never)
    await out.replicate.to(centre)
    const ids = (await centre.allDocs()).rows.map(({ id }) => id)
    const raw = (await kit.dump())
      .split('\n')
      .filter((line) => line.includes('purge-out/'))
      .join('\n')
    return { ids, raw, changes: (await centre.changes()).results.map(({ id }) => id) }
  })
  expect(result.ids).toEqual(['b', 'c'])
  expect(result.changes).toEqual(['b', 'c'])
  expect(result.raw).not.toContain('SECRET')
})
