/** Messages to complainants: named templates with placeholders like `{kode}`, filled in from a case. */

export const TEMPLATES = ['receipt', 'progress', 'answer'] as const
export type TemplateName = (typeof TEMPLATES)[number]

/** What a template may name, in the words that a village writes. */
export const PLACEHOLDERS = [
  'nama',
  'obyek',
  'kode',
  'nomor',
  'tanggal',
  'status',
  'isi',
  'petugas',
  'desa',
  'situs',
] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]
export type Values = Partial<Record<Placeholder, string>>

const PLACE = /\{(\w+)\}/g
const isKnown = (name: string): name is Placeholder => (PLACEHOLDERS as readonly string[]).includes(name)

/**
 * The message. A line that names something which is not known is left out; a placeholder that no version knows stays as
 * it is written, for a person reads the message before it goes. What is filled in is never read as a template.
 */
export function fillTemplate(template: string, values: Values): string {
  return template
    .split('\n')
    .filter((line) => namesIn(line).every((name) => !isKnown(name) || values[name]?.trim()))
    .map((line) =>
      line.replace(PLACE, (written, name: string) => (isKnown(name) ? values[name]!.trim() : written)),
    )
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Placeholders that would go to the complainant as they are written. */
export const unknownIn = (template: string): string[] => [
  ...new Set(namesIn(template).filter((name) => !isKnown(name))),
]

const namesIn = (text: string): string[] => [...text.matchAll(PLACE)].map(([, name]) => name!)
