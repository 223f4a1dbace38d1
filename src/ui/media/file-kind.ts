/** What a file is, by its first bytes: names and types that senders give are often wrong. */

export type FileKind = 'empty' | 'picture' | 'heic' | 'pdf' | 'audio' | 'video' | 'other'

const HEIC = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'])
const PICTURES = ['\xff\xd8\xff', '\x89PNG', 'GIF8', 'BM']
const SOUNDS = ['OggS', 'ID3']

/** How many bytes `fileKind` wants to see. */
export const HEAD_BYTES = 16

/** `type`: what the sender says it is; only asked where a container holds sounds as well as films. */
export function fileKind(head: Uint8Array, type: string): FileKind {
  if (!head.length) return 'empty'
  const text = String.fromCharCode(...head.slice(0, HEAD_BYTES))
  const starts = (mark: string) => text.startsWith(mark)
  if (PICTURES.some(starts) || (starts('RIFF') && text.slice(8, 12) === 'WEBP')) return 'picture'
  if (starts('%PDF')) return 'pdf'
  if (SOUNDS.some(starts)) return 'audio'
  if (text.slice(4, 8) === 'ftyp') return mediaOf(text.slice(8, 12), type)
  if (starts('\x1a\x45\xdf\xa3')) return type.startsWith('audio/') ? 'audio' : 'video'
  return 'other'
}

function mediaOf(brand: string, type: string): FileKind {
  if (HEIC.has(brand)) return 'heic'
  if (brand.startsWith('avi')) return 'picture'
  return brand.startsWith('M4A') || type.startsWith('audio/') ? 'audio' : 'video'
}

/** Which of the stored kinds of sound it is, by its bytes: a voice note of another app often comes under a wrong type. */
export function soundType(head: Uint8Array): 'audio/ogg' | 'audio/mp4' | 'audio/webm' | undefined {
  const text = String.fromCharCode(...head.slice(0, HEAD_BYTES))
  if (text.startsWith('OggS')) return 'audio/ogg'
  if (text.startsWith('\x1a\x45\xdf\xa3')) return 'audio/webm'
  return text.slice(4, 8) === 'ftyp' ? 'audio/mp4' : undefined
}
