/** Goes through every screen of one device and holds each against what a screen must do. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { picture, TestDevice } from '../../support/browser.ts'
import { enrol } from '../person.ts'
import { axeFaults, darkFaults, sizeFaults } from './checks.ts'
import { routeOf } from './built.ts'
import { ONLINE, SCREENS, type Screen } from './table.ts'
import { STAGES, type Stage, type TourVillage } from './village.ts'

/** Registers the tests of a device: enrolment, what needs the centre, and then, cold and without a network, all else. */
export function tour(on: Stage, { server, known, last }: TourVillage): void {
  const { who, size, home } = STAGES[on]
  const device = new TestDevice(server.url, size, { whole: true, reducedMotion: 'reduce' })
  const here = known[on]
  /** Routes that were opened cold. */
  const loaded = new Set<string | undefined>()

  afterAll(() => device.dispose())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture({ [on]: device })
  })

  it('of enrolment', async () => {
    const opened = await device.start('/daftar')
    await opened.getByRole('button', { name: /^Daftarkan (HP|komputer) ini$/ }).waitFor()
    await hold(opened)
    const { code } = await server.office.desk.codes.make({ officer: who, validFor: 600_000 })
    await enrol(opened, server.url, code)
    await opened.getByRole('heading', { name: home, exact: true }).waitFor()
    await device.ready(opened)
  })

  if (on === 'desk') it.each(ONLINE)('that needs the centre: $name', check)

  describe('opened cold without a network', () => {
    beforeAll(async () => {
      await everythingHere()
      await device.quit()
      await device.start('/', { offline: true })
    })

    it.each(SCREENS[on].filter(({ path }) => path(here)))('$name', check)
  })

  async function check(screen: Screen): Promise<void> {
    const page = device.page!
    const path = screen.path(here)!
    const route = routeOf(path)
    await (loaded.has(route) ? turnTo(page, path) : page.goto(server.url + path))
    loaded.add(route)
    // What it shows may also stand in the rail, which is there before the screen is.
    await page.locator('h1').first().waitFor({ state: 'attached' })
    await screen.then?.(page)
    await page.getByText(screen.shows).filter({ visible: true }).first().waitFor()
    await hold(page)
    expect.soft(device.errors.splice(0)).toEqual([])
  }

  async function hold(page: Page): Promise<void> {
    expect.soft(await axeFaults(page)).toEqual([])
    expect.soft(await darkFaults(page)).toEqual([])
    expect.soft(await sizeFaults(page)).toEqual([])
  }

  /** By its own checkpoint the device holds its whole mailbox. */
  async function everythingHere(): Promise<void> {
    const { marks } = server.archive
    const arrived = async () => (await marks.watermarks())[who]?.some(({ order }) => order >= last)
    await vi.waitUntil(arrived, { timeout: 60_000, interval: 200 })
  }
}

/**
 * Within the open app, as by a link: to start it for each screen would take longer than to look at it. By way of a page
 * that is not there, so that nothing of the last one stays.
 */
const turnTo = (page: Page, path: string): Promise<void> =>
  page.evaluate(async (there) => {
    for (const place of ['/entah', there]) {
      history.pushState(null, '', place)
      dispatchEvent(new PopStateEvent('popstate'))
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    }
  }, path)
