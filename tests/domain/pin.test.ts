import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPin, waitAfter, waitNow } from '../../src/domain/pin.ts'

const MINUTE = 60_000
const ms = fc.integer({ min: 0, max: 60 * MINUTE })

describe('a PIN', () => {
  it.each(['1234', '000000', '98765'])('may be %s', (text) => expect(isPin(text)).toBe(true))
  it.each(['', '123', '1234567', '12a4', ' 1234', '١٢٣٤'])('may not be "%s"', (text) =>
    expect(isPin(text)).toBe(false),
  )
})

describe('wrong ones', () => {
  it('make wait 1, 5, and from then on 15 minutes', () => {
    expect([0, 1, 2, 3, 4, 40].map(waitAfter)).toEqual([0, 1, 5, 15, 15, 15].map((n) => n * MINUTE))
  })
})

describe('a wait', () => {
  it('is over when its time has passed, however often it was looked at', () => {
    fc.assert(
      fc.property(ms, fc.array(ms), (left, looks) => {
        const times = looks.sort((a, b) => a - b)
        const seen = times.reduce((wait, now) => waitNow(wait, now), { left, at: 0 })
        expect(waitNow(seen, 60 * MINUTE).left).toBe(0)
        const last = times.at(-1) ?? 0
        expect(seen.left).toBe(Math.max(0, left - last))
      }),
    )
  })

  it('is not shortened by a clock that was put back, and lasts no longer for it', () => {
    fc.assert(
      fc.property(ms, ms, ms, (left, back, later) => {
        const after = waitNow({ left, at: 100 * MINUTE }, 100 * MINUTE - back)
        expect(after.left).toBe(left)
        expect(waitNow(after, after.at + later).left).toBe(Math.max(0, left - later))
      }),
    )
  })

  it('takes no notice of the clock while it is watched', () => {
    expect(waitNow({ left: 5 * MINUTE, at: 0 }, 500 * MINUTE, MINUTE).left).toBe(4 * MINUTE)
  })
})
