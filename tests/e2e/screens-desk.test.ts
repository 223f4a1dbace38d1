/** Every screen at the desk: opened cold without a network, for people who see badly, in the dark, on a narrow screen. */
import { afterAll, describe, expect, it } from 'vitest'
import { formKinds, routeNames, routeOf } from './screens/built.ts'
import { ONLINE, SCREENS, type Screen } from './screens/table.ts'
import { tour } from './screens/tour.ts'
import { STAGES, tourVillage, type Stage } from './screens/village.ts'

describe('every screen at the desk', async () => {
  const village = await tourVillage()
  afterAll(() => village.server.close())
  tour('desk', village)

  it('or on the phone is looked at: no route and no form of an act is left out', () => {
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
  })
})
