/** What is tapped and typed on the way to a screen. */
import type { Page } from 'playwright-core'
import { capture } from '../../../src/text/capture.ts'

type Step = (page: Page) => Promise<unknown>

export const tap =
  (name: string | RegExp): Step =>
  (page) =>
    page.getByRole('button', { name, exact: true }).first().click()

/** Opens a folded part. */
export const unfold =
  (words: string | RegExp): Step =>
  (page) =>
    page.locator('summary').filter({ hasText: words }).first().click()

/** Opens the form of an act from the ＋. */
export const act =
  (label: string): Step =>
  async (page) => {
    await tap('Lainnya')(page)
    await page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click()
    await page.locator('dialog form').waitFor()
  }

/** Opens an entry by its time and tick. */
export const entry =
  (label: RegExp): Step =>
  (page) =>
    page.getByRole('button', { name: label }).last().click()

/** Opens the form that mends an own entry. */
export const mend =
  (label: string): Step =>
  async (page) => {
    await entry(/^Anda,/)(page)
    await page.getByRole('dialog').getByRole('button', { name: label }).click()
    await page.locator('dialog form').waitFor()
  }

/** So many steps further in *Catat*. */
export const next =
  (times: number): Step =>
  async (page) => {
    for (let n = 0; n < times; n++) await tap('Lanjut')(page)
  }

/** Somebody is in danger: marked on the third step. */
export const danger: Step = async (page) => {
  await next(2)(page)
  await page.getByText('Mendesak atau bahaya').click()
}

/** As the service worker stores what another app shares. */
export const shareWaits: Step = async (page) => {
  await page.evaluate(async () => {
    const open = indexedDB.open('kentongan-shares')
    await new Promise((done) => (open.onsuccess = done))
    const text = `Pak Contoh: ${'Panjangnamanya'.repeat(6)}. `.repeat(20)
    const share = {
      id: 'uji',
      at: new Date().toISOString(),
      print: 'uji',
      left: [],
      title: '',
      text,
      url: '',
      files: [],
    }
    const tx = open.result.transaction('waiting', 'readwrite')
    tx.objectStore('waiting').put(share)
    await new Promise((done) => (tx.oncomplete = done))
    open.result.close()
  })
  await page.reload()
}

/** As after a photo that the centre did not take: the phone keeps it, and tells. */
export const refusedFile: Step = async (page) => {
  await page.evaluate(async () => {
    const { name } = (await indexedDB.databases()).find((one) => /^kentongan-.*-o[^-]+$/.test(one.name!))!
    const open = indexedDB.open(name!)
    await new Promise((done) => (open.onsuccess = done))
    const canvas = new OffscreenCanvas(300, 200)
    canvas.getContext('2d')!.fillRect(20, 20, 100, 100)
    const bytes = await (await canvas.convertToBlob()).arrayBuffer()
    const hash = 'f'.repeat(64)
    const tx = open.result.transaction(['own', 'files', 'bytes'], 'readwrite')
    tx.objectStore('own').getAllKeys().onsuccess = ({ target }) => {
      const entries = (target as IDBRequest<string[]>).result.slice(0, 1)
      const at = Date.now()
      const row = {
        hash,
        type: 'image/png',
        bytes: bytes.byteLength,
        state: 'refused',
        entries,
        at,
        why: 'type',
      }
      tx.objectStore('files').put(row)
      tx.objectStore('bytes').put(bytes, hash)
    }
    await new Promise((done) => (tx.oncomplete = done))
    open.result.close()
  })
  await page.reload()
}

/** A message was taken to WhatsApp, and nobody has said yet what became of it. */
export const taken: Step = async (page) => {
  await tap(/^WhatsApp/)(page)
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Buka WhatsApp' }).click()
  await (await opened).close()
  await page.keyboard.press('Escape')
}

/** From the facts of a case. */
export const receiptPicture: Step = async (page) => {
  await tap(/Lihat keterangan/)(page)
  await tap('Gambar tanda terima')(page)
}

/** Pastes a message of a person whose name has no end. */
export const pasted: Step = async (page) => {
  await tap('Tempel dari WhatsApp')(page)
  const name = `Warga ${'Panjangnamanya'.repeat(6)}`
  await page.getByLabel('Isi pesan').fill(`[12/11 09.30] ${name}: Contoh isi`)
  await tap('Pakai pesan ini')(page)
}

