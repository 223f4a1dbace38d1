/** Dates, times and numbers as Indonesians write them: `4 November 2024`, `09.30 WIB`, `1.234,5`, `87,5%`. */
import { dayOf, daysBetween, weekday, WIB_MS } from '../domain/time.ts'

const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]
const SHORT_MONTHS = MONTHS.map((m) => (m === 'Agustus' ? 'Agu' : m.slice(0, 3)))
const WEEKDAYS = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu']

const parts = (day: string) => day.split('-').map(Number) as [number, number, number]

/** `4 November 2024` from a WIB day (`2024-11-04`). */
export function date(day: string): string {
  const [y, m, d] = parts(day)
  return `${d} ${MONTHS[m - 1]} ${y}`
}

/** `4 Nov`, with the year only when it is another than that of `today`. */
export function shortDate(day: string, today?: string): string {
  const [y, m, d] = parts(day)
  const year = today && today.slice(0, 4) === day.slice(0, 4) ? '' : ` ${y}`
  return `${d} ${SHORT_MONTHS[m - 1]}${year}`
}

/** `Senin, 4 November 2024`. */
export const longDate = (day: string): string => `${WEEKDAYS[weekday(day) - 1]}, ${date(day)}`

/** `November 2024` from a day. */
export function month(day: string): string {
  const [y, m] = parts(day)
  return `${MONTHS[m - 1]} ${y}`
}

/** `Nov 2024` from a day, where there is little room. */
export function shortMonth(day: string): string {
  const [y, m] = parts(day)
  return `${SHORT_MONTHS[m - 1]} ${y}`
}

/** `09.30`: the WIB clock of a moment (ISO, UTC). */
export function clock(moment: string): string {
  return new Date(Date.parse(moment) + WIB_MS).toISOString().slice(11, 16).replace(':', '.')
}

/** `09.30 WIB`. */
export const time = (moment: string): string => `${clock(moment)} WIB`

/** `4 November 2024, 09.30 WIB`. */
export const dateTime = (moment: string): string => `${date(dayOf(moment))}, ${time(moment)}`

/** Like a chat: `Hari ini`, `Kemarin`, a weekday within the week, else the date. */
export function dayLabel(day: string, today: string): string {
  const past = daysBetween(day, today)
  if (past === 0) return 'Hari ini'
  if (past === 1) return 'Kemarin'
  if (past === -1) return 'Besok'
  if (past > 1 && past < 7) return WEEKDAYS[weekday(day) - 1]!
  return date(day)
}

/** How long ago a day was, within a sentence: `hari ini`, `kemarin`, `3 hari lalu`; after a month the date. */
export function daysAgo(day: string, today: string): string {
  const past = daysBetween(day, today)
  if (past <= 0) return 'hari ini'
  if (past === 1) return 'kemarin'
  return past > 30 ? date(day) : `${past} hari lalu`
}

/** A moment for a list: the clock today, else the day in words or short. */
export function listTime(moment: string, today: string): string {
  const day = dayOf(moment)
  const past = daysBetween(day, today)
  if (past <= 0) return clock(moment)
  return past < 7 ? dayLabel(day, today) : shortDate(day, today)
}

/** How long something has lasted, in ms: `5 menit`, `3 jam`, `2 hari`. */
export function span(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 1) return 'kurang dari semenit'
  if (minutes < 60) return `${minutes} menit`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours} jam`
  const days = Math.floor(hours / 24)
  return days < 730 ? `${days} hari` : `${Math.round(days / 365)} tahun`
}

/** How long ago a moment was: `baru saja`, `5 menit lalu`, `2 hari lalu`; after a month the date. `now` in ms. */
export function ago(moment: string, now: number): string {
  const past = now - Date.parse(moment)
  if (past < 60_000) return 'baru saja'
  if (past > 30 * 86_400_000) return date(dayOf(moment))
  return `${span(past)} lalu`
}

/** `1.234` or, with digits, `1.234,50`. */
export function number(value: number, digits = 0): string {
  const [whole, fraction] = Math.abs(value).toFixed(digits).split('.')
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, '.')
  return `${value < 0 ? '−' : ''}${grouped}${fraction ? `,${fraction}` : ''}`
}

/** `850 KB`, `12 MB`, `1,4 GB` (powers of 1,000, as shops sell them). */
export function bytes(count: number): string {
  if (count < 1e6) return `${number(Math.ceil(count / 1e3))} KB`
  if (count < 1e9) return `${number(count / 1e6)} MB`
  return `${number(count / 1e9, 1)} GB`
}

/** `Sari`, `Sari dan Budi`, `Sari, Budi, dan Tuti`. */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? ''
  if (items.length === 2) return `${items[0]} dan ${items[1]}`
  return `${items.slice(0, -1).join(', ')}, dan ${items.at(-1)}`
}

/** A WIB day as it is typed, `DD-MM-YYYY`. */
export const typedDate = (day: string): string => day.split('-').reverse().join('-')

/** RT/RW as they are written, `003/002`; one of them alone as `RT 003` or `RW 002`. */
export function rtRw(place: { rt?: string; rw?: string }): string {
  const pad = (n: string) => n.padStart(3, '0')
  if (place.rt && place.rw) return `${pad(place.rt)}/${pad(place.rw)}`
  if (place.rt) return `RT ${pad(place.rt)}`
  return place.rw ? `RW ${pad(place.rw)}` : ''
}

/** `Karanganyar, RT/RW 003/002`; empty where nothing is known. */
export function placeLine(place: { dusun?: string; rt?: string; rw?: string; detail?: string }): string {
  const both = place.rt && place.rw ? `RT/RW ${rtRw(place)}` : rtRw(place)
  return [place.dusun, both].filter(Boolean).join(', ') || place.detail || ''
}

/** The WIB day of a moment (ISO, UTC). */
export const wibDay = dayOf
