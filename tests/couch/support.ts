import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import PouchDB from 'pouchdb-core'
import http from 'pouchdb-adapter-http'
import leveldb from 'pouchdb-adapter-leveldb'
import replication from 'pouchdb-replication'
import { build } from 'vite'
import { connect, dropDatabase, ensureDatabase, type Couch, type Db } from '../../server/couch/index.ts'

export const Pouch = PouchDB.plugin(http).plugin(leveldb).plugin(replication)

/** The engines at hand: always the embedded one, and a CouchDB when TEST_COUCHDB_URL names it. */
export const engines = ['embedded', ...(process.env.TEST_COUCHDB_URL ? ['couchdb'] : [])]

export async function temporaryDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'kentongan-couch-'))
}

export type Bench = { couch: Couch; fresh(): Promise<Db>; end(): Promise<void> }

/** An engine with databases for one test file. */
export async function openEngine(engine: string): Promise<Bench> {
  const dataDir = await temporaryDir()
  const couchdbUrl = engine === 'couchdb' ? process.env.TEST_COUCHDB_URL : undefined
  const couch = await connect({ dataDir, couchdbUrl })
  const dbs: Db[] = []
  const run = `t${Date.now().toString(36)}-${process.pid}`
  return {
    couch,
    async fresh() {
      const db = await ensureDatabase(couch, `kentongan-${run}-box-n${dbs.length}`)
      dbs.push(db)
      return db
    },
    async end() {
      await Promise.all(dbs.map(dropDatabase))
      await couch.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export type Reply = { status: number; body: any } // eslint-disable-line @typescript-eslint/no-explicit-any

export type Wire = (method: string, path: string, body?: unknown) => Promise<Reply>

/** Bare HTTP to a server whose url carries credentials; a string body goes out as it is. */
export function wire(url: string): Wire {
  const { origin, username, password } = new URL(url)
  const authorization = 'Basic ' + Buffer.from(`${username}:${password}`).toString('base64')
  return async (method, path, body) => {
    const headers = { authorization, accept: 'application/json', 'content-type': 'application/json' }
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const response = await fetch(origin + path, {
      method,
      headers,
      ...(text !== undefined && { body: text }),
    })
    const answer = await response.text()
    return { status: response.status, body: answer === '' ? undefined : JSON.parse(answer) }
  }
}

/** Below one database. */
export const wireOf = (db: Db): Wire => {
  const call = wire((db.server.config as unknown as { url: string }).url)
  return (method, path, body) => call(method, `/${db.name}${path}`, body)
}

export const urlOf = (db: Db) => `${(db.server.config as unknown as { url: string }).url}/${db.name}`

/** Bundles a script of this folder, since Node 20 does not run TypeScript; answers where it lies. */
export async function bundle(name: string): Promise<{ script: string; remove(): Promise<void> }> {
  const outDir = await temporaryDir()
  await symlink(resolve('node_modules'), join(outDir, 'node_modules'))
  const rollupOptions = { input: resolve('tests/couch', `${name}.ts`) }
  const options = { ssr: true, outDir, emptyOutDir: false, target: 'node20', rollupOptions }
  await build({ configFile: false, publicDir: false, logLevel: 'error', build: options })
  return { script: join(outDir, `${name}.js`), remove: () => rm(outDir, { recursive: true, force: true }) }
}
