/** The service worker: opens the app without a network, and lets a new version in only when it is asked to. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Phone, harnessWithWorker, servePages } from './support.ts'
import { until } from './village.ts'

let harness: Awaited<ReturnType<typeof harnessWithWorker>>
let pages: Awaited<ReturnType<typeof servePages>>
let phone: Phone

beforeAll(async () => {
  harness = await harnessWithWorker()
  pages = await servePages(harness.folder)
  phone = await new Phone(pages.origin).begin()
  await phone.page.evaluate(() => kit.state.update.start())
  await phone.ready(phone.page)
})

afterAll(async () => {
  await phone?.dispose()
  pages?.close()
  harness?.remove()
})

/** A page keeps this mark until it is loaded anew. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(globalThis, { mark: true }))
const isMarked = (page: Page) => page.evaluate(() => 'mark' in globalThis)

test('any page of the app opens without a network, and a data address is never answered with it', async () => {
  await phone.context.setOffline(true)
  await phone.page.goto(`${pages.origin}/aduan/c0000000000000000?dari=buku`)
  await phone.page.waitForFunction(() => !!globalThis.kit)
  const data = await phone.page.evaluate(() =>
    fetch('/api/session').then(
      () => 'answered',
      () => 'offline',
    ),
  )
  expect(data).toBe('offline')
  await expect(phone.page.goto(`${pages.origin}/api/session`)).rejects.toThrow()
  await phone.context.setOffline(false)
  await phone.page.goto(pages.origin)
})

test('a first install reloads nothing; an update waits until somebody agrees, and then every tab reloads', async () => {
  const second = await phone.tab()
  for (const page of [phone.page, second]) {
    await page.waitForFunction(() => !!globalThis.kit)
    await page.evaluate(() => kit.state.update.start())
    await mark(page)
  }
  publishNewVersion(harness.folder)
  await phone.page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
  await until('the update is offered', () => phone.page.evaluate(() => kit.state.update.available))
  expect(await isMarked(phone.page)).toBe(true)
  await phone.page.evaluate(() => kit.state.update.apply())
  for (const page of [phone.page, second]) {
    await page.waitForFunction(() => !!globalThis.kit && !('mark' in globalThis))
    expect(await page.evaluate(() => document.title)).toBe('versi baru')
  }
  await second.close()
})

/** What a new build does to the folder: another index.html, named in another service worker. */
function publishNewVersion(folder: string): void {
  const index = join(folder, 'index.html')
  writeFileSync(index, readFileSync(index, 'utf8').replace(/<title>.*<\/title>/, '<title>versi baru</title>'))
  const worker = join(folder, 'sw.js')
  const listed = readFileSync(worker, 'utf8').replace(/(revision"?:\s*")([0-9a-f]+)/g, '$1f$2')
  writeFileSync(worker, listed)
  appendFileSync(worker, '\n// versi baru\n')
}
