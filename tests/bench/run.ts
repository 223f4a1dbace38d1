/** `npm run bench`: what the store, the sync and the server cost, as ratios against a baseline of the same run. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, release, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build } from 'vite'
import { chromiumPath } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { officeLists } from './office.ts'
import { officeScreen } from './office-screen.ts'
import { reports } from './reports.ts'
import { opening } from './opening.ts'
import { serving } from './serving.ts'
import { starting } from './start.ts'
import { syncing } from './syncing.ts'
import { table } from './table.ts'
import { thinLine } from './thin-line.ts'

async function main(): Promise<void> {
  const before = machine()
  officeLists()
  await reports()
  await serving()
  await starting()
  await officeScreen()
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-bench-'))
  await buildPage(folder)
  const server = await startTestServer({ appFolder: folder })
  try {
    await opening(server)
    await syncing(server)
    await thinLine(server)
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`${before}\nLoad at the end: ${load()}\n\n${table()}`)
}

async function buildPage(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: 'tests/bench/page',
    logLevel: 'error',
    plugins: [svelte()],
    define: { __VERSION__: '"bench"', global: 'globalThis' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
  })
}

function machine(): string {
  const [cpu] = cpus()
  const chromium = execFileSync(chromiumPath(), ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  return [
    `${new Date().toISOString().slice(0, 16)}Z, ${cpus().length} × ${cpu?.model.trim()}, ${memory}, Linux ${release()}`,
    `Node ${process.version}, ${chromium.trim()}`,
    `Load at the start: ${load()}`,
  ].join('\n')
}

const load = (): string =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')

await main()
