/** Every screen that is built: opened cold without a network, for people who see badly, on a narrow phone, in the dark. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { OFFICERS } from '../../server/demo/people.ts'
import { seedDemo } from '../../server/demo/seed.ts'
import { DESKTOP, picture, PHONE, TestDevice } from '../support/browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { formKinds, routeNames, routeOf } from './screens/built.ts'
import { axeFaults, darkFaults, narrowFaults } from './screens/checks.ts'
import { callMeeting, knownOf, type Known } from './screens/known.ts'
import { ONLINE, SCREENS, type Screen } from './screens/table.ts'
import { enrol } from './person.ts'

const officer = (position: string) => OFFICERS.find((one) => one.position === position)!.id
const stages = [
  { on: 'phone', who: officer('kepalaDusun'), size: PHONE, home: 'Tugas' },
  { on: 'desk', who: officer('petugasPengelola'), size: DESKTOP, home: 'Aduan masuk' },
] as const

describe('every screen', () => {
  let server: TestServer
  const devices = {} as Record<'phone' | 'desk', TestDevice>
  const known = {} as Record<'phone' | 'desk', Known>
  const visited = { routes: new Set<string | undefined>(), forms: new Set<string>() }

  beforeAll(async () => {
    server = await startTestServer()
    await seedDemo(server.archive, Date.now())
    await server.office.postman.settled()
    for (const { on, who, size } of stages) {
      devices[on] = new TestDevice(server.url, size)
      known[on] = await knownOf(server, who)
    }
    await callMeeting(server, known)
  })
  afterAll(async () => {
    await Promise.all(Object.values(devices).map((device) => device.dispose()))
    await server?.close()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(devices)
  })

  const page = (on: 'phone' | 'desk') => devices[on].page!

  it.each(stages)('of enrolment, on the $on', async ({ on, who, home }) => {
    const opened = await devices[on].start('/daftar')
    await opened.getByRole('button', { name: /^Daftarkan (HP|komputer) ini$/ }).waitFor()
    await hold(opened)
    const { code } = await server.office.desk.codes.make({ officer: who, validFor: 600_000 })
    await enrol(opened, server.url, code)
    await opened.getByRole('heading', { name: home, exact: true }).waitFor()
    await devices[on].ready(opened)
    visited.routes.add(routeOf('/daftar'))
  })

  it.each(ONLINE)('that needs the centre: $name', (screen) => check('desk', screen))

  describe.each(stages)('on the $on, opened cold without a network', ({ on }) => {
    beforeAll(async () => {
      await everythingHere(page(on), known[on])
      await devices[on].quit()
      await devices[on].start('/', { offline: true })
    })

    it.for(SCREENS[on])('$name', async (screen, { skip }) => {
      skip(!screen.path(known[on]), 'nothing in the village to do it with')
      await check(on, screen)
    })
  })

  /** Opens a screen and holds it against everything that a screen must do. */
  async function check(on: 'phone' | 'desk', screen: Screen): Promise<void> {
    const path = screen.path(known[on])!
    await page(on).goto(server.url + path)
    await screen.then?.(page(on))
    await page(on).getByText(screen.shows).filter({ visible: true }).first().waitFor()
    await hold(page(on))
    expect.soft(devices[on].errors.splice(0)).toEqual([])
    visited.routes.add(routeOf(path))
    visited.forms.add(screen.name)
  }

  async function hold(opened: Page): Promise<void> {
    expect.soft(await axeFaults(opened)).toEqual([])
    expect.soft(await darkFaults(opened)).toEqual([])
    expect.soft(await narrowFaults(opened)).toEqual([])
  }

  /** The mailbox has arrived: the newest thing in it can be opened. */
  async function everythingHere(opened: Page, { meeting }: Known): Promise<void> {
    await opened.goto(`${server.url}/rapat/${meeting}`)
    await opened.getByText('Aduan yang dibahas').waitFor()
  }

  it('was looked at: no route and no form of an act is left out', () => {
    expect(routeNames.length).toBeGreaterThan(10)
    expect(formKinds.length).toBeGreaterThan(20)
    expect(routeNames.filter((name) => !visited.routes.has(name))).toEqual([])
    expect(formKinds.filter((kind) => !visited.forms.has(`form ${kind}`))).toEqual([])
  })
})
