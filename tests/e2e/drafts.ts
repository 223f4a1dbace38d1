/** What is half written: in a form, and on a phone's disk as another reader sees it. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { PATIENCE } from '../support/patience.ts'

/** Waits until a field holds this text. */
export const fieldHolds = (field: Locator, text: string): Promise<void> =>
  expect.poll(() => field.inputValue(), PATIENCE).toBe(text)

/** All that is on the disk, as text. */
export const draftsKept = (page: Page): Promise<string> => page.evaluate(readDrafts)

/** Waits until a draft with these words is on the disk. */
export const draftHolds = (page: Page, words: string): Promise<void> =>
  expect.poll(() => draftsKept(page), PATIENCE).toContain(words)

/** Runs in the page. A database that is just being deleted or made is one without drafts, and is left as it is. */
async function readDrafts(): Promise<string> {
  const found: unknown[] = []
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase | undefined>((done) => {
      const open = indexedDB.open(name!)
      open.onupgradeneeded = () => open.transaction!.abort()
      open.onsuccess = () => done(open.result)
      open.onerror = () => done(undefined)
    })
    if (db?.objectStoreNames.contains('drafts')) {
      const all = db.transaction('drafts').objectStore('drafts').getAll()
      await new Promise((done) => (all.onsuccess = all.onerror = done))
      found.push(...(all.result as unknown[]))
    }
    db?.close()
  }
  return JSON.stringify(found)
}
