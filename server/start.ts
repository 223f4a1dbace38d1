/** Starts a village for real: the app, its port, the admin socket and the nightly backup. Shared by main and demo. */
import { keepNightly } from './admin/backup.ts'
import { carryOut } from './admin/commands.ts'
import { listenForOrders, refuseIfServed } from './admin/socket.ts'
import { createApp, type App, type AppOptions } from './app.ts'
import { ConfigError, isInsecure, type Config } from './config.ts'
import { firstLink } from './routes/first-officer.ts'
import type { Office } from './routes/office.ts'

/** For what is under way when the order to stop comes. */
const STOP_MS = 10_000

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
  const app = await createApp(options)
  const { fastify, office } = app
  try {
    await prepare?.(office)
    const link = await firstLink(office)
    await listen(app, config)
    const orders = await listenForOrders(config.dataDir, (order, say) => carryOut(office, order, say))
    const onFault = (error: unknown) => fastify.log.error({ err: error }, 'nightly backup failed')
    const nightly = config.backupDir ? keepNightly(office, config.backupDir, onFault) : undefined
    const close = async () => {
      orders.close()
      await nightly?.stop()
      await app.close()
    }
    return { ...app, firstLink: link, close }
  } catch (error) {
    await app.close()
    throw error
  }
}

async function listen({ fastify }: App, { host, port }: Config): Promise<void> {
  try {
    await fastify.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new ConfigError(`PORT ${port} is used by another program.`, { cause: error })
    if (code === 'EACCES')
      throw new ConfigError(`PORT ${port} needs rights that this user lacks.`, { cause: error })
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new ConfigError(`HOST "${host}" is no address of this machine.`, { cause: error })
    }
    throw error
  }
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

/** Ends the process: with one sentence for what the administrator can mend, with a stack for a fault of ours. */
export function fail(error: unknown): never {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(1)
}
