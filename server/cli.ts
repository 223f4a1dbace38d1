/** `npm run link | backup | restore | reconcile | quarantine | json`: through the running server, or on its data where none runs. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { carryOut } from './admin/commands.ts'
import { giveOrder, type Order } from './admin/socket.ts'
import { SILENT } from './archive/index.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { openOffice } from './open.ts'
import { fail } from './start.ts'
import { takeTurn } from './turn.ts'

process.umask(0o077)

const say = (line: string) => console.log(line)

async function main([command = '', ...rest]: string[]): Promise<number> {
  const config = readConfig(process.env)
  const order = { command, args: argumentsOf(command, rest, config) }
  return (await giveOrder(config.dataDir, order, say)) ?? (await alone(config, order))
}

/** Paths are made absolute: the server may run elsewhere. */
function argumentsOf(command: string, args: string[], config: Config): Order['args'] {
  if (command === 'link') return parse(args, { officer: { type: 'string' } })
  if (command === 'backup') {
    const { folder = config.backupDir ?? 'backup' } = parse(args, { folder: { type: 'string' } })
    return { folder: resolve(String(folder)) }
  }
  if (command === 'restore') {
    const known = { file: { type: 'string' }, force: { type: 'boolean' }, 'last-number': { type: 'string' } }
    const { file, force = false, 'last-number': last } = parse(args, known as Options)
    if (last !== undefined && !/^\d{1,5}$/.test(String(last)))
      throw new ConfigError('--last-number is the running number alone, as 57 of 057/ADU/XI/2026.')
    if (!file && last === undefined)
      throw new ConfigError('Which file? npm run restore -- --file <backup> [--last-number <n>]')
    return {
      ...(file ? { file: resolve(String(file)), force } : {}),
      ...(last === undefined ? {} : { last }),
    }
  }
  if (command === 'json') {
    const { file } = parse(args, { file: { type: 'string' } })
    if (!file) throw new ConfigError('Into which file? npm run json -- --file <name>.json')
    return { file: resolve(String(file)) }
  }
  if (command === 'reconcile') return parse(args, {})
  if (command === 'quarantine')
    return parse(args, {
      device: { type: 'string' },
      admit: { type: 'boolean' },
      discard: { type: 'boolean' },
    })
  throw new ConfigError('Known commands: link, backup, restore, reconcile, quarantine, json.')
}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options']

function parse(args: string[], options: Options): Order['args'] {
  try {
    return { ...parseArgs({ args, options }).values } as Order['args']
  } catch (error) {
    throw new ConfigError((error as Error).message)
  }
}

/** Opens the data itself. Only a restore may begin an empty village: elsewhere it would be a mistyped DATA_DIR. */
async function alone(config: Config, order: Order): Promise<number> {
  if (!config.couchdbUrl && order.command !== 'restore' && !existsSync(config.dataDir)) {
    throw new ConfigError(`DATA_DIR (${config.dataDir}) does not exist: is it the right one?`)
  }
  const { office, close } = await openOffice(config, SILENT, await takeTurn(config))
  try {
    return await carryOut(office, order, say)
  } finally {
    await close()
  }
}

main(process.argv.slice(2)).then((code) => process.exit(code), fail)
