/** `/lacak`: how far a complaint is, by its receipt code. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { foldCase } from '../../../src/domain/fold.ts'
import { parseReceiptCode, showReceiptCode } from '../../../src/domain/receipt.ts'
import { answerOf, trackingOf, type Tracking } from '../../../src/domain/tracking.ts'
import { lineOf } from '../attempts.ts'
import type { Office } from '../office.ts'
import { countBy, type PublicLimits } from './doorman.ts'
import type { Now } from './now.ts'
import { askPage, trackedPage } from './track-page.ts'
import { words } from './words.ts'

interface Asked {
  Querystring: Record<string, unknown>
}

interface Form {
  Body: URLSearchParams
}

/** Every answer takes as long, whatever was found. */
const ANSWER_MS = 300
const FORM_BYTES = 4_096
const EVERYBODY = 'all'

/** `GET` and `POST /lacak`. `?kode=` fills in the code, as the QR of a receipt does. */
export function trackRoutes(app: FastifyInstance, office: Office, limits: PublicLimits, now: Now): void {
  const guesses = countBy(limits.guesses)
  const perCode = countBy(limits.perCode)

  app.get<Asked>('/lacak', async ({ query }, reply) => {
    const code = String(query.kode ?? '').slice(0, 40)
    if (!code) reply.removeHeader('x-robots-tag')
    return askPage((await now()).profile, { code })
  })
  app.get('/lacak/*', (_request, reply) => reply.redirect('/lacak', 303))

  app.post<Form>('/lacak', { bodyLimit: FORM_BYTES }, async ({ body, ip }, reply) => {
    const started = performance.now()
    const { profile } = await now()
    const typed = { code: field(body, 'kode').slice(0, 40), digits: field(body, 'angka').slice(0, 4) }
    if (!typed.code)
      return reply.code(422).send(askPage(profile, { ...typed, wrong: words.track.codeMissing }))
    const code = parseReceiptCode(typed.code)
    const line = lineOf(ip)
    const counted = code ?? EVERYBODY
    const wait = Math.max(guesses.wait(line), code ? perCode.wait(counted) : 0)
    if (wait > 0) return waits(reply, askPage(profile, { ...typed, wrong: words.track.wait(wait) }), wait)
    const taken = [guesses.note(line), ...(code ? [perCode.note(code)] : [])]
    const found = code && (await look(office, code, typed.digits))
    await sleep(Math.max(0, started + ANSWER_MS - performance.now()))
    if (found) {
      for (const takeBack of taken) takeBack()
      return trackedPage(profile, showReceiptCode(code), found)
    }
    return reply.code(404).send(askPage(profile, { ...typed, wrong: words.track.wrong }))
  })
}

const field = (body: unknown, name: string): string =>
  (body instanceof URLSearchParams ? (body.get(name) ?? '') : '').trim()

const waits = (reply: FastifyReply, page: string, minutes: number): FastifyReply =>
  reply
    .code(429)
    .header('retry-after', minutes * 60)
    .send(page)

/** What the code, and the digits where they are asked for, show; undefined where they don't fit. */
async function look(office: Office, code: string, digits: string): Promise<Tracking | undefined> {
  const { archive } = office
  const coded = await archive.caseOf(code)
  if (!coded) return undefined
  const state = foldCase(coded.case, await archive.entriesOf(coded.case))
  if (!state.facts) return undefined
  const own = trackingOf(state, coded.joined, await archive.villageNow())
  const tracking = state.mergedInto ? await withMerged(office, own, state.mergedInto) : own
  return tracking.digits === undefined || same(tracking.digits, digits) ? tracking : undefined
}

/** A case that was merged goes on as the other one, and is answered with it; what that one hides stays hidden. */
async function withMerged({ archive }: Office, own: Tracking, into: string): Promise<Tracking> {
  const other = foldCase(into, await archive.entriesOf(into))
  if (!other.facts || other.mergedInto) return own
  const { progress, answer } = answerOf(other, await archive.villageNow())
  const { receivedOn } = own.progress
  return { ...own, progress: { ...progress, receivedOn }, ...(answer && own.digits ? { answer } : {}) }
}

const digestOf = (text: string) => new Uint8Array(createHash('sha256').update(text).digest())

/** In the same time, whatever differs. */
const same = (a: string, b: string): boolean => timingSafeEqual(digestOf(a), digestOf(b))
