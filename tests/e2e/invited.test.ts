/** Who is invited without holding the case sees what the meeting is about, and not who complained. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { newOfficerId } from '../../src/domain/ids.ts'
import { addDays, dayOf } from '../../src/domain/time.ts'
import { DESKTOP, picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'
import { axeFaults, sizeFaults } from './screens/checks.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadus] = [officer(1), officer(2)] as [string, string]

let server: TestServer
const devices: Record<string, TestDevice> = {}

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
    { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
  )
  await server.set('profile', { name: 'Contohrejo' })
  await server.set('dusun', [
    { name: 'Anggrek', rw: [] },
    { name: 'Melati', rw: [] },
  ])
})
afterAll(async () => {
  await Promise.all(Object.values(devices).map((device) => device.dispose()))
  await server?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(devices)
})

async function open(name: string, who: string, size?: typeof DESKTOP) {
  const device = (devices[name] = new TestDevice(server.url, size, { within: sharedBrowser }))
  const page = await device.start()
  const { code } = await server.office.desk.codes.make({ officer: who, validFor: 600_000 })
  await person.enrol(page, server.url, code)
  return page
}

it('the meeting tells its subject, number and place to an invitee, without the complainant', async () => {
  const desk = await open('inviting', petugas, DESKTOP)
  await person.captureAtDesk(desk, {
    name: 'Slamet Rahasia',
    phone: '0812 0000 0088',
    subject: 'Batas tanah bergeser',
    description: 'Patoknya dicabut orang.',
    dusun: 'Melati',
  })
  await desk.goto(`${server.url}/aduan-masuk`)
  await person.openCase(desk, 'Batas tanah bergeser')
  await person.callMeeting(desk, addDays(dayOf(new Date().toISOString()), 1), 'Kadus Anggrek')
  const phone = await open('invited', kadus)
  await phone.getByRole('link', { name: 'Rapat', exact: true }).click()
  await phone.getByRole('link', { name: /Batas tanah bergeser/ }).click()
  await phone.getByText('Batas tanah bergeser', { exact: false }).nth(1).waitFor()
  await phone.getByText('Jalan/jembatan/drainase · Melati').waitFor()
  await phone.getByText(/Aduan yang tidak ada di/).waitFor()
  expect(await phone.getByText(/Slamet|0088|Patoknya/).count()).toBe(0)
  expect([...(await axeFaults(phone)), ...(await sizeFaults(phone))]).toEqual([])
})
