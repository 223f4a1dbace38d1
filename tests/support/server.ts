/** A whole village in this process: real engine, real app, real HTTP. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NewEntry } from '../../src/domain/entries.ts'
import { VILLAGE } from '../../src/domain/ids.ts'
import type { PositionName } from '../../src/domain/kinds/village.ts'
import { createApp, type AppOptions } from '../../server/app.ts'
import type { Archive } from '../../server/archive/index.ts'
import { databasesOf, dropDatabase } from '../../server/couch/index.ts'
import type { Office } from '../../server/routes/office.ts'
import { freePort } from './built-server.ts'
import { TestBrowser, type Caller } from './browser-session.ts'

/** A build of the app other than `dist/app`, so that nobody builds anew beneath a running test. */
const APP = process.env.TEST_APP ? { appFolder: process.env.TEST_APP } : {}

/** A CouchDB to run against instead of the embedded engine. */
export const COUCHDB_URL = process.env.TEST_COUCHDB_URL

export interface TestServerOptions extends Partial<Omit<AppOptions, 'config'>> {
  village?: string
  /** Kept after closing when it is given. */
  dataDir?: string
  couchdbUrl?: string | undefined
  publicUrl?: string
  backupDir?: string
}

export interface TestServer {
  url: string
  dataDir: string
  office: Office
  archive: Archive
  /** Writes officers with a position each into the village. */
  people(...people: Person[]): Promise<void>
  /** Changes a setting of the village. */
  set(key: string, value: unknown): Promise<void>
  /** Enrols an officer over HTTP, in a new browser or a given one. */
  enrol(officer: string, browser?: TestBrowser, device?: object): Promise<Caller>
  close(): Promise<void>
}

export interface Person {
  id: string
  name?: string
  position: PositionName
  dusun?: string
  from?: string
  to?: string
}

const UNLIMITED = { each: Infinity, all: Infinity, windowMs: 60_000 }
let villages = 0

/** Starts a server on a free port. On a CouchDB the village gets databases of its own, removed on closing. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { enrolLimits = UNLIMITED, logLevel = 'silent', ...rest } = { couchdbUrl: COUCHDB_URL, ...options }
  const {
    couchdbUrl,
    village = newVillage(),
    dataDir = mkdtempSync(join(tmpdir(), 'kentongan-')),
    ...appOptions
  } = rest
  const port = await freePort()
  const url = `http://localhost:${port}`
  const config = {
    port,
    host: 'localhost',
    dataDir,
    village,
    publicUrl: options.publicUrl ?? url,
    couchdbUrl,
    ...(options.backupDir ? { backupDir: options.backupDir } : {}),
  }
  const app = await createApp({ ...APP, perMinute: 1_000_000, ...appOptions, enrolLimits, logLevel, config })
  await app.fastify.listen({ port, host: 'localhost' })
  const { office } = app

  return {
    url,
    dataDir,
    office,
    archive: office.archive,
    people: async (...people) => void (await office.archive.append(people.flatMap(entriesOf))),
    set: async (key, value) =>
      void (await office.archive.append([
        { journal: VILLAGE, kind: 'settingChanged', data: { key, value } },
      ])),
    async enrol(officer, browser = new TestBrowser(url), device = {}) {
      const { code } = await office.desk.codes.make({ officer, validFor: 60_000 })
      return browser.enrol(code, device)
    },
    async close() {
      if (couchdbUrl && !options.village) await app.fastify.close().then(() => dropAll(office, village))
      else await app.close()
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const newVillage = () => `uji-${process.pid}-${Date.now().toString(36)}-${villages++}`

async function dropAll({ couch }: Office, village: string): Promise<void> {
  for (const name of await databasesOf(couch, village)) await dropDatabase({ server: couch.server, name })
}

function entriesOf({
  id,
  name = `Petugas ${id}`,
  position,
  dusun,
  from = '2020-01-01',
  to,
}: Person): NewEntry[] {
  const term = {
    term: `${id}-${position}`,
    officer: id,
    position,
    from,
    ...(dusun ? { dusun } : {}),
    ...(to ? { to } : {}),
  }
  return [
    { journal: VILLAGE, kind: 'officerRecorded', data: { officer: id, name } },
    { journal: VILLAGE, kind: 'positionHeld', data: term },
  ]
}
