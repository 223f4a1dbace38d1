import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { attachmentRoutes } from './attachmentRoutes.ts'
import { createGuard, type Guard } from './auth.ts'
import { bulkRoutes } from './bulkRoutes.ts'
import { changesRoute } from './changesRoute.ts'
import { documentRoutes } from './documentRoutes.ts'
import { asCouchError, CouchError } from './errors.ts'
import { occupy } from './home.ts'
import { send, sendError } from './http.ts'
import { localRoutes } from './localRoutes.ts'
import { readRoutes } from './readRoutes.ts'
import { route, type Routes } from './router.ts'
import { serverRoutes } from './serverRoutes.ts'
import { Shelf } from './shelf.ts'

export { EngineError } from './home.ts'

export type Embedded = { url: string; close(): Promise<void> }

/**
 * Starts the embedded engine: the part of CouchDB's API that the contract names, on loopback, over LevelDB in
 * `<dataDir>/couch`. The url carries credentials that are made anew at every start.
 */
export async function startEmbedded({ dataDir }: { dataDir: string }): Promise<Embedded> {
  const home = await occupy(dataDir)
  const shelf = new Shelf(home.dir)
  await shelf.openAll().catch(async (error: unknown) => {
    await shelf.close()
    await home.leave()
    throw error
  })
  const guard = createGuard()
  const routes: Routes = {
    ...serverRoutes(shelf, home.uuid),
    ...documentRoutes(shelf),
    ...attachmentRoutes(shelf),
    ...localRoutes(shelf),
    ...readRoutes(shelf),
    ...bulkRoutes(shelf),
    ...changesRoute(shelf),
  }
  const server = createServer((request, response) => void serve(routes, guard, request, response))
  // Longer than any client keeps an idle connection, so that none is closed under a request on its way.
  server.keepAliveTimeout = 70_000
  const port = await listen(server).catch(async (error: unknown) => {
    await home.leave()
    throw error
  })
  let closing: Promise<void> | undefined
  const close = async () => {
    const silent = stopServer(server)
    await shelf.close()
    await silent
    await home.leave()
  }
  return {
    url: `http://${guard.user}:${guard.secret}@127.0.0.1:${port}`,
    close: () => (closing ??= close()),
  }
}

async function serve(routes: Routes, guard: Guard, request: IncomingMessage, response: ServerResponse) {
  try {
    if (!guard.admits(request.headers.authorization)) throw unauthorized()
    send(response, await route(routes, request, response))
  } catch (error) {
    sendError(response, asCouchError(error))
  }
}

const unauthorized = () =>
  new CouchError(401, 'unauthorized', 'You are not authorized to access this server.')

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

/** No new connections; those with a request under way have five seconds to finish it. */
function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), 5_000)
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(patience)
      clearInterval(idle)
      resolve()
    })
  })
}
