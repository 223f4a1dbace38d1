/** Enrolment: a code is spent by a POST, never by opening the link, and the browser gets a session. */
import type { FastifyInstance } from 'fastify'
import { countAttempts, lineOf, type AttemptLimits } from './attempts.ts'
import { setSession } from './cookies.ts'
import type { CodeTrouble } from './desk/codes.ts'
import { HttpError } from './errors.ts'
import { recordFirstOfficer } from './first-officer.ts'
import { enrolBody, readBody } from './input.ts'
import type { Office } from './office.ts'

const STATUS: Record<CodeTrouble, number> = { 'code-unknown': 404, 'code-expired': 410, 'code-used': 409 }

/** `POST /api/enrol`. */
export function enrolRoute(app: FastifyInstance, office: Office, limits: AttemptLimits): void {
  const attempts = countAttempts(limits)

  app.post('/api/enrol', async (request, reply) => {
    const wait = attempts.wait(lineOf(request.ip))
    if (wait > 0) {
      reply.header('retry-after', Math.ceil(wait / 1000))
      throw new HttpError(429, 'too-many')
    }
    const { code, device } = readBody(enrolBody, request.body)
    const takeBack = attempts.fail(lineOf(request.ip))
    const spent = await office.desk.codes.spend(code, device.platform)
    if (!spent.ok) throw new HttpError(STATUS[spent.why], spent.why)
    takeBack()
    await recordFirstOfficer(office, spent.officer)
    const { id: known, label, platform } = device
    const session = await office.desk.devices.enrol({ officer: spent.officer, known, label, platform })
    setSession(reply, session, office.secure)
    return { officer: spent.officer, device: session.device, village: office.village }
  })
}
