/** Requests that change something must come from the app itself (cross-site request forgery). */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answerError, HttpError } from './errors.ts'
import { isData } from './paths.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses unsafe requests that another site's page could have made: with a foreign Origin, or simple enough to be
 * sent without asking (neither JSON nor our own header). SameSite=Strict is the other half.
 */
export function guardAgainstForgery(app: FastifyInstance, publicUrl: string): void {
  app.addHook('onRequest', async (request, reply) => {
    const unsafe = !SAFE.has(request.method) && isData(request.url)
    // Answered here, the same for the API and the doors.
    if (unsafe && !isOwn(request, publicUrl))
      return answerError(new HttpError(403, 'cross-site'), request, reply)
    return undefined
  })
}

function isOwn(request: FastifyRequest, publicUrl: string): boolean {
  const { origin, 'content-type': type = '', 'x-kentongan-device': device } = request.headers
  if (request.headers['sec-fetch-site'] === 'cross-site') return false
  if (origin !== undefined && origin !== publicUrl && !isSameHost(origin, request.host)) return false
  return device !== undefined || /^application\/json\b/i.test(type)
}

/** The address somebody really uses may differ from PUBLIC_URL (an IP in the office's LAN). */
const isSameHost = (origin: string, host: string) => URL.canParse(origin) && new URL(origin).host === host
