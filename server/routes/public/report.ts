/** `/lapor`: the village's public form. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseReceiptCode } from '../../../src/domain/receipt.ts'
import { HttpError } from '../errors.ts'
import type { Office } from '../office.ts'
import { MOST_BYTES, readForm } from './body.ts'
import { countBy, openDoor, type PublicLimits } from './doorman.ts'
import { formPage } from './form-page.ts'
import { notice, short } from './layout.ts'
import type { Now } from './now.ts'
import { openPasses } from './pass.ts'
import { receivedPage } from './received-page.ts'
import { submit, type Result } from './submit.ts'
import { EMPTY } from './values.ts'
import { words } from './words.ts'

/** Kept by the browser for its *Kembali*, and by nobody else. */
const OWN = 'private, no-cache'
/** A browser hears no answer before it has sent everything; so much of what is turned away is waited for. */
const DRAINED_BYTES = 1024 * 1024

interface Asked {
  Querystring: Record<string, unknown>
}

const lengthOf = ({ headers }: FastifyRequest): number => Number(headers['content-length'] ?? 0)

/** `GET` and `POST /lapor`, and the page with the code, `GET /lapor/terima`. */
export function reportRoutes(app: FastifyInstance, office: Office, limits: PublicLimits, now: Now): void {
  const { desk, publicUrl } = office
  const passes = openPasses(desk.keys, office.archive.clock)
  const door = openDoor(limits)
  const clerk = { office, passes, taken: countBy(limits.taken) }

  app.get('/lapor', async (_request, reply) => {
    const { village, profile, day } = await now()
    reply.header('cache-control', OWN)
    if (!village.settings.publicForm) return notice(profile, words.off)
    reply.removeHeader('x-robots-tag')
    return formPage({ village, day, values: EMPTY, pass: await passes.make() })
  })
  app.get('/lapor/*', (_request, reply) => reply.redirect('/lapor', 303))

  app.post('/lapor', { bodyLimit: MOST_BYTES, onRequest: atTheDoor }, async (request, reply) => {
    const { village, profile, day } = await now()
    const came = await readForm(request)
    if (!village.settings.publicForm) return reply.code(403).send(notice(profile, words.off))
    const onFault = (error: unknown) => request.log.error({ err: error, req: request }, 'not stored')
    const result = await submit(clerk, { came, address: request.ip, village, day, onFault })
    if ('code' in result) return reply.redirect(await receivedAt(result.code), 303)
    return askAgain(reply, result)
  })

  /** Before the body is read. */
  async function atTheDoor(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const entered = door.enter(request.ip)
    if (typeof entered !== 'number') {
      reply.raw.once('close', entered.leave)
      if (lengthOf(request) <= MOST_BYTES) return undefined
      reply.header('connection', 'close')
      throw new HttpError(413, 'too-large')
    }
    if (lengthOf(request) > DRAINED_BYTES) reply.header('connection', 'close')
    const { profile } = await now()
    reply.code(429).header('retry-after', entered * 60)
    return reply.send(short(profile, { title: words.busy.title, lead: words.busy.lead(entered) }))
  }

  async function askAgain(
    reply: FastifyReply,
    result: Exclude<Result, { code: string }>,
  ): Promise<FastifyReply> {
    const { village, day } = await now()
    const { status, wait, ...view } = result
    if (wait) reply.header('retry-after', wait * 60)
    return reply.code(status).send(formPage({ village, day, pass: await passes.make(), ...view }))
  }

  /** An address of its own, that a phone may load again; sealed, so that nobody is shown a code that none of us gave. */
  async function receivedAt(code: string): Promise<string> {
    const query = new URLSearchParams({ kode: code, tanda: await desk.keys.seal(`terima ${code}`) })
    return `/lapor/terima?${query.toString()}`
  }

  app.get<Asked>('/lapor/terima', async ({ query }, reply) => {
    const code = parseReceiptCode(String(query.kode ?? ''))
    const own = code && (await desk.keys.matches(String(query.tanda ?? ''), `terima ${code}`))
    if (!own) return reply.redirect('/lacak', 303)
    return receivedPage((await now()).profile, code, publicUrl)
  })
}
