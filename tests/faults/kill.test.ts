/**
 * Promise 1 of the design against `kill -9`: of the server in the middle of a push, and of the browser in the moment
 * in which it says saved. SEED=… repeats the dice of a run, ROUNDS=… makes it longer.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { audienceOf } from '../../src/domain/audience.ts'
import type { Entry } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { newOfficerId, VILLAGE } from '../../src/domain/ids.ts'
import { dayOf } from '../../src/domain/time.ts'
import { foldVillage } from '../../src/domain/village.ts'
import { Pouch, temporaryDir } from '../couch/support.ts'
import { Phone } from '../doors/support.ts'
import { draftsKept } from '../e2e/drafts.ts'
import * as person from '../e2e/person.ts'
import { PHONE, picture, TestDevice } from '../support/browser.ts'
import { TestBrowser } from '../support/browser-session.ts'
import { Installed } from '../support/installed.ts'
import { dice } from './dice.ts'
import { bare } from './phone.ts'

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)
const ROUNDS = Number(process.env.ROUNDS ?? 4)
const CASES = 20
const BATCH = 15
const BATCHES = (CASES * 3) / BATCH
const PATIENCE = { timeout: 60_000, interval: 200 }

describe(`what was called saved (SEED=${SEED})`, () => {
  const chance = dice(SEED)
  const [kadusA, kadusB] = [newOfficerId(chance.bytes(16)), newOfficerId(chance.bytes(16))]
  /** Subjects of the complaints that the browser's phone said were saved. */
  const captured: string[] = []
  let village: Installed
  /** Stock clients: the office, and a phone with very much to send. */
  let office: Phone, stock: Phone
  let browser: TestDevice
  let page: Page

  const codeFor = async (officer: string) => {
    const { body } = await office.caller.call<{ code: string }>('POST', `/api/officers/${officer}/code`)
    return body.code
  }
  const enrol = async (code: string) =>
    new Phone(village.url, await new TestBrowser(village.url).enrol(code), await temporaryDir())

  beforeAll(async () => {
    village = await Installed.build()
    await village.start()
    office = await enrol(await village.firstCode())
    await office.pull()
    const dusun = ['Anggrek', 'Dahlia'].map((name) => ({ name, rw: [] }))
    await office.write(VILLAGE, 'settingChanged', { key: 'dusun', value: dusun })
    for (const [officer, name] of [
      [kadusA, 'Anggrek'],
      [kadusB, 'Dahlia'],
    ] as const) {
      const held = { term: `term-${name}`, officer, position: 'kepalaDusun', dusun: name, from: '2020-01-01' }
      await office.write(VILLAGE, 'officerRecorded', { officer, name: `Kadus ${name}` })
      await office.write(VILLAGE, 'positionHeld', { ...held, position: 'kepalaDusun' })
    }
    expect((await office.push()).denied).toEqual([])
    stock = await enrol(await codeFor(kadusB))
    browser = new TestDevice(village.url, PHONE, { whole: true })
    page = await browser.start()
    await person.enrol(page, village.url, await codeFor(kadusA))
    await browser.ready(page)
    // Chromium writes cookies down half a minute later, or when it is closed.
    await browser.quit()
    page = await browser.start('/tugas')
  })
  afterAll(async () => {
    await Promise.all([office?.dispose(), stock?.dispose(), browser?.dispose()])
    await village?.dispose()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture({ killed: browser })
  })

  async function capture(subject: string): Promise<void> {
    await page.goto(`${village.url}/tugas`)
    await person.capture(page, { name: `Pengadu ${subject}`, subject, description: `Uraian ${subject}` })
    captured.push(subject)
  }

  /** The office's whole mailbox: everything that the archive holds, as nobody here is a respondent. */
  async function archived(): Promise<Entry[]> {
    await office.pull()
    const { rows } = await office.in.allDocs({ include_docs: true })
    return rows.map(({ doc }) => doc!)
  }

  /** How often the archive holds a text that was typed here. */
  const arrivals = async (text: string) =>
    (await archived()).filter(({ kind, data }) =>
      kind === 'registered' ? data.subject === text : kind === 'followedUp' && data.text === text,
    ).length

  describe('a server that is killed while phones hand in their work', () => {
    /** Pushes of the stock client that did not come to their end. */
    let cutOff = 0

    it('has everything exactly once after it was started again', async () => {
      for (let round = 0; round < ROUNDS; round++) {
        await browser.context.setOffline(true)
        await capture(`Aduan ronde ${round}`)
        for (let n = 0; n < CASES; n++) await stockpile(`k${round}n${n}z`)
        await (round % 2 ? killDuringPushOfBrowser() : killDuringPushOfStock())
        await village.start()
      }
      await expect.poll(() => push().catch(() => -1), PATIENCE).toBeGreaterThanOrEqual(0)
      await page.goto(`${village.url}/tugas`)
      await person.allSent(page)
      await expect.poll(unnumbered, PATIENCE).toEqual([])
      await everythingIsThereOnce()
      await numbersAreGapless()
      expect(cutOff).toBeGreaterThan(0)
    })

    async function stockpile(name: string): Promise<void> {
      const id = await stock.capture(name, { subject: name, place: { dusun: 'Dahlia' } })
      await stock.write(id, 'identityGiven', { name: `Pengadu ${name}` })
      await stock.write(id, 'note', { text: `Catatan ${name}` })
    }

    /** In batches of their own, so that there is a middle to be killed in. */
    async function push(onBatch?: (n: number) => void): Promise<number> {
      const run = Pouch.replicate(stock.out, stock.door('outbox'), { batch_size: BATCH })
      const denied: unknown[] = []
      let batches = 0
      run.on('denied', (error) => denied.push(error))
      run.on('change', () => onBatch?.(++batches))
      const { docs_written } = await run
      expect(denied).toEqual([])
      return docs_written
    }

    /** When a batch has been acknowledged, the next one is on its way. */
    async function killDuringPushOfStock(): Promise<void> {
      const last = chance.int(1, BATCHES - 1)
      const struck = new Promise<void>((done) => {
        push((n) => void (n === last && strike().then(done))).catch(() => cutOff++)
      })
      await browser.context.setOffline(false)
      await struck
    }

    async function killDuringPushOfBrowser(): Promise<void> {
      const sent = page.waitForRequest((request) => request.url().endsWith('/_bulk_docs'))
      push().catch(() => cutOff++)
      await browser.context.setOffline(false)
      await sent
      await strike()
    }

    /** A random moment after a batch has set off: before, while or after it is written. */
    async function strike(): Promise<void> {
      await new Promise((done) => setTimeout(done, chance.int(0, 30)))
      await village.end('SIGKILL')
    }

    async function ids(phone: Phone): Promise<Set<string>> {
      await phone.pull()
      return new Set((await phone.in.allDocs()).rows.map(({ id }) => id))
    }

    async function unnumbered(): Promise<string[]> {
      const entries = await archived()
      const numbered = new Set(entries.filter(({ kind }) => kind === 'numbered').map(journalOf))
      const cases = entries.filter(({ kind }) => kind === 'registered').map(journalOf)
      return cases.filter((id) => !numbered.has(id))
    }

    async function everythingIsThereOnce(): Promise<void> {
      const entries = await archived()
      const byId = new Map(entries.map((entry) => [entry._id, entry]))
      const { rows } = await stock.out.allDocs({ include_docs: true })
      expect(rows).toHaveLength(ROUNDS * CASES * 3)
      for (const { doc } of rows)
        expect(bare({ ...byId.get(doc!._id)!, arrived: undefined })).toEqual(bare(doc!))
      const subjects = entries.flatMap(({ kind, by, data }) =>
        kind === 'registered' && by === kadusA ? [data.subject] : [],
      )
      expect(subjects.sort()).toEqual([...captured].sort())
      const names = entries.flatMap(({ kind, by, data }) =>
        kind === 'identityGiven' && by === kadusA ? [data.name] : [],
      )
      expect(names.sort()).toEqual(captured.map((subject) => `Pengadu ${subject}`).sort())
    }

    async function numbersAreGapless(): Promise<void> {
      const numbers = (await archived()).flatMap(({ kind, data }) => (kind === 'numbered' ? [data.n] : []))
      const wanted = Array.from({ length: ROUNDS * (CASES + 1) }, (_, i) => i + 1)
      expect(numbers.sort((a, b) => a - b)).toEqual(wanted)
    }

    it('fills every mailbox with exactly its share', async () => {
      const entries = await archived()
      const register = foldVillage(entries.filter((entry) => journalOf(entry) === VILLAGE))
      const today = dayOf(new Date().toISOString())
      const share = [...new Set(entries.map(journalOf))].flatMap((id) => {
        const journal = entries.filter((entry) => journalOf(entry) === id)
        if (id === VILLAGE) return journal
        const audience = audienceOf(foldCase(id, journal), register, today)
        return journal.filter((entry) => audience(entry).includes(kadusB))
      })
      expect([...(await ids(stock))].sort()).toEqual(share.map(({ _id }) => _id).sort())
    })

    it('is believed by the phone: its ticks say that the centre has them', async () => {
      for (const subject of captured) {
        await page.goto(`${village.url}/tugas`)
        await person.openCaptured(page, subject)
        await page
          .getByRole('button', { name: /Tersimpan di pusat|Sampai di petugas/ })
          .first()
          .waitFor()
        await page.getByText('Masih di HP ini').first().waitFor({ state: 'detached' })
      }
    })
  })

  describe('a browser that is killed in the moment in which it says saved', () => {
    const GIVEN = 'Tugas untuk Anggrek'

    beforeAll(async () => {
      const id = await office.capture('kassgn', { subject: GIVEN })
      await office.write(id, 'assigned', { lead: kadusA, helpers: [] })
      await office.push()
      await page.goto(`${village.url}/tugas`)
      await page.getByText(GIVEN).first().waitFor()
    })

    it.each([1, 2, 3])(
      'has the complaint after a cold start without network, and no draft of it (%d)',
      async (n) => {
        const subject = `Aduan sebelum mati ${n}`
        await browser.context.setOffline(true)
        await killWhenShown('Aduan tersimpan', () => capture(subject))
        page = await browser.start('/tugas', { offline: true })
        await person.openCaptured(page, subject)
        await page.getByText(`Uraian ${subject}`).first().waitFor()
        expect(await draftsKept(page)).not.toContain(subject)
        await arrivesOnce(subject)
      },
    )

    it.each([1, 2, 3])(
      'has the follow-up after a cold start without network, and no draft of it (%d)',
      async (n) => {
        const text = `Selesai sebelum mati ${n}`
        await person.openCase(page, GIVEN)
        await browser.context.setOffline(true)
        await killWhenShown(text, () => person.followUp(page, text))
        page = await browser.start('/tugas', { offline: true })
        await person.openCase(page, GIVEN)
        await person.inThread(page, text).waitFor()
        expect(await draftsKept(page)).not.toContain(text)
        await arrivesOnce(text)
      },
    )

    it('needs a new code where it forgot its session too, and then sends what it had saved', async () => {
      const subject = 'Aduan sebelum kode baru'
      await browser.context.setOffline(true)
      await killWhenShown('Aduan tersimpan', () => capture(subject))
      page = await browser.start('/tugas', { offline: true })
      await browser.context.clearCookies()
      await browser.context.setOffline(false)
      await page.getByRole('link', { name: /HP ini tidak lagi dikenal pusat/ }).click()
      await page.getByLabel('Kode pendaftaran').fill(await codeFor(kadusA))
      await page.getByRole('button', { name: 'Daftarkan HP ini' }).click()
      await arrivesOnce(subject)
    })

    /** Watches the page from within while a person acts: what could have been read is what counts. */
    async function killWhenShown(text: string, act: () => Promise<void>): Promise<void> {
      const shown = new Promise<void>((done) => void page.exposeFunction('shown', done))
      await page.addInitScript(watch, text)
      await page.evaluate(watch, text)
      const acting = act()
      await Promise.race([shown, acting.then(() => shown)])
      acting.catch(() => undefined)
      await browser.kill()
    }

    function watch(text: string): void {
      const look = () => {
        if (document.body?.textContent?.includes(text)) (globalThis as unknown as { shown(): void }).shown()
      }
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
    }

    async function arrivesOnce(text: string): Promise<void> {
      await browser.context.setOffline(false)
      await expect.poll(() => arrivals(text), PATIENCE).toBe(1)
      await page.goto(`${village.url}/tugas`)
      await person.allSent(page)
      expect(await arrivals(text)).toBe(1)
    }
  })
})

const journalOf = ({ _id }: { _id: string }) => _id.slice(0, _id.indexOf(':'))
