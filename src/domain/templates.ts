/** Messages: named templates with placeholders like `{kode}`, filled in from a case, a task or a meeting. */

/** What a template may name, in the words that a village writes. */
export const PLACEHOLDERS = [
  'nama',
  'obyek',
  'kode',
  'nomor',
  'tanggal',
  'status',
  'isi',
  'kurang',
  'batas',
  'penerima',
  'kategori',
  'dusun',
  'rapat',
  'hari',
  'jam',
  'tempat',
  'acara',
  'tautan',
  'petugas',
  'desa',
  'situs',
] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]
export type Values = Partial<Record<Placeholder, string>>

const complaint = ['nama', 'nomor', 'kode', 'obyek', 'tanggal'] as const
const village = ['petugas', 'desa', 'situs'] as const
const task = ['penerima', 'nomor', 'kategori', 'dusun', 'batas', 'tautan', 'petugas', 'desa'] as const

/**
 * The templates, each with what it may name. What goes to officers, or hangs where everybody reads it, cannot name who
 * complained: there is no placeholder for it.
 */
export const NAMED_IN = {
  receipt: [...complaint, ...village],
  progress: [...complaint, 'status', 'isi', ...village],
  missing: [...complaint, 'kurang', 'isi', 'batas', ...village],
  answer: [...complaint, 'isi', ...village],
  board: ['nomor', 'kode', 'obyek', 'tanggal', 'isi', 'desa', 'situs'],
  invitation: ['penerima', 'rapat', 'hari', 'jam', 'tempat', 'acara', 'tautan', 'petugas', 'desa'],
  task,
  reminder: task,
} as const satisfies Record<string, readonly Placeholder[]>
export type TemplateName = keyof typeof NAMED_IN
export const TEMPLATES = Object.keys(NAMED_IN) as TemplateName[]

/** Without these a message says nothing. */
export const NEEDED_IN: Partial<Record<TemplateName, Placeholder>> = {
  receipt: 'kode',
  missing: 'kurang',
  answer: 'isi',
  board: 'isi',
}

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

/** Placeholders that would not be filled in: that this template has not, or that nobody knows. */
export function unknownIn(template: string, name: TemplateName): string[] {
  const known: readonly string[] = NAMED_IN[name]
  return [...new Set(namesIn(template).filter((each) => !known.includes(each)))]
}

const namesIn = (text: string): string[] => [...text.matchAll(PLACE)].map(([, name]) => name!)

/** Whether a text has what its message cannot do without. */
export const lacks = (template: string, name: TemplateName): Placeholder | undefined => {
  const needed = NEEDED_IN[name]
  return needed && !namesIn(template).includes(needed) ? needed : undefined
}