/** Leaves *Catat* in the middle, and comes again. */
export const halfWritten: Step = async (page) => {
  await page.getByRole('textbox', { name: 'Nama pengadu' }).fill('Warga Setengah')
  await page.goto(new URL('/catat', page.url()).href)
}

export const decide: Step = (page) => tap('Tambah keputusan')(page)

/** After saving a form with faults the first of them is in sight, and its field has the focus. */
export const fault =
  (save: string, before?: Step): Step =>
  async (page) => {
    await before?.(page)
    await tap(save)(page)
    await faultShows(page)
  }

/** The same of a form that a button opens as a sheet. */
export const faultInSheet =
  (save: string, open: string): Step =>
  async (page) => {
    await tap(open)(page)
    await page.getByRole('dialog').getByRole('button', { name: save, exact: true }).click()
    await faultShows(page)
  }

const faultShows: Step = (page) =>
  page.waitForFunction(() => {
    const error = (document.querySelector('dialog[open]') ?? document).querySelector('.error')
    const box = error?.getBoundingClientRect()
    const inSight = box && box.top >= 0 && box.bottom <= innerHeight
    return inSight && error?.parentElement?.contains(document.activeElement)
  })

/** All is said but who comes. */
export const nobodyInvited: Step = async (page) => {
  await page.getByLabel('Tanggal').fill('2030-01-02')
  const checked = page.getByRole('checkbox', { checked: true })
  while ((await checked.count()) > 0) await checked.first().uncheck()
}

export const nameless: Step = (page) => page.getByLabel('Nama desa').fill('')

/** Turns notifications on, and says yes to the browser: to that question alone. */
export const callsAllowed: Step = async (page) => {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  const permission = { name: 'notifications' }
  await session.send('Browser.setPermission', { permission, setting: 'granted', origin })
  await tap('Aktifkan')(page)
}

/** As if the officer had just come back from the browser's settings. */
const notificationsAre =
  (state: 'denied' | 'gone'): Step =>
  (page) =>
    page.evaluate((now) => {
      if (now === 'gone') delete (window as { PushManager?: unknown }).PushManager
      else Object.defineProperty(Notification, 'permission', { value: now })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)

export const callsRefused = notificationsAre('denied')
export const noCalls = notificationsAre('gone')

/** Far from the link in its row. */
export const clickRow: Step = async (page) => {
  const cell = page.getByRole('row').nth(3).getByRole('cell').nth(6)
  const { x, y } = (await cell.boundingBox())!
  await page.mouse.click(x + 12, y + 12)
}

/** What is said after saving leaves the compose bar free. */
export const noteSaved: Step = async (page) => {
  await act('Catatan untuk petugas')(page)
  await page.locator('dialog textarea').fill('Contoh catatan')
  await page.locator('dialog form button[type=submit]').click()
  // Looked at in one go: what is said goes by itself.
  const free = await page
    .getByRole('status')
    .getByText('tersimpan')
    .evaluate((said) => {
      const bar = document.querySelector('#compose')!.getBoundingClientRect()
      return said.getBoundingClientRect().bottom <= bar.top
    })
  if (!free) throw new Error('The sentence lies on the compose bar.')
}

/** A note that the centre can't judge yet. (It answers 503 then, which the browser's console would count as an error.) */
export const inDoubt: Step = async (page) => {
  await page.route('**/sync/outbox/_bulk_docs', (route) => {
    const { docs } = route.request().postDataJSON() as { docs: { _id: string }[] }
    const json = docs.map(({ _id }) => ({ id: _id, error: 'try_later', reason: 'unknown-journal' }))
    return route.fulfill({ status: 201, json })
  })
  await noteSaved(page)
  await page.goto(new URL('/saya', page.url()).href)
}

export const captured: Step = async (page) => {
  await next(2)(page)
  await fillWhat(page)
  await next(1)(page)
  await tap('Simpan aduan')(page)
}

export const fillAndSave: Step = async (page) => {
  await fillWhat(page)
  await tap('Simpan aduan')(page)
}

const fillWhat: Step = async (page) => {
  await tap(capture.allCategories)(page)
  await page.getByRole('radio', { name: /Pertanian/ }).check()
  await page.getByLabel('Obyek pengaduan').fill('Contoh: pupuk belum sampai')
  await page.getByLabel('Uraian').fill('Kelompok tani belum menerima.')
  await page.getByRole('radio', { name: 'Bukan perangkat / tidak tahu' }).check()
}
