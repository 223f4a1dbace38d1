/** A village with one officer, whose phones go through every kind of trouble. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { newCaseId, newOfficerId } from '../../src/domain/ids.ts'
import { picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { complaint } from '../support/domain.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const petugas = officer(1)
export const kadus = officer(2)

export class Troubled {
  /** A copy of the built app, so that a new version can be put in its place. */
  readonly app = mkdtempSync(join(tmpdir(), 'kentongan-app-'))
  server!: TestServer
  #devices: Record<string, TestDevice> = {}

  async begin(): Promise<void> {
    cpSync(process.env.TEST_APP ?? 'dist/app', this.app, { recursive: true })
    this.server = await startTestServer({ appFolder: this.app })
    await this.server.people(
      { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
      { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
    )
    await this.server.set('profile', { name: 'Contohrejo' })
    await this.server.set('dusun', [{ name: 'Anggrek', rw: [{ rw: '001', rt: ['001', '002'] }] }])
  }

  async end(): Promise<void> {
    await Promise.all(Object.values(this.#devices).map((device) => device.dispose()))
    await this.server?.close()
    rmSync(this.app, { recursive: true, force: true })
  }

  picture = (): Promise<void> => picture(this.#devices)

  /** A phone that is enrolled, and opens without a network from now on. */
  async phone(name: string, before?: (device: TestDevice) => Promise<void>): Promise<TestDevice> {
    const device = (this.#devices[name] = new TestDevice(this.server.url, undefined, {
      within: sharedBrowser,
    }))
    const page = await device.start()
    await before?.(device)
    await person.enrol(page, this.server.url, await this.newCode())
    await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
    await device.ready(page)
    return device
  }

  async newCode(): Promise<string> {
    return (await this.server.office.desk.codes.make({ officer: kadus, validFor: 600_000 })).code
  }

  /** Gives the officer a case to work on. */
  async give(subject: string): Promise<string> {
    const journal = newCaseId(crypto.getRandomValues(new Uint8Array(16)))
    await this.server.archive.append([
      { journal, kind: 'registered', data: complaint({ subject }) },
      { journal, kind: 'assigned', data: { lead: kadus, helpers: [] } },
    ])
    return journal
  }

  /** How many entries with these words the centre has. */
  async arrived(journal: string, words: string): Promise<number> {
    const entries = await this.server.archive.entriesOf(journal)
    return entries.filter((entry) => JSON.stringify(entry).includes(words)).length
  }
}

/** The compose bar of the open case. */
export const bar = (page: Page) => page.getByLabel(/Untuk petugas desa/)
export const save = (page: Page) => page.getByRole('button', { name: 'Simpan', exact: true }).click()
