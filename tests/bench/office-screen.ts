/** The register at 5,000 cases on the office's screen: from a key or a choice to the picture, and the memory of the page. */
import type { Page } from 'playwright-core'
import { DESKTOP, TestDevice } from '../support/browser.ts'
import { PEOPLE } from '../support/domain.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { casesOf, ENTRIES, villageEntries } from './material.ts'
import { compare, median } from './table.ts'

const CASES = 5_000
/** So many cases are written at once. */
const BATCH = 250
const TIMES = 9
/** What a person takes for at once (issue 4). */
const AT_ONCE_MS = 100
const PATIENCE = { timeout: 600_000 }
/** One letter after the other, as it is typed. */
const TYPED = 'jembatan 4999'

/** The built app on the computer of the petugas, at full speed: her mailbox holds every case. */
export async function officeScreen(): Promise<void> {
  const server = await startTestServer()
  const computer = new TestDevice(server.url, DESKTOP, { whole: true })
  try {
    await fill(server)
    const page = await enrolled(server, computer)
    await allStored(page)
    const opened = await openBook(page)
    const what = (task: string) => `${CASES} cases on the screen: ${task}`
    const tell = (task: string, ms: number) =>
      compare(what(task), ms, 'what a person takes for at once', AT_ONCE_MS)
    tell('the register opened from another place', opened)
    const letters = await typing(page)
    tell('the first letter of a search, what all journals say read', letters[0]!)
    tell('each further letter', median(letters.slice(1)))
    tell('another status chosen', await choosing(page, 'Status', ['open', 'ended', '']))
    tell('another order chosen', await choosing(page, 'Urutkan', ['due', 'oldest', 'newest']))
    console.log(`${CASES} cases on the screen, scripts' memory of the page: ${await megabytes(page)} MB`)
  } finally {
    await computer.dispose()
    await server.close()
  }
}

async function fill(server: TestServer): Promise<void> {
  await server.archive.seed(villageEntries())
  for (let from = 0; from < CASES; from += BATCH)
    await server.archive.seed(casesOf(PEOPLE.kadusA, BATCH, from))
  await server.office.postman.settled()
}

async function enrolled(server: TestServer, computer: TestDevice): Promise<Page> {
  const { code } = await server.office.desk.codes.make({ officer: PEOPLE.petugas, validFor: 600_000 })
  const page = await computer.start(`/daftar#${code}`)
  await page.getByRole('button', { name: /^Daftarkan (HP|komputer) ini$/ }).click()
  await toIntake(page)
  return page
}

async function toIntake(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Aduan masuk/ })
    .first()
    .click(PATIENCE)
  await page.getByRole('heading', { name: 'Aduan masuk', exact: true }).waitFor(PATIENCE)
}

/** From the click to the picture, where the page was open before. */
async function openBook(page: Page): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < TIMES; n++) {
    taken.push(await untilDrawn(page, { link: '/buku' }))
    await page
      .getByText(`${CASES.toLocaleString('id-ID')} aduan`, { exact: true })
      .first()
      .waitFor(PATIENCE)
    await toIntake(page)
  }
  await untilDrawn(page, { link: '/buku' })
  return median(taken)
}

/** Until the mailbox has been copied whole. */
async function allStored(page: Page): Promise<void> {
  await page.waitForFunction(stored, CASES * ENTRIES, { ...PATIENCE, polling: 1_000 })
}

async function stored(count: number): Promise<boolean> {
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('_pouch_') || !/-in(-\d+)?$/.test(name)) continue
    const opening = indexedDB.open(name)
    await new Promise((done) => (opening.onsuccess = done))
    const asked = opening.result.transaction('document-store').objectStore('document-store').count()
    await new Promise((done) => (asked.onsuccess = done))
    opening.result.close()
    if (asked.result >= count) return true
  }
  return false
}

async function typing(page: Page): Promise<number[]> {
  const taken: number[] = []
  for (let end = 1; end <= TYPED.length; end++)
    taken.push(await untilDrawn(page, { field: 'input[type=search]', value: TYPED.slice(0, end) }))
  await untilDrawn(page, { field: 'input[type=search]', value: '' })
  return taken
}

async function choosing(page: Page, label: string, values: readonly string[]): Promise<number> {
  await page
    .locator('summary', { hasText: 'Saringan' })
    .evaluate((one) => ((one.parentElement as HTMLDetailsElement).open = true))
  const id = await page.getByLabel(label, { exact: true }).first().getAttribute('id')
  const taken: number[] = []
  for (const value of values) taken.push(await untilDrawn(page, { field: `[id="${id}"]`, value }))
  return median(taken)
}

/** Does it in the page, and waits for the frame in which it shows: no way between test and browser is counted. */
const untilDrawn = (page: Page, act: { link: string } | { field: string; value: string }): Promise<number> =>
  page.evaluate(async (act) => {
    const start = performance.now()
    if ('link' in act) document.querySelector<HTMLElement>(`a[href="${act.link}"]`)!.click()
    else {
      const field = document.querySelector<HTMLInputElement>(act.field)!
      field.value = act.value
      field.dispatchEvent(new Event(field.matches('select') ? 'change' : 'input', { bubbles: true }))
    }
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))
    return performance.now() - start
  }, act)

async function megabytes(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return (usedSize / 1e6).toFixed(1)
}
