/** The first sync of a phone, and a cycle with nothing to do, against the stock replicator. */
import type { Page, Request } from 'playwright-core'
import { PEOPLE } from '../support/domain.ts'
import type { TestServer } from '../support/server.ts'
import { casesOf, ENTRIES } from './material.ts'
import { RATES, newPhone, throttle } from './phone.ts'
import { compare, median, note } from './table.ts'

const CASES = 400
const FROM = 2_000
const TIMES = 3

/** Another officer's mailbox: 2,000 entries of 400 cases. */
export async function syncing(server: TestServer): Promise<void> {
  await server.archive.seed(casesOf(PEOPLE.kadusB, CASES, FROM))
  await server.office.postman.settled()
  for (const rate of RATES) await firstSyncs(server, rate)
}

async function firstSyncs(server: TestServer, rate: number): Promise<void> {
  const rounds: Round[] = []
  for (let n = 0; n < TIMES; n++) rounds.push(await firstSync(server, rate, n === TIMES - 1))
  const of = (key: keyof Round) => median(rounds.map((round) => round[key]))
  const cpu = `${rate}×`
  const what = `first sync of ${CASES * ENTRIES} entries`
  compare(`${what}: list of cases readable`, of('usable'), 'stock PouchDB, batch 100', of('stock'), cpu)
  compare(`${what}: all stored and folded`, of('whole'), 'stock PouchDB, batch 100', of('stock'), cpu)
  compare(`${what}: all stored and folded`, of('whole'), 'stock PouchDB, batch 1000', of('large'), cpu)
}

interface Round {
  stock: number
  large: number
  usable: number
  whole: number
}

/** Everything once, on a phone of its own. */
async function firstSync(server: TestServer, rate: number, last: boolean): Promise<Round> {
  const phone = await newPhone(server, PEOPLE.kadusB)
  try {
    const page = phone.page!
    await throttle(page, rate)
    const stock = await page.evaluate(replicateStock, 100)
    const ours = await page.evaluate(syncOurs, CASES)
    const large = await page.evaluate(replicateStock, 1000)
    if (last && rate === 1) await idle(page)
    return { stock, large, ...ours }
  } finally {
    await phone.dispose()
  }
}

async function replicateStock(batch: number): Promise<number> {
  const Stock = await kit.withReplication()
  const target = new Stock(`stock-${batch}`, { adapter: 'idb' })
  await target.info()
  const start = performance.now()
  const { docs_written } = await target.replicate.from(new Stock(`${location.origin}/sync/inbox`), {
    batch_size: batch,
  })
  if (docs_written < 2_000) throw new Error(`${docs_written} documents`)
  return performance.now() - start
}

async function syncOurs(count: number): Promise<{ usable: number; whole: number }> {
  const start = performance.now()
  await kit.open()
  let usable: number | undefined
  const watch = async () => {
    while ((await kit.device.cases()).length < count) await new Promise((done) => setTimeout(done, 20))
    usable = performance.now() - start
  }
  const watching = watch()
  await kit.device.sendNow()
  const whole = performance.now() - start
  await watching
  return { usable: usable!, whole }
}

/** What a cycle costs a data bundle when there is nothing to do. */
async function idle(page: Page): Promise<void> {
  const sends = () => page.evaluate(() => kit.device.sendNow())
  const replicates = () => page.evaluate(replicateIdle)
  for (const task of [sends, replicates]) for (let n = 0; n < 3; n++) await task()
  const ours = await usual(page, sends)
  const stock = await usual(page, replicates)
  const words = ({ requests, bytes }: Traffic) => `${requests} requests, ${bytes} bytes`
  const baseline = `stock PouchDB, push and pull: ${words(stock)}`
  const what = 'a sync cycle with nothing to do (ours tells its state and hears the ticks, too)'
  note({ what, ours: words(ours), baseline, ratio: `${(ours.bytes / stock.bytes).toFixed(2)} (bytes)` })
}

async function replicateIdle(): Promise<void> {
  const Stock = await kit.withReplication()
  const door = (name: string) => new Stock(`${location.origin}/sync/${name}`)
  await new Stock('stock-out', { adapter: 'idb' }).replicate.to(door('outbox'), {})
  await new Stock('stock-1000', { adapter: 'idb' }).replicate.from(door('inbox'), {})
}

interface Traffic {
  requests: number
  bytes: number
}

/** The middle one of several times. */
async function usual(page: Page, task: () => Promise<unknown>): Promise<Traffic> {
  const seen: Traffic[] = []
  for (let n = 0; n < 5; n++) seen.push(await traffic(page, task))
  const middle = median(seen.map(({ bytes }) => bytes))
  return seen.find(({ bytes }) => bytes === middle)!
}

/** What goes over the line meanwhile: requests and answers as HTTP/1.1 writes them. Waiting polls are left out. */
async function traffic(page: Page, task: () => Promise<unknown>): Promise<Traffic> {
  const seen: Request[] = []
  const see = (request: Request) => void (request.url().includes('longpoll') || seen.push(request))
  page.on('request', see)
  await task()
  await page.waitForTimeout(200)
  page.off('request', see)
  const sizes = await Promise.all(seen.map(sizeOf))
  return { requests: seen.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

async function sizeOf(request: Request): Promise<number> {
  const response = (await request.response())!
  const { pathname, search } = new URL(request.url())
  const first = `${request.method()} ${pathname}${search} HTTP/1.1`
  const heads =
    textOf(first, await request.headersArray()) + textOf('HTTP/1.1 200 OK', await response.headersArray())
  const body = Number((await response.headerValue('content-length')) ?? 0)
  return heads + (request.postData()?.length ?? 0) + body
}

const textOf = (first: string, headers: { name: string; value: string }[]): number =>
  [first, ...headers.map(({ name, value }) => `${name}: ${value}`), ''].join('\r\n').length + 2
