/** Reading what villages hand in as CSV: any separator, charset and way of writing a date; a clear sentence for the rest. */
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { imports } from '../../src/text/imports.ts'
import { readDay, readPhone } from '../../src/ui/pages/settings/import/cells.ts'
import { isNew, type Checked } from '../../src/ui/pages/settings/import/checked.ts'
import { decode } from '../../src/ui/pages/settings/import/decode.ts'
import { readPosition, type OfficerRow } from '../../src/ui/pages/settings/import/officers.ts'
import { COLUMNS, readFile, type What } from '../../src/ui/pages/settings/import/read-file.ts'
import { readStatus, REGISTER_COLUMNS } from '../../src/ui/pages/settings/import/register.ts'
import { readTable } from '../../src/ui/pages/settings/import/table.ts'
import { templateOf } from '../../src/ui/pages/settings/import/template.ts'
import { caseIdOf, type OldCase } from '../../src/state/import-entries.ts'
import { summarise } from '../../src/domain/summary.ts'
import { PEOPLE, TODAY, aCase, testVillage } from '../support/domain.ts'
import { foldCase } from '../../src/domain/fold.ts'

const known = testVillage()
const village = {
  ...known,
  settings: {
    ...known.settings,
    dusun: [
      { name: 'Melati', rw: [] },
      { name: 'Kenanga', rw: [] },
    ],
  },
}
const world = { village, day: TODAY, cases: [] }
const utf8 = (text: string) => new TextEncoder().encode(text)
/** Windows-1252 of text whose letters are all below U+0100. */
const windows1252 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

function read<T>(text: string | Uint8Array, what: What, cases = world.cases): Checked<T>[] {
  const result = readFile(typeof text === 'string' ? utf8(text) : text, what, { ...world, cases })
  if (!result.ok) throw new Error(result.sentence)
  return result.rows as Checked<T>[]
}
const refusal = (bytes: Uint8Array, what: What = 'register') => {
  const result = readFile(bytes, what, world)
  return result.ok ? undefined : result.sentence
}

const OLD = 'Nomor Buku;Tanggal Terima;Nama Pengadu;Obyek Pengaduan;Status;Tanggal Jawaban;Jawaban'

describe('a file', () => {
  it('gives back every cell, whatever Excel quotes, separates and ends lines with', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ';', ',', '"', '\n', ' ', '1', '’', '\t') })
    const cells = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 })
    const way = fc.record({
      delimiter: fc.constantFrom(';', ',', '\t'),
      newline: fc.constantFrom('\r\n', '\n'),
    })
    fc.assert(
      fc.property(cells, way, fc.boolean(), (rows, how, marked) => {
        const text = Papa.unparse([['Nama', 'Jabatan'], ...rows], { ...how, quotes: true })
        const decoded = decode(utf8((marked ? '\ufeff' : '') + text))
        if (!decoded.ok) throw new Error(decoded.why)
        const table = readTable(decoded.text, COLUMNS.officers)
        const filled = rows.filter((row) => row.some((one) => one.trim()))
        if (!table.ok) {
          expect([filled.length, table.why]).toEqual([0, 'rows'])
          return
        }
        expect(table.rows.map(({ cell }) => [cell('name'), cell('position')])).toEqual(
          filled.map((row) => row.map((one) => one.trim())),
        )
        const lines = rows.flatMap((row, i) => (row.some((one) => one.trim()) ? [i + 2] : []))
        expect(table.rows.map(({ line }) => line)).toEqual(lines)
      }),
    )
  })

  it('is read as UTF-8, and as Windows-1252 where it is not', () => {
    const text = `${OLD}\n1;02-01-2024;Siti Masruroh Béla;Jalan;Selesai;;\n`
    for (const bytes of [utf8(text), windows1252(text)])
      expect(read<OldCase>(bytes, 'register')[0]?.data?.identity.name).toBe('Siti Masruroh Béla')
    const told = readFile(windows1252(text), 'register', world)
    expect(told.ok && told.notes).toEqual([imports.charset])
  })

  it('that is none is refused in a sentence, and never throws', () => {
    const { unreadable } = imports
    expect(refusal(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0))).toBe(unreadable.xlsx)
    expect(refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0))).toBe(unreadable.xlsx)
    expect(refusal(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1))).toBe(unreadable.binary)
    expect(refusal(utf8('%PDF-1.7 …'))).toBe(unreadable.binary)
    expect(refusal(utf8(' \n'))).toBe(unreadable.empty)
    expect(refusal(utf8('satu;dua\ntiga;empat'))).toBe(unreadable.header)
    expect(refusal(utf8(OLD))).toBe(unreadable.rows)
    expect(refusal(utf8('Tanggal;Nama\n1-1-2024;A'))).toContain('Obyek Pengaduan')
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('officers' as const, 'register' as const),
        (bytes, what) => {
          const result = readFile(bytes, what, world)
          expect(result.ok || result.sentence.length > 10).toBe(true)
        },
      ),
    )
  })

  it('may carry titles above its header, and columns called as villages call them', () => {
    const text = `BUKU PENGADUAN;;\n;;\nNo. Urut;Tgl. Terima;Objek;RT/RW\n7;3/2/2023;Lampu mati;3/2\n`
    const [row] = read<OldCase>(text, 'register')
    expect(row).toMatchObject({ line: 4, faults: [] })
    expect(row?.data?.registered).toMatchObject({
      paperNumber: '7',
      receivedOn: '2023-02-03',
      subject: 'Lampu mati',
      place: { rt: '003', rw: '002' },
    })
  })

  it('made from the template is read without a fault', () => {
    for (const what of ['officers', 'register'] as const)
      expect(read(templateOf(COLUMNS[what]), what)).toMatchObject([{ faults: [], notes: [] }])
    expect(readTable(templateOf(REGISTER_COLUMNS), REGISTER_COLUMNS)).toMatchObject({ ok: true, ignored: [] })
  })
})

