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

/**
 * Lets a phone's mailbox fill up to an entry, and what comes after it only once that is released. In one piece: entry by
 * entry a slow machine would take a minute.
 */
export async function fillUpTo(phone: Phone, entry: string): Promise<{ release(): Promise<void> }> {
  const changes = '**/sync/inbox/_changes**'
  let free!: () => void
  const held = new Promise<void>((done) => (free = done))
  let reached = false
  await phone.page.route(changes, async (route) => {
    if (reached) await held
    const url = new URL(route.request().url())
    // The page may be closed meanwhile.
    const whole = await route.fetch().catch(() => undefined)
    const said = (await whole?.json().catch(() => undefined)) as { results: { id: string }[] } | undefined
    if (!whole || !said) return
    const { results } = said
    const upTo = results.findIndex(({ id }) => id.startsWith(entry)) + 1
    url.searchParams.set('limit', String(upTo))
    const response = upTo && !reached ? await route.fetch({ url: url.href }).catch(() => undefined) : whole
    reached ||= upTo > 0
    if (response) await route.fulfill({ response }).catch(() => undefined)
  })
  return {
    async release() {
      free()
      await phone.page.unroute(changes)
    },
  }
}
