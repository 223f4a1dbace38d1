/** Every screen at the desk: opened cold without a network, for people who see badly, in the dark, with text at 200 %, on a narrow screen. */
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { TestDevice } from '../support/browser.ts'
import { enrol } from './person.ts'
import { formKinds, routeNames, routeOf, settingParts } from './screens/built.ts'
import { misfits } from './screens/fit.ts'
import { ONLINE, SCREENS, type Screen } from './screens/table.ts'
import { tour } from './screens/tour.ts'
import { STAGES, tourVillage, type Stage } from './screens/village.ts'

describe('every screen at the desk', async () => {
  const village = await tourVillage()
  afterAll(() => village.server.close())
  tour('desk', village)

  it('keeps rail and list beside a case where the browser itself enlarges its text by half', async () => {
    const { server, known } = village
    const device = new TestDevice(server.url, STAGES.desk.size, {
      whole: true,
      reducedMotion: 'reduce',
      textSize: 24,
    })
    onTestFinished(() => device.dispose())
    const page = await device.start('/daftar')
    const { code } = await server.office.desk.codes.make({ officer: STAGES.desk.who, validFor: 600_000 })
    await enrol(page, server.url, code)
    const { busy } = known.desk
    for (const path of [
      '/aduan-masuk',
      `/aduan/${busy}?dari=aduan-masuk`,
      '/buku',
      '/pengaturan',
      '/catat',
    ]) {
      await page.goto(server.url + path)
      await page.getByRole('navigation').getByRole('link', { name: 'Keadaan HP' }).waitFor()
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px')
      expect.soft(await page.evaluate(misfits), path).toEqual([])
    }
  })

  it('or on the phone is looked at: no route, no part of the settings and no form of an act is left out', () => {
    const paths = (screens: Screen[], on: Stage) =>
      screens.flatMap(({ name, path }) => ({ name, path: path(village.known[on]) }))
    const rows = [
      ...paths(ONLINE, 'desk'),
      ...(Object.keys(STAGES) as Stage[]).flatMap((on) => paths(SCREENS[on], on)),
    ].filter(({ path }) => path)
    const routes = new Set(rows.map(({ path }) => routeOf(path!)))
    const names = new Set(rows.map(({ name }) => name))
    expect(routeNames.length).toBeGreaterThan(10)
    expect(formKinds.length).toBeGreaterThan(20)
    expect(routeNames.filter((name) => !routes.has(name))).toEqual([])
    expect(formKinds.filter((kind) => !names.has(`form ${kind}`))).toEqual([])
    const opened = rows.map(({ path }) => path!.replace(/[?#].*/, ''))
    expect(settingParts.length).toBeGreaterThan(10)
    expect(settingParts.filter((part) => !opened.includes(`/pengaturan/${part}`))).toEqual([])
  })
})