describe('a cell', () => {
  it('holds a day in every way that is written here, and none that the calendar does not know', () => {
    const time = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) })
    fc.assert(
      fc.property(time, fc.constantFrom('-', '/', '.'), fc.boolean(), (at, mark, padded) => {
        const day = new Date(at).toISOString().slice(0, 10)
        const [year, month, date] = day.split('-') as [string, string, string]
        const parts = padded ? [date, month, year] : [Number(date), Number(month), year]
        expect([readDay(parts.join(mark)), readDay(day)]).toEqual([day, day])
      }),
    )
    expect(readDay('4 November 2024')).toBe('2024-11-04')
    expect(readDay('17-Agu-2023')).toBe('2023-08-17')
    expect(readDay('1-May-2023')).toBe('2023-05-01')
    expect(['31-02-2024', '45000', '1-13-2024', '04-11-24', 'kemarin'].map(readDay)).toEqual(
      Array(5).fill(undefined),
    )
  })

  it('tells of a phone number that Excel has spoiled', () => {
    expect(readPhone('82133454594').value).toBe('+6282133454594')
    expect(readPhone("'0821-3345-4594").value).toBe('+6282133454594')
    expect(readPhone('8,21E+11').fault).toContain('Excel')
  })

  it('names a position and an outcome in the words that people use', () => {
    expect(readPosition('Plt. Kaur Keuangan')).toEqual({ position: 'kaurKeuangan', acting: 'plt' })
    expect(readPosition('KADUS Melati')).toEqual({ position: 'kepalaDusun', dusun: 'melati' })
    expect(readPosition('Bendahara PKK')).toBeUndefined()
    expect(
      ['Selesai', 'dijelaskan', 'Proses', '', 'Selesai dengan musyawarah', 'entah'].map(readStatus),
    ).toEqual(['followedUp', 'explained', 'open', 'open', 'deliberation', undefined])
  })
})

