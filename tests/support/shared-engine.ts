/** The embedded engine as a CouchDB that several server processes share: what only a real one answers is added. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startEmbedded } from '../../server/couch/embedded/index.ts'

export interface SharedEngine {
  /** For COUCHDB_URL. */
  url: string
  close(): Promise<void>
}

const ADMIN = { names: [], roles: ['_admin'] }

export async function shareEngine(dataDir: string): Promise<SharedEngine> {
  const engine = await startEmbedded({ dataDir })
  const behind = new URL(engine.url)
  const server = createServer((asked, answer) => {
    const path = asked.url!.split('?', 1)[0]!
    if (path === '/_session') return tell(answer, { userCtx: { roles: ['_admin'] } })
    if (path.endsWith('/_security')) return tell(answer, { admins: ADMIN, members: ADMIN })
    if (asked.method === 'GET' && /^\/[^/_][^/]*$/.test(path)) return tell(answer, { cluster: { q: 1 } })
    pass(asked, answer, behind)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = new URL(engine.url)
  url.port = String((server.address() as AddressInfo).port)
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await engine.close()
  }
  return { url: url.href, close }
}

function tell(answer: ServerResponse, body: object): void {
  answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function pass(asked: IncomingMessage, answer: ServerResponse, { hostname, port }: URL): void {
  const { method, headers, url: path } = asked
  const onward = request({ hostname, port, method, headers, path }, (reply) => {
    answer.writeHead(reply.statusCode!, reply.headers)
    reply.pipe(answer)
  })
  onward.on('error', () => answer.destroy())
  answer.on('close', () => onward.destroy())
  asked.pipe(onward)
}
