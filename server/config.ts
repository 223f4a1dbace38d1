/** The configuration: environment variables, checked before anything starts (docs/operations.md has the table). */

export interface Config {
  port: number
  /** The address to listen on. */
  host: string
  /** Where the embedded engine and the admin socket live. */
  dataDir: string
  /** Names the village's databases, so that one cluster can host many. */
  village: string
  /** The origin under which people reach the app, without a trailing slash. */
  publicUrl: string
  /** A CouchDB with credentials; without it the embedded engine runs. */
  couchdbUrl?: string
  /** Nightly backups go here; without it there are none. */
  backupDir?: string
}

/** A wrong value, told in one sentence that a person can act on. */
export class ConfigError extends Error {}

type Environment = Record<string, string | undefined>

/** Reads the configuration. Throws ConfigError at the first wrong value; empty counts as not given. */
export function readConfig(env: Environment): Config {
  const port = readPort(env.PORT || '8080')
  const publicUrl = readOrigin(env.PUBLIC_URL || `http://localhost:${port}`)
  return {
    port,
    publicUrl,
    host: env.HOST || defaultHost(publicUrl),
    dataDir: env.DATA_DIR || './data',
    village: readVillage(env.VILLAGE || 'desa'),
    ...(env.COUCHDB_URL ? { couchdbUrl: readCouchdbUrl(env.COUCHDB_URL) } : {}),
    ...(env.BACKUP_DIR ? { backupDir: env.BACKUP_DIR } : {}),
  }
}

/** Whether browsers refuse the origin what needs a secure context: install, offline, notifications, camera. */
export function isInsecure(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl)
  return protocol === 'http:' && !isLocal(hostname)
}

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port
  throw new ConfigError(`PORT must be a number from 1 to 65535, but it is "${text}".`)
}

function readVillage(text: string): string {
  if (/^[a-z][a-z0-9-]{0,30}$/.test(text)) return text
  throw new ConfigError(
    `VILLAGE must be 1 to 31 lower-case letters, digits or dashes and begin with a letter, but it is "${text}".`,
  )
}

function readOrigin(text: string): string {
  const url = parseHttp(text)
  const bare = url && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (bare) return url.origin
  throw new ConfigError(
    `PUBLIC_URL must be an address like https://aduan.desa.example without a path, but it is "${text}".`,
  )
}

/** The value may hold a password: the sentence does not repeat it. */
function readCouchdbUrl(text: string): string {
  const url = parseHttp(text)
  if (url && url.pathname === '/' && !url.search && !url.hash) return text.replace(/\/$/, '')
  throw new ConfigError('COUCHDB_URL must be an address like http://user:password@127.0.0.1:5984.')
}

function parseHttp(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url && /^https?:$/.test(url.protocol) ? url : undefined
}

/** Behind a proxy or a tunnel on this machine nobody else needs the port; on plain http in a LAN everybody does. */
function defaultHost(publicUrl: string): string {
  return isInsecure(publicUrl) ? '0.0.0.0' : 'localhost'
}

function isLocal(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname.endsWith('.localhost') || /^(127\.[\d.]+|\[::1\])$/.test(hostname)
  )
}
