/** A small picture of everything that comes out of the printer, for docs/panduan/cetakan.md. */
import type { Page } from 'playwright-core'
import { OFFICERS } from '../../server/demo/people.ts'
import { readRange } from '../../server/couch/index.ts'
import type { Entry, Kind } from '../../src/domain/entries.ts'
import { journalOf } from '../../src/domain/ids.ts'
import type { TestServer } from '../support/server.ts'
import { take } from './panduan-picture.ts'

/** As many greys as ink on paper needs. */
const GREYS = 12
/** Of what goes on over several pages the first is enough. */
const PAGE = '297mm'
/** What stands on those that count first. */
const READY: Record<string, string> = { rekap: 'Seimbang.', statistik: 'Paling lama belum selesai' }
const NARROW = { width: 400, height: 900 }

/** Leaves the page narrow. */
export async function theSheets(page: Page, server: TestServer): Promise<void> {
  const { answered, referred, meeting } = await journals(server)
  const sheets: Record<string, string> = {
    formulir: answered,
    'tanda-terima': answered,
    disposisi: answered,
    jawaban: answered,
    penerusan: referred,
    berkas: answered,
    undangan: meeting,
    'daftar-hadir': meeting,
    notulen: meeting,
    rekap: '',
    statistik: '',
    pengantar: '',
    poster: '',
  }
  await page.setViewportSize(NARROW)
  for (const [name, about] of Object.entries(sheets)) {
    await page.goto([server.url, 'cetak', name, about].filter(Boolean).join('/'))
    const sheet = page.locator('.paper-sheet')
    await sheet
      .getByText(READY[name] ?? /\S/)
      .first()
      .waitFor()
    await sheet.evaluate(
      (paper, most) => Object.assign(paper.style, { maxHeight: most, overflow: 'hidden' }),
      PAGE,
    )
    await take(page, `kertas-${name}`, sheet, GREYS)
  }
}

/** Journals of the demo that have something to print, as the petugas holds them. */
async function journals({ archive }: TestServer) {
  const petugas = OFFICERS.find(({ position }) => position === 'petugasPengelola')!.id
  const { db } = await archive.box(petugas)
  const entries = await readRange<Entry>(db, { start: '0', end: '\ufff0' })
  const hidden = new Set(
    entries.flatMap((entry) =>
      entry.kind === 'registered' && (entry.data.confidential || entry.data.respondents.length)
        ? [journalOf(entry._id)]
        : [],
    ),
  )
  const withA = (kind: Kind): string =>
    entries
      .map((entry) => [entry.kind, journalOf(entry._id)] as const)
      .find(([its, id]) => its === kind && !hidden.has(id))![1]
  return { answered: withA('answerDelivered'), referred: withA('referred'), meeting: withA('minutesTaken') }
}
