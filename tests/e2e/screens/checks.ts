/** What every screen is held to: nothing for axe to complain of, and nothing that does not fit. */
import { readFileSync } from 'node:fs'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { PHONE } from '../../support/browser.ts'
import { misfits, smallTargets } from './fit.ts'

type Axe = typeof axe

/** The small one: a page has it in half the time. */
const SOURCE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** Violations as one line each; an open dialog is looked at alone, for nothing behind it can be reached. */
export async function axeFaults(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
  return page.evaluate(async (only) => {
    const { axe } = window as unknown as { axe: Axe }
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)))
    const context = document.querySelector<HTMLElement>('dialog[open]') ?? document
    const { violations } = await axe.run(context, {
      resultTypes: ['violations'],
      preload: false, // no rule in use reads style sheets or films
      ...(only ? { runOnly: only } : {}),
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    )
  }, rules)
}

/** The contrast of the dark colours; everything else is the same as in the light ones. */
export async function darkFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const faults = await axeFaults(page, ['color-contrast'])
  await page.emulateMedia({ colorScheme: 'light' })
  return faults
}

/** What does not fit, on the device's own screen and on a phone, with text as it is and at 200 %. */
export async function sizeFaults(page: Page): Promise<string[]> {
  const own = page.viewportSize()!
  const sizes = own.width > PHONE.width ? [own, PHONE] : [own]
  const faults: string[] = []
  for (const size of sizes) faults.push(...(await faultsAt(page, size)))
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  // Chromium asks container queries in rem anew only when the container changes its size.
  if (sizes.length === 1) await page.setViewportSize({ ...own, width: own.width - 1 })
  for (const size of sizes) faults.push(...(await faultsAt(page, size, '200 %')))
  await page.evaluate(() => (document.documentElement.style.fontSize = ''))
  await page.setViewportSize(own)
  return faults
}

type Size = typeof PHONE

async function faultsAt(page: Page, size: Size, text?: string): Promise<string[]> {
  await page.setViewportSize(size)
  const faults = [
    ...(await page.evaluate(misfits)),
    ...(text ? [] : (await page.evaluate(smallTargets)).map((one) => `too small to hit: ${one}`)),
  ]
  return faults.map((fault) => `${[size.width, text].filter(Boolean).join(' px at ')}: ${fault}`)
}
