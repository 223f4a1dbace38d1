/** A village as `npm start` runs it: the built server in a process of its own, on a data folder that outlives it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildServer, freePort, run, type Run } from './built-server.ts'

const FIRST_LINK = /(http:\/\/localhost:\d+)\/daftar#(\S{11})/

export class Installed {
  readonly url: string
  readonly dataDir = mkdtempSync(join(tmpdir(), 'kentongan-installed-'))
  #built: Awaited<ReturnType<typeof buildServer>>
  #port: number
  #run: Run | undefined

  private constructor(built: Awaited<ReturnType<typeof buildServer>>, port: number) {
    this.#built = built
    this.#port = port
    this.url = `http://localhost:${port}`
  }

  /** Builds the server; it does not run yet. */
  static async build(): Promise<Installed> {
    return new Installed(await buildServer(), await freePort())
  }

  /** Starts it on the same folder and port as before; resolves when it answers. */
  async start(): Promise<Run> {
    const env = { PORT: String(this.#port), DATA_DIR: this.dataDir }
    this.#run = run(join(this.#built.folder, 'main.js'), [], env)
    await this.#run.says('engine:')
    return this.#run
  }

  /** The code of the one-time link that the first start prints. */
  async firstCode(): Promise<string> {
    const [, , code] = await this.#run!.says(FIRST_LINK)
    return code!
  }

  /** Sends a signal and waits for the end: the exit code, or the signal where that was what ended it. */
  async end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | undefined> {
    this.#run?.process.kill(signal)
    return this.#run?.ended
  }

  async dispose(): Promise<void> {
    await this.end('SIGKILL')
    this.#built.remove()
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}
