import { describe, expect, it } from 'vitest'
import { ConfigError, isInsecure, readConfig } from '../../server/config.ts'

const sentence = (env: Record<string, string>): string => {
  try {
    readConfig(env)
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as Error).message
  }
}

describe('the configuration', () => {
  it('needs nothing to be set', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      host: 'localhost',
      dataDir: './data',
      village: 'desa',
      publicUrl: 'http://localhost:8080',
    })
  })

  it('takes empty variables as not set', () => {
    expect(readConfig({ PORT: '', VILLAGE: '', COUCHDB_URL: '', BACKUP_DIR: '' })).toEqual(readConfig({}))
  })

  it('derives the public address from the port', () => {
    expect(readConfig({ PORT: '9090' }).publicUrl).toBe('http://localhost:9090')
  })

  it('drops the slash at the end of addresses', () => {
    const env = { PUBLIC_URL: 'https://aduan.desa.example/', COUCHDB_URL: 'http://a:b@127.0.0.1:5984/' }
    expect(readConfig(env)).toMatchObject({
      publicUrl: 'https://aduan.desa.example',
      couchdbUrl: 'http://a:b@127.0.0.1:5984',
    })
  })

  it('listens to everybody only where phones come over plain http', () => {
    expect(readConfig({ PUBLIC_URL: 'https://aduan.desa.example' }).host).toBe('localhost')
    expect(readConfig({ PUBLIC_URL: 'http://192.168.1.5:8080' }).host).toBe('0.0.0.0')
    expect(readConfig({ HOST: '127.0.0.1', PUBLIC_URL: 'http://192.168.1.5:8080' }).host).toBe('127.0.0.1')
  })

  it.each(['0', '65536', 'x', '80.5', '-1', '8080 '])('refuses the port %s', (PORT) => {
    expect(sentence({ PORT })).toContain(`PORT must be a number from 1 to 65535, but it is "${PORT}"`)
  })

  it.each(['Desa', '1desa', 'desa_a', 'd'.repeat(32), 'désa'])('refuses the village %s', (VILLAGE) => {
    expect(sentence({ VILLAGE })).toContain('VILLAGE must be')
  })

  it.each(['aduan.desa.example', 'ftp://a.b', 'https://a.b/path', 'https://a.b?x', 'https://u:p@a.b'])(
    'refuses the public address %s',
    (PUBLIC_URL) => {
      expect(sentence({ PUBLIC_URL })).toContain('PUBLIC_URL must be')
    },
  )

  it('does not repeat the password of a wrong CouchDB address', () => {
    const text = sentence({ COUCHDB_URL: 'http://admin:geheim@127.0.0.1:5984/db' })
    expect(text).toContain('COUCHDB_URL must be')
    expect(text).not.toContain('geheim')
  })

  it('knows where browsers call an address insecure', () => {
    expect(isInsecure('http://192.168.1.5:8080')).toBe(true)
    expect(isInsecure('http://desa.example')).toBe(true)
    for (const url of [
      'https://desa.example',
      'http://localhost:8080',
      'http://127.0.0.1',
      'http://[::1]:8080',
    ]) {
      expect(isInsecure(url)).toBe(false)
    }
  })
})
