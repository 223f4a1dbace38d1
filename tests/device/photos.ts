/** What tests do with photos on a phone. */
import type { Phone } from './support.ts'
import { complaint } from './village.ts'

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

export const append = (phone: Phone, ...entries: { journal: string; kind: string; data: unknown }[]) =>
  phone.page.evaluate(async (given) => {
    const result = await kit.device!.append(given as never)
    if (!result.ok) throw new Error(result.why)
    return result.entries.map(({ _id }) => _id)
  }, entries)

export const registered = (id: string, attachments: object[] = [], other = {}) => ({
  journal: id,
  kind: 'registered',
  data: { ...complaint(other), attachments },
})
export const note = (id: string, attachments: object[] = []) => ({
  journal: id,
  kind: 'note',
  data: { text: 'Catatan', attachments },
})

export const sizeOf = (phone: Phone, hash: string) =>
  phone.page.evaluate(async (h) => (await kit.device!.media.get(h))?.size, hash)
export const stateOf = (phone: Phone) => phone.page.evaluate(() => kit.device!.media.state())
export const rowsOf = (phone: Phone) => phone.page.evaluate(() => kit.store!.local.count('bytes'))
export const has = (phone: Phone, id: string) => () =>
  phone.page.evaluate(async (c) => (await kit.device!.cases()).some((each) => each.id === c), id)
