/** A certificate of its own for a server on this machine: made anew for each test, trusted by nobody else. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { coded, decoded, joined, plain, text } from './bytes.ts'

type Bytes = Uint8Array<ArrayBuffer>

const der = (tag: number, ...parts: Bytes[]): Bytes => {
  const body = joined(...parts)
  const size = body.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
  return joined([tag, ...length], body)
}
const sequence = (...parts: Bytes[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, decoded(hex, 'hex'))
const integer = (...bytes: number[]) => der(0x02, plain(bytes))
const octets = (bytes: Bytes) => der(0x04, bytes)
const time = (date: Date) => der(0x17, text(`${date.toISOString().replace(/\D/g, '').slice(2, 14)}Z`))

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'))
const nameOf = (host: string) => sequence(der(0x31, sequence(oid('550403'), der(0x0c, text(host)))))
/** What it is for: to stand for this host, and for itself as authority. */
const extensions = (host: string) =>
  der(
    0xa3,
    sequence(
      sequence(oid('551d11'), octets(sequence(der(0x82, text(host))))),
      sequence(oid('551d13'), octets(sequence(der(0x01, plain([255]))))),
    ),
  )

/** Key and certificate (PEM) of a host. */
export function selfSigned(host: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const spki = plain(publicKey.export({ type: 'spki', format: 'der' }))
  const serial = createHash('sha256').update(spki).digest().subarray(0, 8)
  const [from, to] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 86_400_000)]
  const content = sequence(
    der(0xa0, integer(2)),
    integer(1, ...serial),
    ECDSA_SHA256,
    nameOf(host),
    sequence(time(from), time(to)),
    nameOf(host),
    spki,
    extensions(host),
  )
  const signature = der(0x03, joined([0], sign('sha256', content, privateKey)))
  const lines = coded(sequence(content, ECDSA_SHA256, signature), 'base64').replace(/.{64}/g, '$&\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}
