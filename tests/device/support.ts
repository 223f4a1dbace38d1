/** Phones for the device room's tests: real Chromium, the harness page, the real server with its doors. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import type { VitePWAOptions } from 'vite-plugin-pwa'
import { createApp, type App } from '../../server/app.ts'
import { TestDevice } from '../support/browser.ts'
import { once } from '../support/once.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import type { Kit } from './harness/main.ts'

export type { Kit }

/** The harness page, built once for all test files; answers its folder. */
export const sharedHarness = (): Promise<string> => once('harness', (folder) => build(folder))

/** The harness page with the real service worker, for a test file that may change it. */
export async function harnessWithWorker(): Promise<{ folder: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-harness-'))
  await build(folder, true)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Only who builds loads what it takes. */
async function build(outDir: string, worker = false): Promise<void> {
  const [vite, { svelte }, { VitePWA }] = await Promise.all([
    import('vite'),
    import('@sveltejs/vite-plugin-svelte'),
    import('vite-plugin-pwa'),
  ])
  process.env.NODE_ENV = 'production' // as an installed app is built: vitest says 'test', which Vite takes for development
  await vite.build({
    configFile: false,
    root: 'tests/device/harness',
    logLevel: 'error',
    plugins: [svelte(), ...(worker ? [VitePWA(WORKER)] : [])],
    define: { __VERSION__: '"test"', global: 'globalThis' },
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  })
}

/** The app's own settings, for the harness's place. */
const WORKER: Partial<VitePWAOptions> = {
  strategies: 'injectManifest',
  srcDir: '../../../src/sw',
  filename: 'sw.ts',
  injectRegister: false,
  manifest: false,
  injectManifest: { globPatterns: ['**/*.{js,html}'] },
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

/** The harness alone, without a centre behind it: every other request is answered 404. */
export async function servePages(folder: string): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, reply) => {
    const path = request.url === '/' ? '/index.html' : request.url!
    try {
      const body = readFileSync(join(folder, path))
      reply.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(body)
    } catch {
      reply.writeHead(404).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { origin: `http://localhost:${port}`, close: () => void server.close() }
}

export interface Centre {
  origin: string
  app: App
  close(): Promise<void>
}

/** The real server with the embedded engine, serving the harness instead of the app. */
export async function startCentre(appFolder: string, dataDir: string, port = 0): Promise<Centre> {
  const config = { port, host: '127.0.0.1', dataDir, village: 'uji', publicUrl: 'http://localhost' }
  const app = await createApp({ config, appFolder, logLevel: process.env.LOG ?? 'silent' })
  await app.fastify.listen({ port, host: '127.0.0.1' })
  const address = app.fastify.server.address() as AddressInfo
  return { origin: `http://localhost:${address.port}`, app, close: () => app.close() }
}

/** A phone with the harness open; `kept`: a whole browser with a profile on disk, that can be killed and started again. */
export class Phone extends TestDevice {
  #first?: Page

  constructor(origin: string, { kept = false } = {}) {
    super(origin, undefined, kept ? { whole: true } : { within: sharedBrowser })
  }

  /** The page that was opened first; further tabs are the test's own. */
  override get page(): Page {
    if (!this.#first) throw new Error('This phone is off.')
    return this.#first
  }

  async begin(path = '/'): Promise<this> {
    this.#first = await this.start(path)
    await this.page.waitForFunction(() => !!globalThis.kit)
    return this
  }

  /** Enrols with a code and opens the device. */
  async enrol(code: string): Promise<void> {
    await this.page.evaluate(async (given) => {
      const result = await kit.enrol(given, 'uji')
      if (!result.ok) throw new Error(result.why)
      await kit.open()
    }, code)
  }

  /** Opens the app again after its page was closed; the browser ran on. */
  async restart(): Promise<void> {
    this.#first = await this.tab()
    await this.page.waitForFunction(() => !!globalThis.kit)
    await this.page.evaluate(async () => void (await kit.open()))
  }

  /** Loads the page anew and opens the device, as a cold start does. */
  async reopen(): Promise<void> {
    await this.page.reload()
    await this.page.waitForFunction(() => !!globalThis.kit)
    await this.page.evaluate(async () => void (await kit.open()))
  }

  send(): Promise<string> {
    return this.page.evaluate(() => kit.device!.sendNow())
  }

  dump(): Promise<string> {
    return this.page.evaluate(() => kit.dump())
  }
}

/** A temporary folder that goes away with the test. */
export function temporary(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-device-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
