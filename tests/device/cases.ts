/** What officers do with cases on their phones. */
import { expect } from 'vitest'
import type { Phone } from './support.ts'
import { complaint, freshCase, until } from './village.ts'

/** Writes entries as one act; their ids. */
export async function append(
  phone: Phone,
  ...entries: { journal: string; kind: string; data: unknown }[]
): Promise<string[]> {
  const result = await phone.page.evaluate((given) => kit.device!.append(given as never), entries)
  if (!result.ok) throw new Error(result.why)
  return result.entries.map(({ _id }) => _id)
}

export const registered = (id: string, other = {}) => ({
  journal: id,
  kind: 'registered',
  data: complaint(other),
})

export const assign = (id: string, lead: string) => ({
  journal: id,
  kind: 'assigned' as const,
  data: { lead, helpers: [] },
})

export const idsOf = (phone: Phone, journal: string) =>
  phone.page.evaluate(async (id) => (await kit.device!.journal(id)).entries.map(({ _id }) => _id), journal)

export const has = (phone: Phone, id: string) => () =>
  phone.page.evaluate(async (c) => (await kit.device!.cases()).some((each) => each.id === c), id)

/**
 * A case that the desk has registered and given to an officer, on the officer’s phone. Of no dusun of theirs: of those
 * they go on to hear (decision 010).
 */
export async function given(desk: Phone, lead: string, to: Phone, text: string): Promise<string> {
  const id = freshCase()
  await append(
    desk,
    registered(id, { subject: text, description: text, place: { dusun: 'C' } }),
    assign(id, lead),
  )
  expect(await desk.send()).toBe('sent')
  await until('the case arrives', has(to, id))
  return id
}
