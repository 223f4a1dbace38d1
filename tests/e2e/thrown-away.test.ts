/** The browser throws the data away while the app is open: noticed, told, and what the centre holds comes back. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { draftHolds, fieldHolds } from './drafts.ts'
import * as person from './person.ts'
import { bar, Troubled } from './troubled.ts'

const village = new Troubled()
beforeAll(() => village.begin())
afterAll(() => village.end())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await village.picture()
})

describe('data thrown away beneath the running app', () => {
  const SENTENCE = /Peramban telah menghapus data di HP ini\. Data diambil lagi dari pusat/

  /** As developer tools do, or another page of this address. */
  const deleteAll = (page: Page, which: RegExp) =>
    page.evaluate(async (source) => {
      const doomed = (await indexedDB.databases()).filter(({ name }) => new RegExp(source).test(name!))
      await Promise.all(
        doomed.map(
          ({ name }) =>
            new Promise<void>((done, fail) => {
              const request = indexedDB.deleteDatabase(name!)
              request.onsuccess = () => done()
              request.onerror = () => fail(request.error as Error)
            }),
        ),
      )
    }, which.source)

  it.each([
    ['all of it', /kentongan/],
    ['only the mailbox', /-in$/],
    ['only what was written here', /-out$/],
    ['only the register and the drafts', /^kentongan-.*-o[^-]+$/],
  ])(
    '(%s) is noticed and told, what the centre holds comes back, what is on the screen stays',
    async (what, which) => {
      const subject = `Saluran mampat ${what}`
      const journal = await village.give(subject)
      const device = await village.phone(`gone ${what}`)
      const page = device.page!
      await person.openCase(page, subject)
      await person.followUp(page, 'Sudah terkirim')
      await expect.poll(() => village.arrived(journal, 'Sudah terkirim'), person.PATIENCE).toBe(1)
      await bar(page).fill('Sedang diketik')
      await draftHolds(page, 'Sedang diketik')
      await deleteAll(page, which)
      await page.getByText(SENTENCE).waitFor()
      await person.inThread(page, 'Sudah terkirim').waitFor()
      await fieldHolds(bar(page), 'Sedang diketik')
      await draftHolds(page, 'Sedang diketik')
      await person.followUp(page, 'Ditulis sesudahnya')
      await expect.poll(() => village.arrived(journal, 'Ditulis sesudahnya'), person.PATIENCE).toBe(1)
      expect(await village.arrived(journal, 'Sudah terkirim')).toBe(1)
      await page.goto(`${village.server.url}/tugas`)
      await person.openCase(page, subject)
      await person.inThread(page, 'Ditulis sesudahnya').waitFor()
      await device.dispose()
    },
  )

  it('(the whole site’s, the session too) asks for a new code, and then all that was sent comes back', async () => {
    const journal = await village.give('Lampu padam lagi')
    const device = await village.phone('cleared')
    const page = device.page!
    await person.openCase(page, 'Lampu padam lagi')
    await person.followUp(page, 'Terkirim sebelum dihapus')
    await expect.poll(() => village.arrived(journal, 'Terkirim sebelum dihapus'), person.PATIENCE).toBe(1)
    const cdp = await device.context.newCDPSession(page)
    await cdp.send('Storage.clearDataForOrigin', { origin: village.server.url, storageTypes: 'all' })
    await page.getByText(SENTENCE).waitFor()
    await page.getByRole('link', { name: /HP ini tidak lagi dikenal pusat/ }).click()
    await page.getByLabel('Kode pendaftaran').fill(await village.newCode())
    await page.getByRole('button', { name: 'Daftarkan HP ini' }).click()
    await person.openCase(page, 'Lampu padam lagi')
    await person.inThread(page, 'Terkirim sebelum dihapus').waitFor()
    await device.dispose()
  })
})
