/** Installing: the manifest says all that a browser asks for, and the app offers it where it fits, once. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { newOfficerId } from '../../src/domain/ids.ts'
import { PHONE, picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadus] = [officer(1), officer(2)] as [string, string]
const MOST_BYTES = 60_000
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
const COMPLAINT = { name: 'Warga', subject: 'Jalan berlubang', description: 'Di tikungan.' }

interface Picture {
  src: string
  sizes: string
  form_factor: string
  label: string
}

let server: TestServer
let phone: TestDevice
let page: Page

const codeFor = async () => (await server.office.desk.codes.make({ officer: kadus, validFor: 600_000 })).code
const offer = () => page.getByText(/^Pasang Kentongan di layar utama/)

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
    { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
  )
  await server.set('profile', { name: 'Contohrejo' })
  await server.set('dusun', [{ name: 'Anggrek', rw: [] }])
  phone = new TestDevice(server.url, undefined, { within: sharedBrowser })
  page = await phone.start()
  await person.enrol(page, server.url, await codeFor())
  await phone.ready(page)
})
afterAll(async () => {
  await phone?.dispose()
  await server?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture({ install: phone })
})

describe('the manifest', () => {
  it('lacks nothing that the browser asks for', async () => {
    const cdp = await phone.context.newCDPSession(page)
    expect(await cdp.send('Page.getAppManifest')).toMatchObject({ errors: [] })
    expect(await cdp.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] })
  })

  it('leads from the icon straight to Catat and Tugas', async () => {
    const manifest = (await (await fetch(`${server.url}/manifest.webmanifest`)).json()) as {
      shortcuts: { short_name: string; url: string }[]
    }
    expect(manifest.shortcuts.map(({ short_name, url }) => [short_name, url])).toEqual([
      ['Catat', '/catat'],
      ['Tugas', '/tugas'],
    ])
  })

  it('names small screenshots of the size that they have, and the phone does not keep them', async () => {
    const manifest = (await (await fetch(`${server.url}/manifest.webmanifest`)).json()) as {
      screenshots: Picture[]
    }
    const { screenshots } = manifest
    expect(new Set(screenshots.map(({ form_factor }) => form_factor))).toEqual(new Set(['narrow', 'wide']))
    for (const { src, sizes, label } of screenshots) {
      const file = join('static', src)
      const png = readFileSync(file)
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes)
      expect(statSync(file).size, src).toBeLessThanOrEqual(MOST_BYTES)
      expect(label).not.toBe('')
      expect((await fetch(server.url + src)).headers.get('content-type')).toBe('image/png')
    }
    const kept = await page.evaluate(async () => {
      const all = await Promise.all(
        (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
      )
      return all.flat().map(({ url }) => new URL(url).pathname)
    })
    expect(kept).toContain('/index.html')
    expect(kept.filter((path) => screenshots.some(({ src }) => path.startsWith(src)))).toEqual([])
  })
})

describe('the offer', () => {
  it('comes after the first saved complaint and not before, and shows how without a network', async () => {
    await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
    expect(await offer().count()).toBe(0)
    await phone.context.setOffline(true)
    await person.capture(page, COMPLAINT)
    await offer().waitFor()
    await page.getByRole('link', { name: 'Lihat caranya' }).click()
    await page.getByRole('heading', { name: 'Mengapa dipasang?' }).waitFor()
    await page.getByRole('heading', { name: 'Caranya' }).waitFor()
    await page.locator('svg.drawing').filter({ visible: true }).nth(1).waitFor()
    await page.goBack()
    await offer().waitFor()
  })

  it('does not come again where somebody did not want it', async () => {
    await page.getByRole('button', { name: 'Jangan tawarkan lagi' }).click()
    await offer().waitFor({ state: 'detached' })
    await page.goto(`${server.url}/tugas`)
    await person.capture(page, COMPLAINT)
    expect(await offer().count()).toBe(0)
    await page.goto(`${server.url}/saya`)
    await page.getByRole('link', { name: 'Pasang aplikasi' }).click()
    await page.getByRole('heading', { name: 'Mengapa dipasang?' }).waitFor()
  })

  it('uses the browser’s own question where it has one, and says when that was declined', async () => {
    await page.evaluate(() => {
      const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
        prompt: () => Promise.resolve({ outcome: 'dismissed' }),
      })
      dispatchEvent(event)
    })
    await page.getByRole('button', { name: 'Pasang sekarang' }).click()
    await page.getByText('Belum dipasang. Anda bisa memasangnya kapan saja dari halaman ini.').waitFor()
    await page.getByRole('button', { name: 'Pasang sekarang' }).waitFor({ state: 'detached' })
    expect(phone.errors).toEqual([])
  })

  it('shows an iPhone the way of Safari', async () => {
    const iphone = new TestDevice(server.url, PHONE, { within: sharedBrowser, userAgent: IPHONE })
    try {
      const there = await iphone.start()
      await person.enrol(there, server.url, await codeFor())
      await there.goto(`${server.url}/pasang`)
      await there
        .getByText('Ketuk tombol Bagikan: kotak dengan panah ke atas.')
        .filter({ visible: true })
        .waitFor()
    } finally {
      await iphone.dispose()
    }
  })
})
