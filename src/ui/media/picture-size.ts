/** Width and height of a JPEG or PNG by its header, before anything is decoded: a huge picture can kill a small phone. */

export interface Size {
  width: number
  height: number
}

/** Room for the header of a JPEG with a large preview and profile inside. */
export const HEADER_BYTES = 512 * 1024

/** As stored (not turned upright); undefined where the header is of another format, or cannot be read. */
export function pictureSize(head: Uint8Array<ArrayBuffer>): Size | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (view.byteLength < 24) return undefined
  if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) }
  return view.getUint16(0) === 0xffd8 ? jpegSize(view) : undefined
}

/** Goes from segment to segment up to the frame's own (SOF0 to SOF15, without the tables in between). */
function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}
