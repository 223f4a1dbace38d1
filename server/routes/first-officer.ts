/**
 * How the first officer gets in. An empty village stays empty until its first code is spent: so a backup can be
 * restored into a new server without anything in its way.
 */
import { getRandomValues } from 'node:crypto'
import { keepersOn } from '../../src/domain/audience.ts'
import { isOfficerId, newOfficerId } from '../../src/domain/ids.ts'
import { dayOf } from '../../src/domain/time.ts'
import type { Village } from '../../src/domain/village.ts'
import { putNew, type Db } from '../couch/index.ts'
import { codeLink } from './code-text.ts'
import { SERVER_CODE_MS } from './desk/codes.ts'
import { HttpError } from './errors.ts'
import type { Office } from './office.ts'

/** Until the officer writes their own name in *Pengaturan*. */
const PLACEHOLDER = 'Petugas Pengelola'

interface FirstDoc {
  officer: string
}

/** A new link for the first officer while nobody can get in; undefined as soon as somebody can. */
export async function firstLink(office: Office): Promise<string | undefined> {
  const officer = await whoIsFirst(office)
  return officer && newLink(office, officer)
}

/** A new link of the server's own making for an officer. */
export async function newLink(office: Office, officer: string): Promise<string> {
  const { code } = await office.desk.codes.make({ officer, validFor: SERVER_CODE_MS })
  return codeLink(office.publicUrl, code)
}

/** The officer to let in first: nobody where a device was ever enrolled. */
async function whoIsFirst({ archive, desk }: Office): Promise<string | undefined> {
  if ((await desk.devices.list()).length > 0) return undefined
  const village = await archive.villageNow()
  return isEmpty(village) ? reserved(desk.db) : keepersOn(village, today())[0]
}

/** The id kept for the first officer, the same for every link that is printed. */
async function reserved(desk: Db): Promise<string> {
  const doc = { _id: 'first-officer', officer: newOfficerId(getRandomValues(new Uint8Array(16))) }
  const existing = await putNew<FirstDoc>(desk, doc)
  return existing === 'created' ? doc.officer : existing.officer
}

/** Writes the first officer into the village's journal, once their code is spent. Does nothing for any other. */
export async function recordFirstOfficer({ archive }: Office, officer: string): Promise<void> {
  const village = await archive.villageNow()
  if (Object.hasOwn(village.officers, officer)) return
  // A code of a village that was empty and has been restored since: its officer does not exist.
  if (!isEmpty(village) || !isOfficerId(officer)) throw new HttpError(404, 'code-unknown')
  await archive.append([
    { journal: 'village', kind: 'officerRecorded', data: { officer, name: PLACEHOLDER } },
    { journal: 'village', kind: 'positionHeld', data: firstTerm(officer) },
  ])
}

function firstTerm(officer: string) {
  return { term: 'first', officer, position: 'petugasPengelola' as const, from: today() }
}

const isEmpty = (village: Village) => Object.keys(village.officers).length === 0

const today = () => dayOf(new Date().toISOString())
