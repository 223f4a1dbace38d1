/** Starts a village for real: the app, its port, the admin socket and the nightly backup. Shared by main and demo. */
import { statfs } from 'node:fs/promises'
import { keepNightly } from './admin/backup.ts'
import { carryOut } from './admin/commands.ts'
import { listenForOrders, refuseIfServed } from './admin/socket.ts'
import { keepWatch } from './admin/watch.ts'
import { createApp, type App, type AppOptions } from './app.ts'
import { ConfigError, isInsecure, type Config } from './config.ts'
import { EngineError, onSpoilt } from './couch/index.ts'
import { listening } from './listening.ts'
import { firstLink } from './routes/first-officer.ts'
import type { Office } from './routes/office.ts'
import { awaitTurn } from './turn.ts'

/** For what is under way when the order to stop comes. */
const STOP_MS = 10_000
const DAY_MS = 86_400_000
const ROOM_CHECK_MS = 5_000
/** With less a store can't be opened. */
const ROOM_BYTES = 64 * 1024 * 1024

export interface StartOptions extends AppOptions {
  /** What has to be written before anybody may come in. */
  prepare?: (office: Office) => Promise<void>
}

export interface Started extends App {
  /** The link for the first officer, while nobody can get in. */
  firstLink?: string | undefined
}

/** Starts serving. Throws ConfigError, in one sentence, where something stands in the way. */
export async function start({ prepare, ...options }: StartOptions): Promise<Started> {
  const { config } = options
  await refuseIfServed(config.dataDir)
  const app = await createApp({ ...options, lease: options.lease ?? (await awaitTurn(config)) })
  const { fastify, office } = app
  try {
    await prepare?.(office)
    const link = await firstLink(office)
    await listening(config, () => fastify.listen({ host: config.host, port: config.port }))
    const orders = await listenForOrders(config.dataDir, (order, say) => carryOut(office, order, say))
    const failed = (what: string) => (error: unknown) => fastify.log.error({ err: error }, `${what} failed`)
    const nightly = config.backupDir
      ? keepNightly(office, config.backupDir, failed('nightly backup'))
      : undefined
    const sweeping = keepWatch(() => sweepDrafts(app), DAY_MS, failed('sweeping drafts'))
    const close = async () => {
      orders.close()
      await nightly?.stop()
      await sweeping.stop()
      await app.close()
    }
    return { ...app, firstLink: link, close }
  } catch (error) {
    await app.close()
    throw error
  }
}

/** Drafts out of rescue files are kept until a day that the office was told (decision 044). */
async function sweepDrafts({ office, fastify }: App): Promise<void> {
  const count = await office.desk.drafts.sweep()
  if (count) fastify.log.info({ count }, 'drafts that nobody fetched were taken out')
}

/** What an administrator should know of the set-up, one sentence a line. */
export function warningsOf({ publicUrl }: Config): string[] {
  if (!isInsecure(publicUrl)) return []
  return [
    `PUBLIC_URL is ${publicUrl}, plain http: phones can't install the app, can't open it without a network,`,
    'and get no notifications, camera or microphone. Put it behind https (docs/operations.md).',
  ]
}

/** Stops cleanly on SIGTERM and SIGINT; a second signal ends the process at once. */
export function stopOnSignals(app: App): void {
  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1)
    stopping = true
    console.log(`Stopped by ${signal}.`)
    setTimeout(() => process.exit(1), STOP_MS).unref()
    app.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/**
 * Ends the process where a write into the data folder failed, as soon as there is room: opened anew, the store takes
 * entries again. Until then it is read from, and what comes is refused and stays where it is.
 */
export function stopWhenSpoilt(app: App, dataDir: string): void {
  onSpoilt(() => {
    console.error(
      `A write into DATA_DIR (${dataDir}) failed: make room on its disk. Nothing more is taken until this server has started anew; it ends by itself as soon as there is room.`,
    )
    const watch = keepWatch(look, ROOM_CHECK_MS, (error) => console.error(error))
    async function look(): Promise<void> {
      const { bavail, bsize } = await statfs(dataDir)
      if (bavail * bsize < ROOM_BYTES) return
      void watch.stop()
      giveUp(app)
    }
  })
}

/** Ends the process where another server has taken over: started anew it is the standby, and has nothing old in its memory. */
export function stopWhenRelieved(app: App, village: string): void {
  app.office.lease.onLost(() => {
    console.error(`Another server has taken over the village "${village}": this one stops.`)
    giveUp(app)
  })
}

/** Ends the process so that it is started anew, and waits for what is under way only so long. */
function giveUp(app: App): void {
  setTimeout(() => process.exit(1), STOP_MS).unref()
  void app.close().finally(() => process.exit(1))
}

/** Ends the process: with one sentence for what the administrator can mend, with a stack for a fault of ours. */
export function fail(error: unknown): never {
  console.error(error instanceof ConfigError || error instanceof EngineError ? error.message : error)
  process.exit(1)
}
