/** One browser for the devices of a test file that are never switched off: to start one costs seconds. */
import { chromium, type Browser } from 'playwright-core'
import { afterAll } from 'vitest'
import { launching } from './browser.ts'

let browser: Promise<Browser> | undefined

/** Starts it when it is first needed; it closes with the file's last test. */
export const sharedBrowser = (): Promise<Browser> => (browser ??= chromium.launch(launching()))

afterAll(async () => (await browser)?.close())
