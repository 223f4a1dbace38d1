/** What somebody has typed into the public form, as it stands there: kept over every answer but the last. */
import { wellFormed } from '../../../src/domain/well-formed.ts'

export const FIELDS = [
  'kategori',
  'pokok',
  'uraian',
  'harapan',
  'dusun',
  'rw',
  'rt',
  'tempat',
  'tentang',
  'terlapor',
  'nama',
  'alamat',
  'hp',
  'rahasia',
  'jawab',
] as const
export type Field = (typeof FIELDS)[number]

/** One text a field; `terlapor` may be ticked more than once. */
export type Values = Record<Exclude<Field, 'terlapor'>, string> & { terlapor: string[] }

const CONTROL = /[^\P{Cc}\n\t]/gu

/** The values of the fields that came, each at most once; anything else is left aside. */
export function valuesFrom(came: readonly (readonly [string, string])[]): Values {
  const all = (name: string) => came.flatMap(([key, value]) => (key === name ? [tidy(value)] : []))
  const texts = Object.fromEntries(FIELDS.map((name) => [name, all(name)[0] ?? '']))
  return { ...texts, terlapor: [...new Set(all('terlapor').filter(Boolean))] } as Values
}

export const EMPTY = valuesFrom([])

/** Line ends as they are kept, no half characters, no control characters, no room around it. */
const tidy = (text: string): string => wellFormed(text).replace(/\r\n?/g, '\n').replace(CONTROL, '').trim()
