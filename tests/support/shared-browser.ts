/** One browser for the devices that are never switched off, for all test files of a worker: to start one costs seconds. */
import { chromium, type Browser } from 'playwright-core'
import { afterEachFile } from './after-files.ts'
import { launching } from './browser.ts'

let browser: Promise<Browser> | undefined

/** Starts it when it is first needed; it ends with the worker. */
export const sharedBrowser = (): Promise<Browser> => (browser ??= chromium.launch(launching()))

/** What a test file has left open in it. */
afterEachFile(async () => {
  const open = (await browser)?.contexts() ?? []
  await Promise.all(open.map((context) => context.close()))
})
