import { rm } from 'node:fs/promises'
import leveldown, { type Down } from 'leveldown'
import { afterEach, expect, it, vi } from 'vitest'
import { onSpoilt, startEmbedded } from '../../server/couch/index.ts'
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

it('after a write that failed nothing is acknowledged until the store is opened anew, for it would not be read back', async () => {
  const { _batch: batch } = leveldown.prototype
  let full = false
  vi.spyOn(leveldown.prototype, '_batch').mockImplementation(function (this: Down, operations, how, done) {
    if (full) process.nextTick(done, new Error('IO error: No space left on device'))
    else batch.call(this, operations, how, done)
  })
  const dataDir = await temporaryDir()
  let engine = await startEmbedded({ dataDir })
  let call = wire(engine.url)
  await call('PUT', '/db')
  expect((await call('PUT', '/db/before', {})).status).toBe(201)
  const heard = vi.fn()
  onSpoilt(heard)
  full = true
  expect((await call('PUT', '/db/full', {})).status).toBeGreaterThanOrEqual(500)
  full = false
  expect(heard).toHaveBeenCalledOnce()
  expect((await call('PUT', '/db/after', {})).status).toBeGreaterThanOrEqual(500)
  expect((await call('GET', '/db/before')).status).toBe(200)
  await engine.close()

  engine = await startEmbedded({ dataDir })
  call = wire(engine.url)
  expect((await call('PUT', '/db/after', {})).status).toBe(201)
  expect((await call('GET', '/db/full')).status).toBe(404)
  await engine.close()
  await rm(dataDir, { recursive: true, force: true })
})
