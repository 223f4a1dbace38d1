/** What tests do with photos on a phone. */
import type { Phone } from './support.ts'

/** Makes a photo and keeps it; its attachment. */
export const keep = (phone: Phone, name: string, bytes = 1_000) =>
  phone.page.evaluate(
    async ([n, size]) => {
      const prepared = await kit.photo(n, size)
      const kept = await kit.device!.media.keep(prepared)
      if (!kept.ok) throw new Error(kept.why)
      return prepared.attachment
    },
    [name, bytes] as const,
  )

export const note = (id: string, attachments: object[] = []) => ({
  journal: id,
  kind: 'note',
  data: { text: 'Catatan', attachments },
})

export const sizeOf = (phone: Phone, hash: string) =>
  phone.page.evaluate(async (h) => (await kit.device!.media.get(h))?.size, hash)
export const stateOf = (phone: Phone) => phone.page.evaluate(() => kit.device!.media.state())
export const rowsOf = (phone: Phone) => phone.page.evaluate(() => kit.store!.local.count('bytes'))
