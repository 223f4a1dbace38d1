/** A flood of forms: work for strangers has a bound, and officers go on. */
import { afterAll, describe, expect, it } from 'vitest'
import { PUBLIC_LIMITS } from '../../server/routes/public/index.ts'
import { complaint, PEOPLE } from '../support/domain.ts'
import { closeAll, COMPLAINT, open, passOf, send } from '../support/public-form.ts'

const NOW = new Date().toISOString()

describe('a flood', () => {
  it('of 1,000 forms is turned away unread, and what an officer sends meanwhile arrives', async () => {
    const server = await open({ ...PUBLIC_LIMITS })
    const petugas = await server.enrol(PEOPLE.petugas)
    const first = { ...COMPLAINT, tanda: await passOf(server) }
    const results: number[] = []
    const one = async () => {
      while (results.length < 1_000) {
        const at = results.push(0) - 1
        results[at] = (await send(server, { ...first, uraian: `Banjir ${at}` })).status
      }
    }
    const running = Promise.all(Array.from({ length: 10 }, one))
    await expect.poll(() => results.filter(Boolean).length, { timeout: 60_000 }).toBeGreaterThan(50)
    const id = `c${'0'.repeat(16)}:00000001:${petugas.device}`
    const data = complaint({ code: '4F7K2M9XF' })
    const doc = { _id: id, _rev: '1-a', kind: 'registered', v: 1, by: PEOPLE.petugas, at: NOW, data }
    const sent = await petugas.call('POST', '/sync/outbox/_bulk_docs', { new_edits: false, docs: [doc] })
    expect([sent.status, sent.body]).toEqual([201, []])
    const seen = await petugas.call('GET', '/sync/inbox/_changes?since=0&limit=10')
    expect(seen.status).toBe(200)
    expect(results.length).toBeLessThan(1_000)
    await running
    const of = (status: number) => results.filter((each) => each === status).length
    expect(of(303)).toBeLessThanOrEqual(PUBLIC_LIMITS.taken.each)
    expect(of(303)).toBeGreaterThan(0)
    expect(of(303) + of(429)).toBe(1_000)
  })
})

afterAll(closeAll)
