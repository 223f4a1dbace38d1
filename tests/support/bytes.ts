/** Bytes as plain arrays: Node's own kind of them has types that TypeScript does not let through everywhere. */

type Some = ArrayLike<number>

export const plain = (bytes: Some): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
export const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words)
export const decoded = (coded: string, how: 'hex' | 'base64url'): Uint8Array<ArrayBuffer> =>
  plain(Buffer.from(coded, how))
export const coded = (bytes: Some, how: 'base64' | 'base64url'): string =>
  Buffer.from(plain(bytes)).toString(how)

/** One after the other. */
export const joined = (...parts: readonly Some[]): Uint8Array<ArrayBuffer> =>
  plain(parts.flatMap((part) => Array.from(part)))
