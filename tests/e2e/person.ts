/** What a person does with the app, by what they read on the screen. */
import type { Locator, Page } from 'playwright-core'
import type { TestDevice } from '../support/browser.ts'
import type { TestServer } from '../support/server.ts'

export { PATIENCE } from '../support/patience.ts'

/** Opens an enrolment link's page and registers this device. */
export async function enrol(page: Page, origin: string, code: string): Promise<void> {
  await page.goto(`${origin}/daftar#${code}`)
  await page.getByRole('button', { name: /^Daftarkan (HP|komputer) ini$/ }).click()
  await page.waitForURL((url) => url.pathname !== '/daftar')
}

/** Starts a device and registers it for an officer. */
export async function start(device: TestDevice, server: TestServer, officer: string): Promise<Page> {
  const page = await device.start()
  const { code } = await server.office.desk.codes.make({ officer, validFor: 600_000 })
  await enrol(page, server.url, code)
  return page
}

const ALL_CATEGORIES = 'Lihat semua'
export const ALL_OFFICERS = 'Tampilkan semua petugas'
const CODE = /^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/

export interface Complaint {
  name: string
  address?: string
  phone?: string
  subject: string
  description: string
  dusun?: string
  category?: RegExp
  respondent?: string
  confidential?: boolean
}

/** Takes a complaint down, step by step as on a phone; answers the receipt code. */
export async function capture(page: Page, complaint: Complaint): Promise<string> {
  await page.getByRole('link', { name: 'Catat', exact: true }).click()
  await fillWho(page, complaint)
  await page.getByRole('button', { name: 'Lanjut' }).click()
  if (complaint.dusun) await page.getByLabel(complaint.dusun, { exact: true }).check()
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await fillWhat(page, complaint)
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await page.getByRole('button', { name: 'Simpan aduan' }).click()
  return receiptCode(page)
}

async function fillWho(page: Page, { name, address, phone, confidential }: Complaint): Promise<void> {
  await page.getByRole('textbox', { name: 'Nama pengadu' }).fill(name)
  if (address) await page.getByRole('textbox', { name: 'Alamat pengadu' }).fill(address)
  if (phone) await page.getByRole('textbox', { name: 'Nomor HP pengadu' }).fill(phone)
  if (confidential) await page.getByText('Rahasiakan identitas').click()
}

/** Fills in what the complaint is about, on the page or step that asks it. */
export async function fillWhat(
  page: Page,
  { subject, description, category, respondent }: Omit<Complaint, 'name'>,
): Promise<void> {
  await page.getByRole('textbox', { name: 'Obyek pengaduan' }).fill(subject)
  await page.getByRole('textbox', { name: 'Uraian' }).fill(description)
  // Where others were used lately, those come first, and not all are shown.
  await chooseAmong(page, category ?? /Jalan/, ALL_CATEGORIES)
  if (!respondent) return page.getByRole('radio', { name: 'Bukan perangkat / tidak tahu' }).check()
  await page.getByRole('radio', { name: 'Perangkat desa' }).check()
  await page.getByLabel(respondent).check()
}

/** Chooses one of many answers, of which only the likely ones may be shown until all are asked for. */
export async function chooseAmong(on: Page | Locator, name: string | RegExp, all: string): Promise<void> {
  const wanted = on.getByRole('radio', { name }).first()
  const more = on.getByRole('button', { name: all, exact: true })
  await wanted.or(more).first().waitFor()
  if (!(await wanted.isVisible())) await more.click()
  await wanted.check()
}

/** Shows all of many answers, where not all are shown. Forms are fetched when they are opened, and come whole. */
export async function showAll(on: Page | Locator, all: string): Promise<void> {
  const more = on.getByRole('button', { name: all, exact: true })
  await on.getByRole('radio').first().waitFor()
  if (await more.isVisible()) await more.click()
}

/** Waits until a form has closed; where it stays, the error tells what it shows: that is why. */
export async function closed(form: Locator): Promise<void> {
  await form.waitFor({ state: 'hidden' }).catch(async (error: unknown) => {
    const shown = await form.allInnerTexts().catch(() => ['nothing that can be read'])
    throw new Error(`The form stays, and shows:\n${shown.join('\n')}`, { cause: error })
  })
}

/** Takes a complaint down at a desk, on one page; answers the receipt code. */
export async function captureAtDesk(page: Page, complaint: Complaint): Promise<string> {
  await page.getByRole('link', { name: 'Catat aduan', exact: true }).first().click()
  await fillWho(page, complaint)
  if (complaint.dusun) await page.getByLabel(complaint.dusun, { exact: true }).check()
  await fillWhat(page, complaint)
  await page.getByRole('button', { name: 'Simpan aduan' }).click()
  return receiptCode(page)
}

/** Sends a complaint by the village's public form; answers the receipt code. */
export async function reportOnSite(
  page: Page,
  { name, phone = '', subject, description }: Complaint,
): Promise<string> {
  await page.getByRole('combobox', { name: 'Tentang apa?' }).selectOption({ index: 1 })
  await page.getByRole('textbox', { name: 'Pokok aduan' }).fill(subject)
  await page.getByRole('textbox', { name: 'Ceritakan kejadiannya' }).fill(description)
  await page.getByRole('radio', { name: 'Tidak', exact: true }).check()
  await page.getByRole('textbox', { name: /^Nama/ }).fill(name)
  await page.getByRole('textbox', { name: /^Nomor HP/ }).fill(phone)
  // Whoever is done sooner than a person could be is asked to press once more. A page without JavaScript has no timers.
  while ((await page.evaluate(() => performance.now())) < 4_000) await page.waitForTimeout(100)
  await page.getByRole('button', { name: 'Kirim aduan' }).click()
  return receiptCode(page)
}

