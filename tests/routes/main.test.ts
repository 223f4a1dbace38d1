/** The server as a process: how it starts, refuses to start, takes orders and stops. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PATIENCE } from '../support/patience.ts'
import { buildServer, freePort, run, type Run } from '../support/built-server.ts'

let built: Awaited<ReturnType<typeof buildServer>>
let folder: string
let port: number
let runs: Run[]

beforeAll(async () => (built = await buildServer()))
afterAll(() => built.remove())
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kentongan-main-'))
  port = await freePort()
  runs = []
})
afterEach(async () => {
  for (const { process: child, ended } of runs) {
    child.kill('SIGKILL')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
})

const url = () => `http://localhost:${port}`
const environment = (more: Record<string, string> = {}) => ({
  PORT: String(port),
  DATA_DIR: join(folder, 'data'),
  ...more,
})

function launch(
  script: 'main' | 'cli' | 'demo',
  args: string[] = [],
  more: Record<string, string> = {},
): Run {
  runs.push(run(join(built.folder, `${script}.js`), args, environment(more)))
  return runs.at(-1)!
}

async function serve(more: Record<string, string> = {}): Promise<Run> {
  const server = launch('main', [], more)
  return server.says('engine:').then(() => server)
}

const FIRST_LINK = /http:\/\/localhost:\d+\/daftar#(\S{11})/

async function enrol(code: string): Promise<{ officer: string; headers: Record<string, string> }> {
  const body = JSON.stringify({ code, device: { label: 'Laptop' } })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url()}/api/enrol`, { method: 'POST', headers, body })
  expect(answer.status).toBe(200)
  const { officer, device } = (await answer.json()) as { officer: string; device: string }
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!
  return { officer, headers: { cookie, 'x-kentongan-device': device } }
}

describe('a start that cannot be', () => {
  it.each([
    ['a wrong value', { VILLAGE: 'Desa Babakan' }, /^VILLAGE must be .*\n$/],
    ['a data folder that is a file', { DATA_DIR: '/dev/null/x' }, /^DATA_DIR must be a folder .*\n$/],
    ['a CouchDB that is not there', { COUCHDB_URL: 'http://a:geheim@127.0.0.1:1' }, /^COUCHDB_URL .*\n$/],
    [
      'an address that is not of this machine',
      { HOST: '203.0.113.7' },
      /^HOST "203.0.113.7" is no address .*\n$/,
    ],
  ])('says in one sentence what is wrong and ends with 1: %s', async (_what, env, sentence) => {
    const server = launch('main', [], env)
    expect(await server.ended).toBe(1)
    expect(server.err()).toMatch(sentence)
    expect(server.err()).not.toContain('geheim')
  })

  it('names the port that another program uses, and leaves the data to the server that has it', async () => {
    await serve()
    const elsewhere = launch('main', [], { DATA_DIR: join(folder, 'other') })
    expect(await elsewhere.ended).toBe(1)
    expect(elsewhere.err()).toBe(`PORT ${port} is used by another program.\n`)
    const samePlace = launch('main', [], { PORT: String(await freePort()) })
    expect(await samePlace.ended).toBe(1)
    expect(samePlace.err()).toMatch(/^Another server already runs on DATA_DIR .*\n$/)
  })

  it('says in one sentence that a database is damaged, before anybody can send to it', async () => {
    const archive = join(folder, 'data', 'couch', 'kentongan-desa-archive')
    mkdirSync(archive, { recursive: true })
    writeFileSync(join(archive, 'CURRENT'), 'rusak')
    const server = launch('main')
    expect(await server.ended).toBe(1)
    expect(server.err()).toMatch(/^The database \S*archive in \S+ is damaged \(.*\n$/)
  })

  it('of a demo leaves the folder alone that a running demo has', async () => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data', 'demo.json'), '{}')
    await serve()
    const demo = launch('demo', [], { PORT: String(await freePort()) })
    expect(await demo.ended).toBe(1)
    expect(demo.err()).toMatch(/^Another server already runs on DATA_DIR .*\n$/)
    expect(readdirSync(join(folder, 'data')).sort()).toEqual(['admin.sock', 'couch', 'demo.json'])
  })
})

describe('the first start of an empty village', () => {
  it('prints a link at each start until somebody has enrolled, who then is petugas pengelola', async () => {
    const first = await serve()
    const [, unused] = await first.says(FIRST_LINK)
    first.process.kill('SIGTERM')
    expect(await first.ended).toBe(0)

    const second = await serve()
    const [, code] = await second.says(FIRST_LINK)
    expect(code).not.toBe(unused)
    const { headers } = await enrol(code!)
    const contact = await fetch(`${url()}/api/contact`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ unsent: 0, refused: 0, version: '0' }),
    })
    expect(await contact.json()).toMatchObject({ devices: [{ label: 'Laptop' }] })
    second.process.kill('SIGTERM')
    expect(await second.ended).toBe(0)

    const third = await serve()
    expect((await fetch(`${url()}/api/session`, { headers })).status).toBe(200)
    expect(third.out()).not.toMatch(FIRST_LINK)
  })

  it('says what will not work on plain http', async () => {
    const server = launch('main', [], { PUBLIC_URL: 'http://192.0.2.7:8080' })
    await server.says(/plain http: phones can't install the app/)
  })
})

describe('the log', () => {
  it('tells of a doubt in passing, not as something that went wrong', async () => {
    const server = await serve()
    const [, code] = await server.says(FIRST_LINK)
    const { officer, headers } = await enrol(code!)
    const _id = `c0000000000000000:00000002:${headers['x-kentongan-device']}`
    const note = { _id, kind: 'note', v: 1, by: officer, at: new Date().toISOString(), data: { text: 'x' } }
    const answer = await fetch(`${url()}/sync/outbox/_bulk_docs`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ docs: [note], new_edits: false }),
    })
    expect(answer.status).toBe(503)
    await expect.poll(() => server.err(), PATIENCE).toContain('"msg":"doubt"')
    expect(server.err()).not.toMatch(/"level":[45]0|stack/)
  })

  it('has a line of JSON per answer, with the route and without anything personal', async () => {
    const server = await serve()
    const [, code] = await server.says(FIRST_LINK)
    const { officer, headers } = await enrol(code!)
    await fetch(`${url()}/api/session?secret=rahasia`, { headers })
    await fetch(`${url()}/api/officers/${officer}/code`, { method: 'POST', headers })
    server.process.kill('SIGTERM')
    await server.ended
    const lines = server.err().trim().split('\n').slice(1) // without the address it listens on
    const routes = lines.map((line) => (JSON.parse(line) as { route?: string }).route)
    expect(routes).toEqual(expect.arrayContaining(['/api/enrol', '/api/session', '/api/officers/:id/code']))
    for (const secret of ['rahasia', code!, headers.cookie!, officer, 'Laptop', '127.0.0.1']) {
      expect(lines.join('\n')).not.toContain(secret)
    }
  })
})

describe('an order to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends the process cleanly and soon: %s', async (signal) => {
    const server = await serve()
    server.process.kill(signal)
    expect(await server.ended).toBe(0)
    expect(server.out()).toContain(`Stopped by ${signal}.`)
    expect(readdirSync(join(folder, 'data'))).toEqual(['couch'])
  })

  it('given twice ends it at once', async () => {
    const server = await serve()
    // A request that never becomes complete would be waited for.
    const slow = connect(port, '127.0.0.1', () =>
      slow.write('POST /api/enrol HTTP/1.1\r\nHost: x\r\nContent-'),
    )
    await new Promise((done) => slow.once('connect', done))
    slow.on('error', () => {})
    await fetch(`${url()}/healthz`)
    server.process.kill('SIGTERM')
    const door = () =>
      fetch(`${url()}/healthz`).then(
        () => 'open',
        () => 'closed',
      )
    await expect.poll(door, PATIENCE).toBe('closed')
    server.process.kill('SIGTERM')
    expect(await server.ended).toBe(1)
  })

  it('does not wait for ever for a request that never ends', async () => {
    const server = await serve()
    const slow = connect(port, '127.0.0.1', () =>
      slow.write('POST /api/enrol HTTP/1.1\r\nHost: x\r\nContent-'),
    )
    slow.on('error', () => {})
    await new Promise((done) => slow.once('connect', done))
    await fetch(`${url()}/healthz`)
    server.process.kill('SIGTERM')
    expect(await server.ended).toBe(0)
  })

  it('ends a waiting poll', async () => {
    const server = await serve()
    const [, code] = await server.says(FIRST_LINK)
    const { headers } = await enrol(code!)
    const inbox = `${url()}/sync/inbox`
    const { last_seq } = (await (await fetch(`${inbox}/_changes`, { headers })).json()) as {
      last_seq: unknown
    }
    const since = encodeURIComponent(typeof last_seq === 'string' ? last_seq : JSON.stringify(last_seq))
    const poll = fetch(`${inbox}/_changes?feed=longpoll&since=${since}`, { headers }).then(
      (answer) => answer.text(),
      () => 'ended',
    )
    server.process.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    await poll
  })
})

describe('the commands', () => {
  const cli = async (args: string[], more: Record<string, string> = {}) => {
    const command = launch('cli', args, more)
    return { code: await command.ended, out: command.out(), err: command.err() }
  }

  it('reach the running server through a socket that only its user may open', async () => {
    const server = await serve()
    expect(statSync(join(folder, 'data', 'admin.sock')).mode & 0o777).toBe(0o600)
    const first = await cli(['link'])
    expect(first).toMatchObject({ code: 0, out: expect.stringMatching(FIRST_LINK) as string })
    const { officer, headers } = await enrol(FIRST_LINK.exec(first.out)![1]!)

    expect(await cli(['link', '--officer', 'pengelola'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(FIRST_LINK) as string,
    })
    const unknown = await cli(['link', '--officer', 'siapa'])
    expect(unknown.code).toBe(1)
    expect(unknown.out).toContain(`No officer fits "siapa". These exist:`)
    expect(unknown.out).toContain(`${officer}  Petugas Pengelola  (petugasPengelola)`)

    expect(await cli(['reconcile'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('up to date') as string,
    })
    const backup = await cli(['backup', '--folder', join(folder, 'backups')])
    expect(backup).toMatchObject({ code: 0, out: expect.stringContaining('kentongan-desa-') as string })
    const contact = await fetch(`${url()}/api/contact`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ unsent: 0, refused: 0, version: '0' }),
    })
    const { backup: last } = (await contact.json()) as { backup: string }
    expect(Date.parse(last)).toBeGreaterThan(Date.now() - 60_000)
    expect(server.process.exitCode).toBeNull()
  })

  it('open the data themselves where no server runs, also after one was killed', async () => {
    const server = await serve()
    const [, code] = await server.says(FIRST_LINK)
    await enrol(code!)
    server.process.kill('SIGKILL')
    await server.ended
    const made = await cli(['link', '--officer', 'Petugas Pengelola'])
    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(FIRST_LINK) as string })
    await serve()
    await enrol(FIRST_LINK.exec(made.out)![1]!)
  })

  it.each([
    [['fly'], {}, /Known commands/],
    [['restore'], {}, /Which file\?/],
    [['link', '--oficer', 'x'], {}, /oficer/],
    [['link'], { PORT: 'x' }, /PORT must be/],
    [['backup'], {}, /DATA_DIR .* does not exist/],
  ])('say in one sentence what is wrong: %j %j', async (args, env, sentence) => {
    const { code, err } = await cli(args, env)
    expect(code).toBe(1)
    expect(err).toMatch(sentence)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it('refuse a damaged file, and one of another village, and change nothing', async () => {
    await serve()
    const [, code] = await runs[0]!.says(FIRST_LINK)
    await enrol(code!)
    const backups = join(folder, 'backups')
    expect((await cli(['backup', '--folder', backups])).code).toBe(0)
    const file = join(backups, readdirSync(backups)[0]!)
    const elsewhere = { DATA_DIR: join(folder, 'other'), VILLAGE: 'lain' }
    const foreign = await cli(['restore', '--file', file], elsewhere)
    expect(foreign).toMatchObject({
      code: 1,
      out: expect.stringContaining('backup of the village "desa"') as string,
    })
    const forced = await cli(['restore', '--file', file, '--force'], elsewhere)
    expect(forced.code).toBe(0)
    writeFileSync(file, 'damaged')
    expect(await cli(['restore', '--file', file])).toMatchObject({
      code: 1,
      out: expect.stringContaining("can't be read as a backup") as string,
    })
  })
})

describe('the nightly backup', () => {
  it('is made up for at the start where none is there', async () => {
    const BACKUP_DIR = join(folder, 'nightly')
    const server = await serve({ BACKUP_DIR })
    // Beside them lies the folder for copies of what the website brings.
    const backups = () => readdirSync(BACKUP_DIR).filter((name) => name !== 'lapor-desa')
    const whole = expect.stringMatching(/^kentongan-desa-\d{8}T\d{6}Z\.ndjson\.gz$/) as string
    await expect.poll(backups, PATIENCE).toEqual([whole])
    server.process.kill('SIGTERM')
    expect(await server.ended).toBe(0)
  })
})
