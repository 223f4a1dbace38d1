import nano from 'nano'
import { startEmbedded } from './embedded/index.ts'

/** The engine behind the server, whichever it is. */
export type Couch = {
  engine: 'embedded' | 'couchdb'
  version: string
  /** Stays the same for the life of the data; part of what phones build their replication id from. */
  uuid: string
  server: nano.ServerScope
  close(): Promise<void>
}

type Welcome = { couchdb?: string; version?: string; uuid?: string }

/** Connects to the CouchDB of `couchdbUrl`, or starts the embedded engine in `dataDir` when none is given. */
export async function connect(options: { dataDir: string; couchdbUrl?: string | undefined }): Promise<Couch> {
  return options.couchdbUrl ? connectCouch(options.couchdbUrl) : connectEmbedded(options.dataDir)
}

async function connectEmbedded(dataDir: string): Promise<Couch> {
  const { url, close } = await startEmbedded({ dataDir })
  const server = nano(url)
  const { version = '', uuid = '' } = (await server.request({ path: '' })) as Welcome
  return { engine: 'embedded', version, uuid, server, close }
}

async function connectCouch(couchdbUrl: string): Promise<Couch> {
  const { url, shown } = readUrl(couchdbUrl)
  const server = nano({ url })
  const { couchdb, version = '', uuid = '' } = await greet(server, shown)
  if (couchdb !== 'Welcome') throw new Error(`COUCHDB_URL (${shown}) does not answer like a CouchDB.`)
  if (!isRecent(version))
    throw new Error(`COUCHDB_URL (${shown}) is CouchDB ${version}; 3.2 or newer is needed.`)
  await checkAdmin(server, shown)
  return { engine: 'couchdb', version, uuid, server, close: async () => {} }
}

/** Credentials never reach a message. */
function readUrl(text: string): { url: string; shown: string } {
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw new Error('COUCHDB_URL is not a URL like http://user:password@host:5984.')
  }
  const url = new URL(text)
  const shown = url.host
  if (!url.username || !url.password) throw new Error(`COUCHDB_URL (${shown}) carries no user and password.`)
  return { url: text.replace(/\/+$/, ''), shown }
}

type Trouble = { statusCode?: number; message: string }

async function greet(server: nano.ServerScope, shown: string): Promise<Welcome> {
  try {
    return (await server.request(timed({ path: '' }))) as Welcome
  } catch (error) {
    const { statusCode, message } = error as Trouble
    if (statusCode === 401) throw new Error(`COUCHDB_URL (${shown}) refuses the user or the password.`)
    if (statusCode) throw new Error(`COUCHDB_URL (${shown}) answers with status ${statusCode}: ${message}.`)
    throw new Error(`COUCHDB_URL (${shown}) cannot be reached: ${message}.`)
  }
}

/** Databases are created and secured by the server itself, which only an admin of the CouchDB may do. */
async function checkAdmin(server: nano.ServerScope, shown: string): Promise<void> {
  try {
    const { userCtx } = (await server.request(timed({ path: '_session' }))) as {
      userCtx: { roles: string[] }
    }
    if (userCtx.roles.includes('_admin')) return
  } catch (error) {
    const { statusCode, message } = error as Trouble
    if (statusCode !== 401) throw new Error(`COUCHDB_URL (${shown}) does not tell who we are: ${message}.`)
    throw new Error(`COUCHDB_URL (${shown}) refuses the user or the password.`)
  }
  throw new Error(`COUCHDB_URL (${shown}): the user is not an admin of this CouchDB.`)
}

const timed = (options: nano.RequestOptions) => ({ ...options, signal: AbortSignal.timeout(15_000) })

function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 3 || (major === 3 && minor >= 2)
}
