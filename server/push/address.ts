/**
 * Where the server may post to. A phone names the address, so it is taken for hostile: only https to a public name, and
 * what the name resolves to is looked at when the connection is made.
 */
import { lookup as resolve } from 'node:dns'
import { Agent } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

const PRIVATE = new BlockList()
const RANGES: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
]
for (const [net, prefix] of RANGES) PRIVATE.addSubnet(net, prefix, 'ipv4')

/** Of IPv6 only what is given out to the public (2000::/3), and of that nothing that carries an IPv4 address inside. */
const PUBLIC6 = new BlockList()
PUBLIC6.addSubnet('2000::', 3, 'ipv6')
const CARRIERS = new BlockList()
CARRIERS.addSubnet('2001::', 32, 'ipv6')
CARRIERS.addSubnet('2002::', 16, 'ipv6')

/** Whether anybody on the internet could have this address. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !PRIVATE.check(address, 'ipv4')
  if (isIP(address) !== 6) return false
  return PUBLIC6.check(address, 'ipv6') && !CARRIERS.check(address, 'ipv6')
}

/** The endpoint as it may be posted to, written the one way that every reader understands; undefined for any other. */
export function publicEndpoint(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || url.protocol !== 'https:' || url.port || url.username || url.password) return undefined
  const { hostname } = url
  if (hostname.startsWith('[') || isIP(hostname) || !/^[a-z0-9.-]+\.[a-z][a-z0-9-]*$/.test(hostname))
    return undefined
  if (/\.(localhost|local|internal|lan|home|arpa|test)$/.test(hostname)) return undefined
  url.hash = ''
  return url.href
}

/** Resolves a name, and refuses it where any of its addresses is not public. */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '')
    const foreign = found.length > 0 && found.every(({ address }) => isPublicAddress(address))
    if (!foreign) return done(new Error('the name leads to an address that is not public'), '')
    if (options.all) return done(null, found)
    done(null, found[0]!.address, found[0]!.family)
  })
}

/** Connects to public addresses only; keeps a few connections, for push services are always the same. */
export const publicAgent = (): Agent => new Agent({ keepAlive: true, maxSockets: 8, lookup: publicLookup })
