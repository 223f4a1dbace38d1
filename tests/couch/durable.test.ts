import { rm } from 'node:fs/promises'
import leveldown from 'leveldown'
import { afterEach, expect, it, vi } from 'vitest'
import { startEmbedded } from '../../server/couch/index.ts'
import { temporaryDir, wire } from './support.ts'

afterEach(() => vi.restoreAllMocks())

it('every write is flushed to the disk before it is acknowledged', async () => {
  const batch = vi.spyOn(leveldown.prototype, '_batch')
  const put = vi.spyOn(leveldown.prototype, '_put')
  const dataDir = await temporaryDir()
  const engine = await startEmbedded({ dataDir })
  const call = wire(engine.url)
  await call('PUT', '/db')
  await call('PUT', '/db/x', {})
  await call('POST', '/db/_bulk_docs', { docs: [{ _id: 'y' }] })
  await call('PUT', '/db/_local/z', {})
  await engine.close()
  const options = [...batch.mock.calls.map(([, how]) => how), ...put.mock.calls.map(([, , how]) => how)]
  expect(batch.mock.calls.length).toBeGreaterThanOrEqual(3)
  expect(options.filter((how) => how.sync !== true)).toEqual([])
  await rm(dataDir, { recursive: true, force: true })
})
