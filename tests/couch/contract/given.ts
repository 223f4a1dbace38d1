import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import type { Db } from '../../../server/couch/index.ts'
import { openEngine, wireOf, type Bench, type Wire } from '../support.ts'

/** An entry's id, as the design forms them. */
export const entry = 'c7f3a1:00000012:dabc'
export const at = (id: string) => `/${encodeURIComponent(id)}`
export const conflict = { error: 'conflict', reason: 'Document update conflict.' }

type Listing = { body: { results?: { id: string }[]; rows?: { id: string }[] } }
export const ids = ({ body }: Listing) => (body.results ?? body.rows ?? []).map(({ id }) => id)

/** An engine, an empty database for each test, and the plainest moves on it. */
export type Given = ReturnType<typeof givenEngine>

export function givenEngine(engine: string) {
  let bench: Bench
  let db: Db
  beforeAll(async () => {
    bench = await openEngine(engine)
  })
  beforeEach(async () => {
    db = await bench.fresh()
  })
  afterAll(() => bench.end())

  const call: Wire = (method, path, body) => wireOf(db)(method, path, body)
  return {
    get bench() {
      return bench
    },
    get db() {
      return db
    },
    call,
    async put(id: string, doc: object = {}): Promise<string> {
      const { status, body } = await call('PUT', at(id), doc)
      expect(status).toBe(201)
      return body.rev
    },
    async remove(id: string, rev: string): Promise<string> {
      const { status, body } = await call('DELETE', `${at(id)}?rev=${rev}`)
      expect(status).toBe(200)
      return body.rev
    },
    async bulk(docs: object[], rest: object = {}) {
      const { status, body } = await call('POST', '/_bulk_docs', { docs, ...rest })
      expect(status).toBe(201)
      return body
    },
  }
}
