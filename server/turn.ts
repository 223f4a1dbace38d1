/** One process serves a village: a further one on the same CouchDB waits here as a standby (docs/decisions/018). */
import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLease, UNSHARED, type Lease } from './archive/index.ts'
import { ConfigError, type Config } from './config.ts'
import { deskName, ensureDatabase } from './couch/index.ts'
import { makeFolder } from './folders.ts'
import { holderOf } from './holder.ts'
import { listening } from './listening.ts'
import { engineOf } from './open.ts'
import { VERSION } from './version.ts'

const LOOK_MS = 1_000
/** For who can't wait as a standby: a term, and a little. */
const PATIENCE_MS = 32_000

/** The lease of the village, once it is this server's turn. While another serves it answers as a standby. */
export async function awaitTurn(config: Config): Promise<Lease> {
  const lease = await leaseOf(config)
  if (await lease.take()) return lease
  const standby = await answerAsStandby(config)
  console.log(
    `Another server has the village "${config.village}". This one waits as a standby, and takes over when that one stops.`,
  )
  while (!(await lease.take().catch(() => false))) await sleep(LOOK_MS)
  standby.closeAllConnections()
  await new Promise((done) => standby.close(done))
  console.log(`The village "${config.village}" has no other server now: this one takes over.`)
  return lease
}

/** The lease, for a command. Throws ConfigError where another server keeps the village. */
export async function takeTurn(config: Config): Promise<Lease> {
  const lease = await leaseOf(config)
  for (const end = performance.now() + PATIENCE_MS; !(await lease.take()); await sleep(LOOK_MS))
    if (performance.now() > end)
      throw new ConfigError(
        `Another server has the village "${config.village}": give the command on its machine, with its DATA_DIR, or stop it.`,
      )
  return lease
}

/** The embedded engine lets nobody else into its folder; a CouchDB does. */
async function leaseOf(config: Config): Promise<Lease> {
  if (!config.couchdbUrl) return UNSHARED
  makeFolder('DATA_DIR', config.dataDir)
  const couch = await engineOf(config)
  return openLease(await ensureDatabase(couch, deskName(config.village)), holderOf(config.dataDir))
}

/** 503 to everything: phones come again, and whatever watches the servers knows which one to ask. */
async function answerAsStandby(config: Config): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(503, {
      'content-type': 'application/json',
      'retry-after': '10',
      'cache-control': 'no-store',
    })
    response.end(JSON.stringify({ status: 'standby', engine: 'couchdb', version: VERSION }))
  })
  const { host, port } = config
  await listening(
    config,
    () => new Promise<void>((done, failed) => server.once('error', failed).listen({ host, port }, done)),
  )
  return server
}
