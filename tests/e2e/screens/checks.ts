/** What every screen is held to: nothing for axe to complain of, and nothing wider than the screen. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { PHONE } from '../../support/browser.ts'

type Axe = typeof axe

/** Violations as one line each; an open dialog is looked at alone, for nothing behind it can be reached. */
export async function axeFaults(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
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

/** What is wider than a phone, with text as it is and at 200 %. */
export async function narrowFaults(page: Page): Promise<string[]> {
  const size = page.viewportSize()!
  await page.setViewportSize(PHONE)
  const plain = await tooWide(page)
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  // Chromium asks container queries in rem anew only when the container changes its size.
  await page.setViewportSize({ ...PHONE, width: PHONE.width - 1 })
  await page.setViewportSize(PHONE)
  const large = await tooWide(page)
  await page.evaluate(() => (document.documentElement.style.fontSize = ''))
  await page.setViewportSize(size)
  return [...plain, ...large.map((fault) => `at 200 %: ${fault}`)]
}

/** Elements that scroll sideways, or reach beyond the screen, once the layout has settled (two frames). */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} (${element.textContent?.trim().slice(0, 40)})`
    const root = document.documentElement
    const all = [...(document.querySelector('dialog[open]') ?? document.body).querySelectorAll('*')]
    /** What is said only to screen readers has no width; a field scrolls what is typed in it. */
    const counts = (element: Element) =>
      !element.closest('.aloud, input, select, svg') && getComputedStyle(element).clipPath === 'none'
    const sideways = all.filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 &&
        /auto|scroll|clip|hidden/.test(getComputedStyle(element).overflowX) &&
        counts(element),
    )
    const beyond = all.filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 1 && counts(element),
    )
    return [
      ...(root.scrollWidth > innerWidth ? [`the page is ${root.scrollWidth} px wide`] : []),
      ...sideways.map((element) => `scrolls sideways: ${name(element)}`),
      ...beyond.slice(0, 3).map((element) => `reaches beyond the screen: ${name(element)}`),
    ]
  })
