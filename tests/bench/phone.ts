/** A phone to measure on: real Chromium, a profile of its own, at a chosen CPU throttle. */
import type { Page } from 'playwright-core'
import { PHONE, TestDevice } from '../support/browser.ts'
import type { TestServer } from '../support/server.ts'
import './kit.ts'

/** A phone that has opened the page, enrolled, but not opened its store. */
export async function newPhone(server: TestServer, officer: string): Promise<TestDevice> {
  const phone = new TestDevice(server.url, PHONE, { whole: true })
  const page = await phone.start()
  await ready(page)
  const { code } = await server.office.desk.codes.make({ officer, validFor: 600_000 })
  await page.evaluate((given) => kit.enrol(given, 'bench'), code)
  return phone
}

/** Loads the page anew, as a cold start does. */
export async function afresh(page: Page): Promise<void> {
  await page.reload()
  await ready(page)
}

const ready = (page: Page) => page.waitForFunction(() => !!globalThis.kit && !!globalThis.search)

/** Slows the page's CPU down by a factor, until it is set anew. */
export async function throttle(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

/** The throttles at which everything on the phone is measured. */
export const RATES = [1, 4] as const
