/** Reading a form of the public pages, with the clock in the test's hands. */
import { PassThrough } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readForm } from '../../server/routes/public/body.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const asked = (type: string) =>
  ({ raw: new PassThrough(), headers: { 'content-type': type } }) as unknown as FastifyRequest

it.each(['multipart/form-data', 'image/png', ''])(
  'of what is no form (%j) leaves nothing behind that would end the server later',
  async (type) => {
    await expect(readForm(asked(type))).rejects.toMatchObject({ statusCode: 400 })
    expect(vi.getTimerCount()).toBe(0)
  },
)

it('ends a form that never ends, with what it is', async () => {
  const request = asked('multipart/form-data; boundary=x')
  const read = expect(readForm(request)).rejects.toMatchObject({ statusCode: 408 })
  await vi.advanceTimersByTimeAsync(300_000)
  await read
  expect(request.raw.destroyed).toBe(true)
})
