import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWellFormed, wellFormed } from '../../src/domain/well-formed.ts'

const halved = '👍'.slice(0, 1)

it('half an emoji becomes a mark, whole ones and all else stay as they are', () => {
  expect(wellFormed({ text: `Siap ${halved}`, list: ['👍', 3, null] })).toEqual({
    text: 'Siap \uFFFD',
    list: ['👍', 3, null],
  })
  expect(isWellFormed({ text: [halved] })).toBe(false)
  expect(isWellFormed({ [halved]: 1 })).toBe(false)
})

it('whatever is typed or cut can be written afterwards, and what could be before is unchanged', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
      const text = String.fromCharCode(...units)
      const mended = wellFormed({ text }).text
      expect(isWellFormed(mended)).toBe(true)
      expect(mended).toHaveLength(text.length)
      if (isWellFormed(text)) expect(mended).toBe(text)
    }),
  )
})
