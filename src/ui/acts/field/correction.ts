/** Which texts of an entry a person may put right, and what changed. */
import { acts } from '../../../text/acts.ts'

type Data = Record<string, unknown>

/** The texts that an entry carries, with what they are called on its form. */
export function textFields(data: Data): { key: string; label: string; text: string }[] {
  return Object.entries(acts.correct.fields).flatMap(([key, label]) => {
    const text = data[key]
    return typeof text === 'string' ? [{ key, label, text }] : []
  })
}

/** Only what differs; an emptied text is taken away (null). */
export function changesOf(before: Data, texts: Record<string, string>): Data {
  const differing = Object.entries(texts).filter(([key, text]) => text.trim() !== before[key])
  return Object.fromEntries(differing.map(([key, text]) => [key, text.trim() || null]))
}
