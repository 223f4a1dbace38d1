/** The server as it is installed: built, and run as a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { build } from 'vite'

/** Builds the server's programs into a folder of their own, so that test files don't disturb each other. */
export async function buildServer(): Promise<{ folder: string; remove(): void }> {
  const folder = resolve('dist', `test-${randomUUID()}`)
  const input = { main: 'server/main.ts', cli: 'server/cli.ts', demo: 'server/demo.ts' }
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { __VERSION__: JSON.stringify('0.0.0-test') },
    build: { ssr: true, outDir: folder, target: 'node20', rollupOptions: { input } },
  })
  if (process.env.TEST_APP) layApp(folder, resolve(process.env.TEST_APP))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Makes the folder an installation of its own, with another build of the app than the one that may change meanwhile. */
function layApp(folder: string, app: string): void {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  mkdirSync(join(folder, 'dist'))
  symlinkSync(app, join(folder, 'dist', 'app'))
}

export interface Run {
  process: ChildProcess
  out(): string
  err(): string
  /** Resolves when stdout holds the text; rejects when the process ends before. */
  says(text: string | RegExp): Promise<RegExpMatchArray>
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
}

/** Runs a script with nothing in the environment but what is given and the path. */
export function run(script: string, args: string[], env: Record<string, string>): Run {
  const child = spawn(process.execPath, [script, ...args], { env: { PATH: process.env.PATH!, ...env } })
  let [out, err] = ['', '']
  const listeners = new Set<() => void>()
  const hear = () => listeners.forEach((listener) => listener())
  child.stdout.on('data', (data) => ((out += data), hear()))
  child.stderr.on('data', (data) => (err += data))
  const ended = new Promise<number | NodeJS.Signals>((done) =>
    child.once('close', (code, signal) => done(code ?? signal!)),
  )
  return {
    process: child,
    out: () => out,
    err: () => err,
    ended,
    says: (text) =>
      new Promise((done, failed) => {
        const look = () => {
          const match = out.match(text)
          if (match) done(match)
        }
        listeners.add(look)
        void ended.then((code) => failed(new Error(`ended with ${code}\n${out}\n${err}`)))
        look()
      }),
  }
}

/** A port that nobody uses right now. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}
