/** A small village on a real server, and its officers' phones. */
import type { NewEntry } from '../../src/domain/entries.ts'
import { newCaseId } from '../../src/domain/ids.ts'
import type { App } from '../../server/app.ts'
import { PEOPLE, complaint } from '../support/domain.ts'
import { Phone } from './support.ts'

export { PEOPLE, complaint }

const TERMS = [
  [PEOPLE.petugas, 'petugasPengelola', undefined],
  [PEOPLE.kades, 'kepalaDesa', undefined],
  [PEOPLE.kadusA, 'kepalaDusun', 'A'],
  [PEOPLE.kadusB, 'kepalaDusun', 'B'],
] as const

/** Writes officers and positions as the server's own entries. */
export async function settleVillage({ office }: App): Promise<void> {
  const names = new Map(Object.entries(PEOPLE).map(([name, id]) => [id as string, name]))
  const entries = TERMS.flatMap(([officer, position, dusun], i): NewEntry[] => [
    { journal: 'village', kind: 'officerRecorded', data: { officer, name: names.get(officer)! } },
    {
      journal: 'village',
      kind: 'positionHeld',
      data: { term: `t${i}`, officer, position, from: '2020-01-01', ...(dusun ? { dusun } : {}) },
    },
  ])
  await office.archive.append(entries)
}

/** A new phone of an officer, enrolled and open. */
export async function phoneOf(
  origin: string,
  app: App,
  officer: string,
  options: { kept?: boolean } = {},
): Promise<Phone> {
  const phone = await new Phone(origin, options).begin()
  await phone.enrol(await codeFor(app, officer))
  return phone
}

export async function codeFor({ office }: App, officer: string): Promise<string> {
  return (await office.desk.codes.make({ officer, validFor: 3_600_000 })).code
}

export const freshCase = (): string => newCaseId(crypto.getRandomValues(new Uint8Array(16)))

/** Waits until a question asked on the page is answered with yes; `why` names what was waited for. */
export async function until(why: string, ask: () => Promise<boolean>, ms = 15_000): Promise<void> {
  const end = Date.now() + ms
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${why}`)
    await new Promise((done) => setTimeout(done, 50))
  }
}
