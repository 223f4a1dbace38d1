/** Contact: a phone says how it is, and hears what has reached whom. */
import type { FastifyInstance } from 'fastify'
import { veil } from '../../src/domain/ticks.ts'
import type { Watermark } from '../archive/index.ts'
import { activeActorOf, worksAtDesk } from './actor.ts'
import { idOf, type Condition, type Device } from './desk/devices.ts'
import type { DraftsWaiting } from './desk/kept-drafts.ts'
import { contactBody, readBody, type ContactBody } from './input.ts'
import type { Office } from './office.ts'

/**
 * `POST /api/contact`. The desk also hears of every phone (*Keadaan HP*) and of the last backup, a Kepala Dusun which
 * list of the own dusun is the latest.
 */
export function contactRoute(app: FastifyInstance, office: Office): void {
  app.post('/api/contact', async (request) => {
    const actor = activeActorOf(request)
    const condition = conditionOf(readBody(contactBody, request.body))
    const now = new Date().toISOString()
    await office.desk.devices.change(actor.device, () => ({ lastContact: now, condition }))
    // Asked first: what this device was told is stored by now arrived at or before it.
    const order = await office.archive.parts.orders.bound()
    const ticks = office.archive.marks.state()
    const marks = await office.archive.marks.watermarks()
    const watermark = marks[actor.officer]?.find(({ device }) => device === actor.device)
    const officers = veiled(marks)
    const village = await office.archive.villageNow()
    const forDesk = worksAtDesk(village, actor.officer) ? { ticks, ...(await deskNews(office)) } : {}
    const hamlet = await office.archive.hamlets.of(actor.officer, village)
    const place = await office.archive.lastPlace()
    const push = await office.push.tag(actor.device)
    const drafts = await office.desk.drafts.count(actor)
    const more = {
      ...(hamlet ? { dusun: hamlet.tag } : {}),
      ...(push ? { push } : {}),
      ...(drafts ? { drafts } : {}),
    }
    const news = { ...forDesk, ...more, ...(place ? { place } : {}) }
    const rescue = await office.desk.rescue.keyFor(actor.device)
    return { now, order, watermark: watermark ?? null, officers, rescue, ...news }
  })
}

/** What a phone lacks is told to all without naming it: not everybody may know that there is such a case. */
function veiled(marks: Record<string, Watermark[]>): Record<string, Watermark[]> {
  const hide = (mark: Watermark) => ({ ...mark, without: mark.without.map(veil) })
  return Object.fromEntries(Object.entries(marks).map(([officer, own]) => [officer, own.map(hide)]))
}

async function deskNews({ archive, desk, lastBackup }: Office) {
  const [devices, waiting, drafts] = await Promise.all([
    desk.devices.list(),
    desk.devices.waiting(),
    desk.drafts.waiting(),
  ])
  return {
    backup: await lastBackup(),
    ...(await restoredNews(archive)),
    devices: devices.map((device) => rowOf(device, waiting, drafts)),
  }
}

async function restoredNews(archive: Office['archive']) {
  const [restored, numbersWait] = [await archive.restoredLately(), await archive.numbersHeld()]
  if (!restored && !numbersWait) return {}
  const at = restored ? new Date(restored.at).toISOString() : null
  const lost = restored?.formsLost ? { formsLost: restored.formsLost } : {}
  return { restored: { at, numbersWait, ...lost } }
}

/**
 * One row of *Keadaan HP*; `waiting` counts what a lost phone has sent and a person has to look at, `drafts` what was half
 * typed on it and waits for another one of its officer.
 */
function rowOf(
  doc: Device & { _id: string },
  waiting: ReadonlyMap<string, number>,
  drafts: ReadonlyMap<string, DraftsWaiting>,
) {
  const { officer, label, platform, enrolledAt, lastContact, state, token, condition, decided } = doc
  const device = idOf(doc)
  const about = { device, officer, label, platform, enrolledAt, lastContact, state, signedOut: !token }
  const kept = drafts.get(device)
  const more = { ...(decided ? { decided } : {}), ...(kept ? { drafts: kept } : {}) }
  return { ...about, ...condition, ...more, waiting: waiting.get(device) ?? 0 }
}

function conditionOf({ unsent, files, refused, version, oldestUnsent, freeBytes }: ContactBody): Condition {
  return {
    unsent,
    files,
    refused,
    version,
    ...(oldestUnsent ? { oldestUnsent } : {}),
    ...(typeof freeBytes === 'number' ? { freeBytes } : {}),
  }
}
