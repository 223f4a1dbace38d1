/** Phones for the device room's tests: real Chromium, the harness page, the real server with its doors. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { VitePWA, type VitePWAOptions } from 'vite-plugin-pwa'
import { createApp, type App } from '../../server/app.ts'
import { TestDevice } from '../support/browser.ts'
import type { Kit } from './harness/main.ts'

export type { Kit }

/** Builds the harness page once per test file, with the real service worker where it is asked for. */
export async function buildHarness(worker = false): Promise<{ folder: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-harness-'))
  process.env.NODE_ENV = 'production' // as an installed app is built: vitest says 'test', which Vite takes for development
  await build({
    configFile: false,
    root: 'tests/device/harness',
    logLevel: 'error',
    plugins: [svelte(), ...(worker ? [VitePWA(WORKER)] : [])],
    define: { __VERSION__: '"test"', global: 'globalThis' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
  })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
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

/** A phone of its own (profile included) with the harness open. */
export class Phone extends TestDevice {
  #first?: Page

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