/** The receipt code that is shown once a complaint is saved. */
export async function receiptCode(page: Page): Promise<string> {
  const code = page.getByText(CODE).first()
  await code.waitFor()
  return (await code.textContent())!.trim()
}

/** Opens a case from a list by its subject. */
export async function openCase(page: Page, subject: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(subject) })
    .first()
    .click()
  await page.waitForURL(/\/aduan\//)
  await page.getByRole('heading', { name: subject }).first().waitFor()
}

/** Opens a case that this person took down for others to work on. */
export async function openCaptured(page: Page, subject: string): Promise<void> {
  await page.getByText(/^Yang saya catat \(/).click()
  await openCase(page, subject)
}

/** Writes into the compose bar as a follow-up (the first mode of whoever works on the case). */
export async function followUp(page: Page, text: string): Promise<void> {
  await page.getByLabel(/Untuk petugas desa/).fill(text)
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await inThread(page, text).waitFor()
}

/** A sentence in the thread of the open case. */
export const inThread = (page: Page, text: string) => page.getByText(text, { exact: false }).first()

/** Takes on the first task that waits for it, and sees it leave those that do. */
export async function take(page: Page): Promise<void> {
  const waiting = page.getByRole('button', { name: 'Saya kerjakan' })
  // By all its words, which say what it is about: another may come and stand first.
  const task = waiting.filter({ hasText: (await waiting.first().textContent())!.trim() })
  await task.click()
  await task.waitFor({ state: 'detached' })
}

/** Chooses an act from the ＋ menu of the open case. */
export async function chooseAct(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Lainnya' }).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

/** Chooses an act of the open case, fills its form in and saves it. */
export async function act(
  page: Page,
  name: string,
  save: string,
  fill: (form: Locator) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const form = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Lainnya' }).click()
  await form.getByRole('button', { name, exact: true }).click()
  await fill(form)
  await form.getByRole('button', { name: save, exact: true }).click()
  await closed(form)
}

/** Verifies the open case. */
export async function verify(page: Page): Promise<void> {
  await chooseAct(page, 'Verifikasi')
  const form = page.getByRole('dialog')
  await form.getByRole('radio', { name: 'Tidak', exact: true }).first().check()
  await form.getByRole('button', { name: 'Simpan verifikasi' }).click()
  await closed(form)
}

/** Assigns (or reassigns) the open case. */
export async function assign(page: Page, lead: string, instruction = ''): Promise<void> {
  await chooseAct(page, 'Disposisikan')
  const form = page.getByRole('dialog')
  await chooseAmong(form, new RegExp(lead), ALL_OFFICERS)
  if (instruction) await form.getByRole('textbox', { name: /Perintah/ }).fill(instruction)
  await form.getByRole('button', { name: /^(Disposisikan|Alihkan)$/ }).click()
  await closed(form)
}

/** Writes and delivers the answer in one step. */
export async function answer(page: Page, text: string): Promise<void> {
  await chooseAct(page, 'Sampaikan ke pengadu')
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Isi jawaban' }).fill(text)
  await form.getByRole('radio', { name: 'Bertemu langsung' }).first().check()
  await form.getByRole('button', { name: 'Tandai sudah disampaikan' }).click()
  await closed(form)
}

/** Closes the open case with an outcome. */
export async function close(page: Page, outcome: string): Promise<void> {
  await chooseAct(page, 'Selesai')
  const form = page.getByRole('dialog')
  await form.getByRole('radio', { name: outcome }).check()
  await form.getByRole('button', { name: 'Selesaikan aduan' }).click()
  await closed(form)
}

/** Calls a meeting on the open case and opens it. */
export async function callMeeting(page: Page, day: string, invited: string): Promise<void> {
  await chooseAct(page, 'Panggil rapat')
  await page.getByLabel('Tanggal').fill(day)
  // Still to come at whatever hour the test runs: one in the past is asked about.
  await page.getByLabel('Jam (WIB)').fill('23:59')
  await page.getByRole('checkbox', { name: new RegExp(invited) }).check()
  await page.getByRole('button', { name: 'Simpan undangan' }).click()
  await page.waitForURL(/\/rapat\/m/)
}

/** Writes minutes on the open meeting, with one decision. */
export async function takeMinutes(page: Page, discussion: string, decision: string): Promise<void> {
  await page.getByRole('link', { name: 'Tulis notulen' }).click()
  await page.getByLabel('Apa yang dibicarakan?').fill(discussion)
  await page.getByRole('button', { name: 'Tambah keputusan' }).click()
  await page.getByLabel('Isi keputusan').fill(decision)
  await page.getByRole('button', { name: 'Simpan notulen' }).click()
  await page.getByText(discussion).first().waitFor()
}

/** Waits on *Saya* until everything on this device has been sent, and comes back. */
export async function allSent(page: Page): Promise<void> {
  const here = page.url()
  await page.goto(new URL('/saya', here).href)
  await page.getByText('Semua catatan sudah tersimpan di pusat.').waitFor({ timeout: 60_000 })
  await page.goto(here)
}
