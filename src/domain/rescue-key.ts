/**
 * With what a rescue file is locked. Only WebCrypto: ECDH on P-256 with a key of its own for each file, HKDF-SHA-256,
 * AES-256-GCM. The seal, which only the server and the phone know, goes into the key: so nobody can make a file in
 * another phone's name.
 */

/** What the server tells a phone beforehand, so that it can lock a file without a network. */
export interface RescueKey {
  /** The name of the village's key pair. */
  key: string
  /** Its public half, as JSON Web Key. */
  public: { kty: string; crv: string; x: string; y: string }
  /** This phone's secret, base64. */
  seal: string
}

export const CURVE = { name: 'ECDH', namedCurve: 'P-256' }

/** The key of one file. Both sides get the same from their private half, the other's public half, and the seal. */
export async function rescueFileKey(
  subtle: SubtleCrypto,
  mine: CryptoKey,
  theirs: CryptoKey,
  seal: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, mine, 256)
  const base = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode('kentongan rescue 1')
  return subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: seal, info },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}
