/** Drafts out of rescue files wait until a day that the office was told, and no longer. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { addDays, dayOf } from '../../src/domain/time.ts'
import type { Office } from '../../server/routes/office.ts'
import { start, type Started } from '../../server/start.ts'
import { PEOPLE } from '../support/domain.ts'
import { freePort } from '../support/built-server.ts'

const DAY_MS = 86_400_000
const OLD = { officer: PEOPLE.kadusA, device: 'd0000000000a1' }
const NEW = { officer: PEOPLE.kadusA, device: 'd0000000000a2' }
const HASH = 'a'.repeat(64)
const draft = {
  id: 'catat-1',
  kind: 'case',
  data: { attachments: [HASH] },
  updatedAt: '2026-11-20T01:00:00.000Z',
}
const file = { hash: HASH, type: 'image/jpeg', bytes: Uint8Array.of(1, 2, 3) }

const folders: string[] = []
const servers: Started[] = []
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function started(prepare?: (office: Office) => Promise<void>): Promise<Office> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kentongan-'))
  folders.push(dataDir)
  const port = await freePort()
  const config = { port, host: 'localhost', dataDir, village: 'uji', publicUrl: `http://localhost:${port}` }
  const server = await start({ config, logLevel: 'silent', ...(prepare ? { prepare } : {}) })
  servers.push(server)
  return server.office
}

/** Keeps it as if so many days ago. */
async function keptBefore({ desk }: Office, days: number): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - days * DAY_MS })
  await desk.drafts.keep(OLD, [draft], [file]).finally(() => vi.useRealTimers())
}

describe('a draft out of a rescue file', () => {
  it('waits for 60 days, and the office knows of how many until when', async () => {
    const office = await started()
    await keptBefore(office, 59)
    expect(await office.desk.drafts.sweep()).toBe(0)
    const until = addDays(dayOf(new Date().toISOString()), 1)
    expect([...(await office.desk.drafts.waiting())]).toEqual([[OLD.device, { count: 1, until }]])
    expect(await office.desk.drafts.list(NEW)).toHaveLength(1)
    expect(await office.desk.drafts.sweep(Date.now() + 2 * DAY_MS)).toBe(1)
    expect(await office.desk.drafts.list(NEW)).toEqual([])
    expect(await office.desk.drafts.file(OLD.officer, HASH)).toBeUndefined()
    expect(await office.desk.drafts.waiting()).toEqual(new Map())
  })

  it('goes with its photo when the server starts after that day, whether anybody asks for it or not', async () => {
    const office = await started((opened) => keptBefore(opened, 61))
    await vi.waitUntil(async () => !(await office.desk.drafts.file(OLD.officer, HASH)))
    expect(await office.desk.drafts.waiting()).toEqual(new Map())
  })
})
