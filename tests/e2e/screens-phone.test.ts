/** Every screen on a phone: opened cold without a network, for people who see badly, in the dark, at 200 % text. */
import { afterAll, describe } from 'vitest'
import { tour } from './screens/tour.ts'
import { tourVillage } from './screens/village.ts'

describe('every screen on a phone', async () => {
  const village = await tourVillage()
  afterAll(() => village.server.close())
  tour('phone', village)
})
