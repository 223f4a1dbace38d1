/** What the built app loads before the first screen stands. */
import { brotliCompressSync } from 'node:zlib'
import type { Response } from 'playwright-core'
import { PHONE, TestDevice } from '../support/browser.ts'
import { PEOPLE } from '../support/domain.ts'
import { startTestServer } from '../support/server.ts'
import { villageEntries } from './material.ts'
import { note } from './table.ts'

/** Counts scripts and styles, brotli at its best, of the built app at Tugas. */
export async function starting(): Promise<void> {
  const server = await startTestServer()
  const phone = new TestDevice(server.url, PHONE, { whole: true })
  try {
    await server.archive.seed(villageEntries())
    await server.office.postman.settled()
    const { code } = await server.office.desk.codes.make({ officer: PEOPLE.kadusA, validFor: 600_000 })
    const page = await phone.start(`/daftar#${code}`)
    await page.getByRole('button', { name: /^Daftarkan (HP|komputer) ini$/ }).click()
    await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
    await phone.context.route('**/sw.js', (route) => route.abort())
    const loaded: Response[] = []
    page.on('response', (response) => void loaded.push(response))
    await page.goto(`${server.url}/tugas`)
    await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
    await page.waitForLoadState('networkidle').catch(() => undefined)
    await tell('scripts', loaded, /\.js$/)
    await tell('styles', loaded, /\.css$/)
  } finally {
    await phone.dispose()
    await server.close()
  }
}

async function tell(what: string, loaded: readonly Response[], ending: RegExp): Promise<void> {
  const files = loaded.filter((response) => ending.test(new URL(response.url()).pathname))
  let [bytes, plain] = [0, 0]
  for (const file of files) {
    const text = await file.text()
    plain += text.length
    bytes += brotliCompressSync(text).length
  }
  const size = `${(bytes / 1024).toFixed(1)} KB brotli (${files.length} files, ${Math.round(plain / 1024)} KB plain)`
  note({ what: `${what} at the start of Tugas, sync included`, ours: size, baseline: 'none', ratio: '' })
}
