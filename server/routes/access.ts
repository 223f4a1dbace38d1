/** The log of who opened, printed and exported which case. */
import type { FastifyInstance } from 'fastify'
import { journalKind } from '../../src/domain/ids.ts'
import { addDays } from '../../src/domain/time.ts'
import { activeActorOf } from './actor.ts'
import { HttpError } from './errors.ts'
import type { Office } from './office.ts'

interface Asked {
  Querystring: Partial<Record<'dari' | 'sampai' | 'aduan', string | string[]>>
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
/** More than a year at once is a copy of the log, and slow. */
const SPAN_DAYS = 400

/**
 * `GET /api/akses?dari=2026-11-01&sampai=2026-11-30[&aduan=<case>]` → `{rows}`. Only lines of cases whose log the caller
 * answers for are in it: to everybody else it is empty, and tells nothing. Throws 400 `invalid`.
 */
export function accessRoute(app: FastifyInstance, { archive }: Office): void {
  app.get<Asked>('/api/akses', async (request) => {
    const { officer } = activeActorOf(request)
    const { dari: from, sampai: to, aduan } = request.query
    if (!isDay(from) || !isDay(to) || from > to || addDays(from, SPAN_DAYS) < to)
      throw new HttpError(400, 'invalid', 'dari')
    if (aduan !== undefined && (typeof aduan !== 'string' || journalKind(aduan) !== 'case'))
      throw new HttpError(400, 'invalid', 'aduan')
    return { rows: await archive.accessLog(officer, { from, to, ...(aduan ? { case: aduan } : {}) }) }
  })
}

const isDay = (text: unknown): text is string => typeof text === 'string' && DAY.test(text)
