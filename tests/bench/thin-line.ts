/** A line of 50 kbit/s and one second's delay, with twenty photos queued: how soon a word still arrives. */
import type { Page } from 'playwright-core'
import { PEOPLE } from '../support/domain.ts'
import type { TestServer } from '../support/server.ts'
import { nthCase } from './material.ts'
import { newPhone } from './phone.ts'
import { median, note } from './table.ts'

const THIN = { offline: false, latency: 1_000, downloadThroughput: 6_250, uploadThroughput: 6_250 }
const PHOTOS = 20
/** As large as the app makes a photo at most. */
const BYTES = 300_000
const TIMES = 3
const PATIENCE = { timeout: 300_000 }
const CASE = nthCase(2_001)

/** `server` holds cases of Kadus B (`syncing`). */
export async function thinLine(server: TestServer): Promise<void> {
  const phone = await newPhone(server, PEOPLE.kadusB)
  try {
    const page = phone.page!
    await page.evaluate(() => kit.open())
    await page.evaluate(() => kit.device.sendNow())
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', THIN)
    const alone = await arrivals(server, page, 'sendiri', () => atRest(page))
    await queuePhotos(page)
    const beside = await arrivals(server, page, 'bersama foto', () => uploading(page))
    const rest = await page.evaluate(() => kit.device.media.state())
    note({
      what: `a follow-up written while one of ${PHOTOS} photos of ${BYTES / 1000} KB is on its way, 50 kbit/s, 1 s delay: at the centre after`,
      ours: `${seconds(beside)}, ${rest.unsent} photos still waiting`,
      baseline: `the same with no photo queued: ${seconds(alone)}`,
      ratio: (beside / alone).toFixed(1),
    })
  } finally {
    await phone.dispose()
  }
}

const atRest = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => !kit.device.status().running, undefined, PATIENCE)

/** A photo has just set off: the worst moment for whoever writes. */
const uploading = (page: Page): Promise<unknown> =>
  page.waitForRequest(
    (request) => request.method() === 'PUT' && request.url().includes('/api/media/'),
    PATIENCE,
  )

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** How long after saving the centre has it, ms. */
async function arrivals(
  server: TestServer,
  page: Page,
  how: string,
  moment: () => Promise<unknown>,
): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < TIMES; n++) {
    const text = `Sudah dilihat, ${how}, ${n}.`
    await moment()
    const start = performance.now()
    await page.evaluate(followUp, { journal: CASE, text })
    while (!(await has(server, text))) await new Promise((done) => setTimeout(done, 50))
    taken.push(performance.now() - start)
  }
  return median(taken)
}

const has = async (server: TestServer, text: string): Promise<boolean> =>
  (await server.archive.entriesOf(CASE)).some(({ kind, data }) => kind === 'followedUp' && data.text === text)

async function followUp({ journal, text }: { journal: string; text: string }): Promise<void> {
  const entry = { journal, kind: 'followedUp', data: { how: 'action', text } }
  if (!(await kit.device.append([entry])).ok) throw new Error('not saved')
}

async function queuePhotos(page: Page): Promise<void> {
  await page.evaluate(
    async ({ journal, count, bytes }) => {
      const attachments: object[] = []
      for (let n = 0; n < count; n++) {
        const photo = await kit.photo(`foto ${n}`, bytes)
        if (!(await kit.device.media.keep(photo)).ok) throw new Error('not kept')
        attachments.push(photo.attachment)
      }
      const parts = [attachments.slice(0, 10), attachments.slice(10)]
      const entries = parts.map((each) => ({
        journal,
        kind: 'note',
        data: { text: 'Foto', attachments: each },
      }))
      if (!(await kit.device.append(entries)).ok) throw new Error('not saved')
    },
    { journal: CASE, count: PHOTOS, bytes: BYTES },
  )
}
