/**
 * Commands for the running server come through a Unix socket in the data folder that only its user may open: one
 * line of JSON in, lines of JSON out, the last one with the exit code.
 */
import { chmod, rm } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join, relative, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { ConfigError } from '../config.ts'

export interface Order {
  command: string
  args: Record<string, string | boolean>
}

export type Say = (line: string) => void
/** Carries out an order, says what a person should read, answers the exit code. */
export type Carrier = (order: Order, say: Say) => Promise<number>

/** The system's limit for the path of a socket. */
const LONGEST_PATH = 107

/** The shorter of the socket's absolute and relative path: deep folders would exceed the limit. */
export function socketPath(dataDir: string): string {
  const path = resolve(dataDir, 'admin.sock')
  const near = relative(process.cwd(), path)
  const shorter = near.length < path.length ? near : path
  if (shorter.length <= LONGEST_PATH) return shorter
  throw new ConfigError(
    `DATA_DIR is too long for a socket: ${join(dataDir, 'admin.sock')} may have ${LONGEST_PATH} letters.`,
  )
}

/** Throws ConfigError where a running server has the data folder: to be asked before anything in it is touched. */
export async function refuseIfServed(dataDir: string): Promise<void> {
  const socket = await dial(socketPath(dataDir))
  socket?.destroy()
  if (!socket) return
  throw new ConfigError(
    `Another server already runs on DATA_DIR (${dataDir}): stop it, or name another folder.`,
  )
}

/** Listens for orders; a socket that a killed server left behind is replaced. */
export async function listenForOrders(dataDir: string, carry: Carrier): Promise<Server> {
  const path = socketPath(dataDir)
  await refuseIfServed(dataDir)
  await rm(path, { force: true })
  // What is no order ends the line, not the server.
  const server = createServer((socket) => void serve(socket, carry).catch(() => socket.destroy()))
  await new Promise<void>((done, failed) => server.once('error', failed).listen(path, done))
  await chmod(path, 0o600)
  return server
}

async function serve(socket: Socket, carry: Carrier): Promise<void> {
  // Whoever gave the order may leave; it is finished all the same.
  socket.on('error', () => {})
  const send = (value: unknown) => socket.write(`${JSON.stringify(value)}\n`)
  for await (const line of createInterface({ input: socket })) {
    const exit = await carry(JSON.parse(line) as Order, (say) => send({ say }))
    send({ exit })
    break
  }
  socket.end()
}

/** Hands an order to the running server; undefined where none runs. */
export async function giveOrder(dataDir: string, order: Order, say: Say): Promise<number | undefined> {
  const socket = await dial(socketPath(dataDir))
  if (!socket) return undefined
  socket.write(`${JSON.stringify(order)}\n`)
  for await (const line of createInterface({ input: socket })) {
    const answer = JSON.parse(line) as { say?: string; exit?: number }
    if (answer.say !== undefined) say(answer.say)
    if (answer.exit !== undefined) return answer.exit
  }
  throw new ConfigError('The server stopped before the command was finished.')
}

/** What the system says where no server listens (or no folder is). */
const NOBODY = new Set<string | undefined>(['ENOENT', 'ECONNREFUSED', 'ENOTDIR'])

function dial(path: string): Promise<Socket | undefined> {
  return new Promise((done, failed) => {
    const socket = connect(path)
    socket.once('connect', () => done(socket))
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (NOBODY.has(error.code)) done(undefined)
      else if (error.code === 'EACCES')
        failed(new ConfigError(`The server's socket ${path} belongs to another user.`))
      else failed(error)
    })
  })
}
