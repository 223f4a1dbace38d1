/** A phone names the address that the server posts to: none of them may lead into the house. */
import { describe, expect, it } from 'vitest'
import webpush from 'web-push'
import { isPublicAddress, publicAgent, publicEndpoint, publicLookup } from '../../server/push/address.ts'
import { post } from '../../server/push/post.ts'
import { Ear } from '../support/push-service.ts'

describe('an endpoint', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/QabcDEF',
    'https://wns2-sg2p.notify.windows.com/w/?token=BQYAAAB',
  ])('of a push service is taken: %s', (endpoint) => {
    expect(publicEndpoint(endpoint)).toBe(endpoint)
  })

  it.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'ftp://fcm.googleapis.com/x',
    'https://fcm.googleapis.com:5984/x',
    'https://user:secret@fcm.googleapis.com/x',
    'https://localhost/x',
    'https://couchdb/x',
    'https://pusat.local/x',
    'https://db.internal/x',
    'https://127.0.0.1/x',
    'https://0x7f.1/x',
    'https://2130706433/x',
    'https://0177.0.0.1/x',
    'https://10.0.0.5/x',
    'https://[::1]/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://[fd00::1]/x',
    'https://127.0.0.1#@good.example/x',
    'javascript:alert(1)',
    'not a url',
    '',
  ])('that is not public https on a name is refused: %s', (endpoint) => {
    expect(publicEndpoint(endpoint)).toBeUndefined()
  })

  it('is kept as every reader of addresses understands it', () => {
    expect(publicEndpoint('https://good.example\\@127.0.0.1/x')).toBe('https://good.example/@127.0.0.1/x')
  })
})

describe('an address', () => {
  it.each(['8.8.8.8', '142.250.4.95', '2404:6800:4003::5f', '2606:4700::1'])('is public: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.8.8.8',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::a00:1',
    'fd00::1',
    'fe80::1',
    'ff02::1',
    '2001:0:4136:e378::',
    '2002:0a00:0001::1',
    'nonsense',
  ])('is not: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('a name that leads into the house', () => {
  it('is not connected to, however often it is looked up', async () => {
    for (const all of [true, false]) {
      const error = await new Promise((done) => publicLookup('localhost', { all }, done))
      expect(String(error)).toContain('not public')
    }
  })

  it('gets nothing of what is posted', async () => {
    const agent = publicAgent()
    const { publicKey, privateKey } = webpush.generateVAPIDKeys()
    const key = { name: 'x', public: publicKey, private: privateKey }
    const parcel = { message: {}, urgency: 'normal' } as const
    const sent = post(new Ear('https://localhost/send'), parcel, key, {
      agent,
      subject: 'mailto:a@b.example',
    })
    await expect(sent).rejects.toThrow('not public')
    agent.destroy()
  })
})