describe('an old register', () => {
  it('becomes closed history with the number of the paper book, its answer and the day of its end', () => {
    const [row] = read<OldCase>(
      `${OLD}\n12/2024;31-01-2024;Warga;Jalan;Selesai;10-02-2024;Ditambal.\n`,
      'register',
    )
    expect(row?.data).toMatchObject({
      registered: { paperNumber: '12/2024', receivedOn: '2024-01-31', history: true },
      answer: { text: 'Ditambal.', on: '2024-02-10' },
      outcome: 'followedUp',
      endedOn: '2024-02-10',
    })
  })

  it('leaves open what is open: that becomes work of this register', () => {
    const [row] = read<OldCase>(`${OLD}\n13;31-01-2026;Warga;Jalan;Proses;;\n`, 'register')
    expect(row?.data?.registered.history).toBeUndefined()
    expect(row?.data?.outcome).toBeUndefined()
  })

  it('says of every row that cannot be read what to do, and keeps it out', () => {
    const rows = read<OldCase>(
      [
        OLD,
        '1;;A;Jalan;;;',
        '2;31-01-2099;A;Jalan;;;',
        '3;1-1-2024;A;;;;',
        '4;1-1-2024;A;Jalan;entah;;',
        '5;1-1-2024;A;Jalan;Selesai;;Ada',
        '6;2-1-2024;A;Jalan;Selesai;1-1-2024;Ada',
      ].join('\n'),
      'register',
    )
    expect(rows.filter(isNew)).toEqual([])
    expect(rows.map(({ line, faults }) => [line, faults.length])).toEqual(
      [2, 3, 4, 5, 6, 7].map((n) => [n, 1]),
    )
  })

  it('knows the same number of one year, in the file and in the book, and tells other years apart', () => {
    const text = `${OLD}\n1;1-1-2024;A;Jalan;Selesai;;\n 1 ;2-2-2024;B;Air;Selesai;;\n1;1-1-2023;C;Lampu;Selesai;;\n`
    const rows = read<OldCase>(text, 'register')
    expect(rows.map(isNew)).toEqual([true, false, true])
    expect(rows[1]?.faults).toEqual([imports.fault.twiceInFile(2)])
    const journal = aCase({ paperNumber: '1', receivedOn: '2024-05-05' }, PEOPLE.kadusA)
    const summary = summarise(foldCase(journal.id, journal.entries), village)!
    expect(read<OldCase>(text, 'register', [summary] as never).map(({ known }) => !!known)).toEqual([
      true,
      false,
      false,
    ])
  })
})

it('a row of an old register is the same complaint however often, and by whomever, it is imported', async () => {
  const text = `${OLD}\n1;1-1-2024;A;Jalan;Selesai;;\n2;2-2-2024;B;Air;Selesai;;\n`
  const idsOf = async () => {
    const rows = read<OldCase>(text, 'register').filter(isNew)
    return Promise.all(rows.map(({ data }) => caseIdOf(data)))
  }
  const ids = await idsOf()
  expect(new Set(ids).size).toBe(2)
  expect(await idsOf()).toEqual(ids)
})

describe('a list of officers', () => {
  const HEAD = 'Nama;No. HP;Jabatan;Dusun;Mulai;Sampai'
  const officers = (...lines: string[]) => read<OfficerRow>([HEAD, ...lines].join('\n'), 'officers')

  it('knows who is there, who is new, and one person with two positions', () => {
    const rows = officers(
      'Ibu Baru;0821-3345-4594;Kasi Pelayanan;;1-1-2024;',
      'Ibu Baru;0821-3345-4594;Petugas Pengelola Pengaduan;;1-1-2024;',
      'kasi;;Kasi Pelayanan;;;',
    )
    expect(rows.map(({ faults }) => faults)).toEqual([[], [], []])
    expect(rows.map(isNew)).toEqual([true, true, false])
    expect(rows[2]?.data?.officer).toBe(PEOPLE.kasi)
  })

  it('says what is wrong with a position, a dusun, a date and a double', () => {
    const rows = officers(
      'A;;Bendahara;;;',
      'B;;Kepala Dusun;Mawar;;',
      'C;;Kasi Pelayanan;;2-1-2024;1-1-2024',
      'D;;Kepala Dusun Melati;;;',
      'D;;Kadus;Melati;;',
    )
    expect(rows.map(({ faults }) => faults.length)).toEqual([1, 1, 1, 0, 1])
    expect(rows[3]?.data?.term).toMatchObject({ position: 'kepalaDusun', dusun: 'Melati', from: TODAY })
  })
})
