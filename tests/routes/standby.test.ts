/** Two servers of one village on the same CouchDB, as processes: one serves, the other waits (decision 018). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseId, complaint } from '../support/domain.ts'
import { TestBrowser, type Caller } from '../support/browser-session.ts'
import { buildServer, freePort, run, type Run } from '../support/built-server.ts'
import { shareEngine, type SharedEngine } from '../support/shared-engine.ts'

let built: Awaited<ReturnType<typeof buildServer>>
let folder: string
let engine: SharedEngine
const runs: Run[] = []

beforeAll(async () => {
  built = await buildServer()
  folder = mkdtempSync(join(tmpdir(), 'kentongan-standby-'))
  engine = await shareEngine(join(folder, 'engine'))
})
afterAll(async () => {
  for (const { process: child, ended } of runs) {
    child.kill('SIGCONT')
    child.kill('SIGKILL')
    await ended
  }
  await engine.close()
  built.remove()
  rmSync(folder, { recursive: true, force: true })
})

class Server {
  readonly url: string
  readonly #env: Record<string, string>
  run!: Run

  private constructor(name: string, port: number) {
    this.url = `http://localhost:${port}`
    this.#env = { PORT: String(port), DATA_DIR: join(folder, name), COUCHDB_URL: engine.url }
  }

  static async start(name: string): Promise<Server> {
    return new Server(name, await freePort()).again()
  }

  again(): this {
    this.run = run(join(built.folder, 'main.js'), [], this.#env)
    runs.push(this.run)
    return this
  }

  serves = () => this.run.says('engine:')

  health = async () => (await fetch(`${this.url}/healthz`)).json() as Promise<{ status: string }>
}

/** The same phone at another address. */
function at({ url }: Server, { headers }: Caller): TestBrowser {
  const browser = new TestBrowser(url)
  browser.cookies.set(...(headers.cookie!.split('=') as [string, string]))
  return browser
}

describe('of two servers of one village', () => {
  it('one serves and one waits, and takes over when the other is stopped, killed or stands still', async () => {
    const first = await Server.start('first')
    const [, code] = await first.run.says(/daftar#(\S{11})/)
    const caller = await new TestBrowser(first.url).enrol(code!)

    const second = await Server.start('second')
    await second.run.says('waits as a standby')
    expect([(await first.health()).status, (await second.health()).status]).toEqual(['ok', 'standby'])
    const away = await at(second, caller).json('GET', '/sync/', undefined, caller.device)
    expect(away).toMatchObject({ status: 503 })
    expect(away.headers.get('retry-after')).toBe('10')

    first.run.process.kill('SIGTERM')
    expect(await first.run.ended).toBe(0)
    await second.serves()
    expect((await at(second, caller).json('GET', '/api/session', undefined, caller.device)).status).toBe(200)

    // Killed and started again on the same machine it has not to wait for itself.
    second.run.process.kill('SIGKILL')
    await second.run.ended
    await second.again().serves()
    expect(second.run.out()).not.toContain('standby')

    await first.again().run.says('waits as a standby')
    second.run.process.kill('SIGSTOP')
    const entry = {
      _id: `${caseId('paused')}:00000001:${caller.device}`,
      ...{ kind: 'registered', v: 1, by: caller.officer, at: new Date().toISOString(), data: complaint() },
    }
    const handIn = (server: Server) =>
      at(server, caller).json('POST', '/sync/outbox/_bulk_docs', { docs: [entry] }, caller.device)
    const early = handIn(second).then(
      ({ status }) => status,
      () => 'cut off',
    )
    await first.serves()
    second.run.process.kill('SIGCONT')
    expect([503, 'cut off']).toContain(await early)
    expect(await second.run.ended).toBe(1)
    expect(second.run.err()).toContain('Another server has taken over the village "desa": this one stops.')
    expect(await handIn(first)).toMatchObject({ status: 201, body: [{ id: entry._id, ok: true }] })
    await second.again().run.says('waits as a standby')
  }, 120_000)
})
