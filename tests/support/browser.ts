/** Real Chromium: each device is a phone (or an office computer) of its own, with a storage of its own. */
import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const PHONE = { width: 360, height: 740 }
export const DESKTOP = { width: 1280, height: 800 }

/** The whole browser's path: `CHROMIUM`, where a distribution puts it, or where the test library brought it. */
export function chromiumPath(): string {
  const known = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    chromium.executablePath(),
  ]
  const found = known.find((path) => path && existsSync(path))
  if (!found) throw new Error('No Chromium found: run tests/support/ensure-chromium.sh, or set CHROMIUM.')
  return found
}

/** The same engine without what surrounds pages, in half the time; the whole browser where it is not installed. */
function shellPath(): string {
  const shell = '/usr/bin/chromium-headless-shell'
  return !process.env.CHROMIUM && existsSync(shell) ? shell : chromiumPath()
}

/** How a browser is started. */
export const launching = (args: readonly string[] = [], whole = false) => ({
  executablePath: whole ? chromiumPath() : shellPath(),
  headless: true,
  args: [...FLAGS, ...args],
})

interface Options {
  /**
   * The browser in which this is one of several devices: there sooner than with a profile on disk, but what it holds is
   * gone with it, so it can't be switched off and on.
   */
  within?: () => Promise<Browser>
  /** Needs the whole browser: for push messages, sending in the background, or because it is the main job. */
  whole?: boolean
  colorScheme?: 'light' | 'dark'
  reducedMotion?: 'reduce'
  permissions?: string[]
  userAgent?: string
  geolocation?: { latitude: number; longitude: number; accuracy?: number }
  /** What its user chose as the size of text (px), where it is not 16. */
  textSize?: number
  /** Further flags of the browser. */
  args?: string[]
}

/** One device with a profile of its own; `quit` and `start` are what a person does who closes the app and opens it again. */
export class TestDevice {
  readonly errors: string[] = []
  readonly profile = mkdtempSync(join(tmpdir(), 'kentongan-profile-'))
  #context: BrowserContext | undefined

  constructor(
    readonly origin: string,
    readonly viewport: { width: number; height: number } = PHONE,
    readonly options: Options = {},
  ) {}

  /** The page that was opened last; undefined while the device is off. */
  get page(): Page | undefined {
    return this.#context?.pages().at(-1)
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('This device is off.')
    return this.#context
  }

  /** Starts the browser and opens a page of the app. */
  async start(path = '/', { offline = false } = {}): Promise<Page> {
    const { within, whole, args, textSize, ...options } = this.options
    if (textSize) this.#chooseTextSize(textSize)
    const as = { viewport: this.viewport, locale: 'id-ID', timezoneId: 'Asia/Jakarta', ...options }
    this.#context = within
      ? await (await within()).newContext(as)
      : await chromium.launchPersistentContext(this.profile, { ...launching(args, whole), ...as })
    this.#context.setDefaultTimeout(30_000)
    if (offline) await this.#context.setOffline(true)
    const page = this.#context.pages()[0] ?? (await this.#context.newPage())
    this.#listen(page)
    await page.goto(this.origin + path)
    return page
  }

  /** A further tab of the same device. */
  async tab(path = '/'): Promise<Page> {
    const page = await this.context.newPage()
    this.#listen(page)
    await page.goto(this.origin + path)
    return page
  }

  /** Waits until the service worker controls the page, so that a cold start without network works from now on. */
  async ready(page: Page): Promise<void> {
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.ready
      return Boolean(registration.active?.state === 'activated' && navigator.serviceWorker.controller)
    })
  }

  async quit(): Promise<void> {
    if (this.options.within) throw new Error('This device has no profile on disk to come back to.')
    await this.#close()
  }

  async #close(): Promise<void> {
    await this.#context?.close()
    this.#context = undefined
  }

  /**
   * Takes the browser away as a dead battery does: neither a page nor what stores for it gets to run another line. The
   * profile's lock names the process; those that it started (storage, network …) are of its group.
   */
  async kill(): Promise<void> {
    const lock = readlinkSync(join(this.profile, 'SingletonLock'))
    process.kill(-Number(lock.slice(lock.lastIndexOf('-') + 1)), 'SIGKILL')
    await this.quit().catch(() => undefined)
    for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
      rmSync(join(this.profile, name), { force: true })
  }

  async dispose(): Promise<void> {
    await this.#close()
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 })
  }

  /** As the browser's own settings keep it. */
  #chooseTextSize(px: number): void {
    const settings = join(this.profile, 'Default')
    if (existsSync(settings)) return
    mkdirSync(settings)
    const webprefs = { default_font_size: px }
    writeFileSync(join(settings, 'Preferences'), JSON.stringify({ webkit: { webprefs } }))
  }

  #listen(page: Page): void {
    page.on('pageerror', (error) => this.errors.push(String(error)))
    page.on('console', (message) => {
      const { url } = message.location()
      if (message.type() === 'error' && !isNoise(message.text(), url)) this.errors.push(message.text())
    })
  }
}

/**
 * Chromium itself reports each failed request as a console error: being offline is a state, not a fault, a first
 * sync finds no checkpoint, as CouchDB's protocol has it, and an enrolment code that is refused is an answer.
 */
const isNoise = (text: string, url: string): boolean =>
  /Failed to load resource: net::ERR_/.test(text) ||
  (/status of 404/.test(text) && url.includes('/_local/')) ||
  (/status of 4/.test(text) && url.endsWith('/api/enrol'))

/** Leaves a picture of each device in the system's temporary folder, for whoever looks into a failed test. */
export async function picture(devices: Record<string, TestDevice>): Promise<void> {
  for (const [name, device] of Object.entries(devices)) {
    const path = join(tmpdir(), `kentongan-failed-${name}.png`)
    await device.page?.screenshot({ path, timeout: 5_000 }).catch(() => undefined)
    console.error(`${name}: ${path} (${device.page?.url()})`)
  }
}
