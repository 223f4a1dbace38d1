/** What a file is by its bytes, how large a picture is by its header, and what of the previews fits an entry. */
import { describe, expect, it } from 'vitest'
import { attached } from '../../src/ui/media/attached.ts'
import { fileKind, soundType } from '../../src/ui/media/file-kind.ts'
import { THUMBS_OF_ENTRY } from '../../src/ui/media/limits.ts'
import { pictureSize } from '../../src/ui/media/picture-size.ts'
import { prepareSound } from '../../src/ui/media/prepare.ts'
import { mediaText } from '../../src/text/media.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('a file', () => {
  it.each([
    ['', '', 'empty'],
    ['\xff\xd8\xff\xe1', 'application/pdf', 'picture'],
    ['RIFF\0\0\0\0WEBPVP8 ', '', 'picture'],
    ['\0\0\0\x18ftypheic', 'image/jpeg', 'heic'],
    ['\0\0\0\x18ftypavif', '', 'picture'],
    ['%PDF-1.4', 'image/jpeg', 'pdf'],
    ['OggS', '', 'audio'],
    ['\0\0\0\x18ftypmp42', 'audio/mp4', 'audio'],
    ['\0\0\0\x18ftypmp42', 'video/mp4', 'video'],
    ['\x1a\x45\xdf\xa3', 'audio/webm', 'audio'],
    ['hello', 'image/png', 'other'],
  ])('beginning with %j, said to be %j, is %s', (head, type, kind) => {
    expect(fileKind(bytes(head), type)).toBe(kind)
  })
})

describe('a recording', () => {
  it('that has heard nothing says so of the microphone, not of a photo', async () => {
    const made = await prepareSound(new Blob([]), 0)
    expect(made.ok || mediaText.unfit[made.why]).toMatch(/^Rekaman ini kosong.*Rekam sekali lagi\.$/)
  })
})

describe('the size of a picture', () => {
  const jpeg = '\xff\xd8\xff\xe1\0\x06EXIF\xff\xc0\0\x11\x08\x03\xe8\x07\xd0\x03'.padEnd(40, '\0')

  it('is read behind what a camera wrote before it', () => {
    expect(pictureSize(bytes(jpeg))).toEqual({ width: 2000, height: 1000 })
  })

  it('is unknown where the header is cut off, or of another format', () => {
    expect(pictureSize(bytes(jpeg.slice(0, 12)))).toBeUndefined()
    expect(pictureSize(bytes('GIF89a'.padEnd(40, '\0')))).toBeUndefined()
  })
})

describe('the attachments of an entry', () => {
  const one = (n: number) => ({
    hash: String(n).padStart(64, '0'),
    type: 'image/jpeg' as const,
    bytes: 1000,
    thumbnail: 'x'.repeat(8_000),
    caption: n ? 'Retak' : '  ',
  })

  it('are left out where there are none', () => {
    expect(attached([])).toEqual({})
  })

  it('keep all photos, but only as many previews as an entry has room for', () => {
    const { attachments = [] } = attached(Array.from({ length: 40 }, (_, n) => one(n)))
    const previews = attachments.map(({ thumbnail = '' }) => thumbnail).join('')
    expect(attachments).toHaveLength(40)
    expect(previews.length).toBeGreaterThan(THUMBS_OF_ENTRY - 8_000)
    expect(previews.length).toBeLessThanOrEqual(THUMBS_OF_ENTRY)
    expect(attachments[0]).not.toHaveProperty('caption')
  })
})

describe('a sound', () => {
  it.each([
    ['OggS', 'audio/ogg'],
    ['\0\0\0\x18ftypM4A ', 'audio/mp4'],
    ['\x1a\x45\xdf\xa3', 'audio/webm'],
    ['ID3', undefined],
    ['#!AMR', undefined],
  ])('beginning with %j is kept as %s, whatever the other app calls it', (head, type) => {
    expect(soundType(bytes(head))).toBe(type)
  })
})
