/** The coat of arms as it stands in the setting: small, on white. */
import { base64, encode } from '../../media/encode.ts'

/** Printed 2 cm wide; the setting takes 60,000 characters. */
const AIM = { sides: [320, 240, 160, 96], qualities: [0.9, 0.75, 0.6], bytes: 44_000 }

/** A data URL of a chosen picture; undefined where it is none that can be read. */
export async function crestOf(file: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (!bitmap) return undefined
  const jpeg = await encode(bitmap, AIM)
  bitmap.close()
  return `data:image/jpeg;base64,${await base64(jpeg)}`
}
