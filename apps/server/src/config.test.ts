import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConfigError, startLanguage } from './config-error.ts'
import { readConfig } from './config.ts'

function refusal(env: Record<string, string>): ConfigError {
  try {
    readConfig(env)
  } catch (fault) {
    if (fault instanceof ConfigError) return fault
    throw fault
  }
  throw new Error(`${JSON.stringify(env)} was taken`)
}

describe('the environment', () => {
  test('[contract § Start] nothing set gives the defaults', () => {
    const { trustProxy, ...config } = readConfig({ PATH: '/bin', PORT: '', CREATE_KEY: '' })
    expect(config).toEqual({
      port: 4100,
      host: '0.0.0.0',
      dataDir: resolve('data'),
      publicUrl: null,
      tls: null,
      durability: 'power',
      createKey: null,
      clock: 'system',
      rateLimits: 1,
      logLevel: 'info',
    })
    expect(trustProxy('127.0.0.1')).toBe(false)
  })

  test('everything set is taken', () => {
    const { trustProxy, ...config } = readConfig({
      PORT: '0',
      HOST: '::1',
      DATA_DIR: '/srv/clairiere',
      PUBLIC_URL: 'https://Reunion.example.org/',
      TRUST_PROXY: '10.0.0.1, fd00::/8',
      DURABILITY: 'process',
      CREATE_KEY: 'eight-ok',
      RATE_LIMITS: '20',
      LOG_LEVEL: 'warn',
    })
    expect(config).toMatchObject({
      port: 0,
      host: '::1',
      dataDir: '/srv/clairiere',
      publicUrl: 'https://reunion.example.org',
      createKey: 'eight-ok',
    })
    expect(config).toMatchObject({ durability: 'process', rateLimits: 20, logLevel: 'warn' })
    expect(['10.0.0.1', '::ffff:10.0.0.1', 'fd12::7', '10.0.0.2', 'fe80::1', 'nonsense'].map(trustProxy)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })

  test.each([
    ['PORT', '65536'],
    ['PORT', '41OO'],
    ['PORT', '-1'],
    ['HOST', 'http://here'],
    ['HOST', 'two words'],
    ['PUBLIC_URL', 'reunion.be'],
    ['PUBLIC_URL', 'https://reunion.example.org/sub'],
    ['PUBLIC_URL', 'https://user:pass@reunion.example.org'],
    ['PUBLIC_URL', 'ftp://reunion.example.org'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.1/'],
    ['DURABILITY', 'fast'],
    ['CREATE_KEY', 'short'],
    ['CREATE_KEY', 'with a space'],
    ['CLOCK', 'sundial'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s stops the start with one sentence that names it and does not quote it', (name, value) => {
    const fault = refusal({ [name]: value })
    for (const sentence of [fault.say('fr'), fault.say('en')]) {
      expect(sentence).toMatch(new RegExp(`^${name} .+\\.$`))
      expect(sentence).not.toContain(value)
    }
    expect(fault.say('fr')).not.toBe(fault.say('en'))
  })

  test('CLOCK=manual is for loopback alone, and never behind a public address', () => {
    expect(readConfig({ CLOCK: 'manual', HOST: '127.0.0.1' }).clock).toBe('manual')
    expect(refusal({ CLOCK: 'manual' }).message).toContain('CLOCK=manual')
    expect(refusal({ CLOCK: 'manual', HOST: '127.evil.org' }).message).toContain('CLOCK=manual')
    expect(refusal({ CLOCK: 'manual', HOST: 'localhost', PUBLIC_URL: 'https://reunion.example.org' }).message).toContain('PUBLIC_URL')
  })

  test('the language is the terminal’s', () => {
    expect(startLanguage({ LANG: 'fr_BE.UTF-8' })).toBe('fr')
    expect(startLanguage({ LANG: 'en_GB.UTF-8' })).toBe('en')
    expect(startLanguage({ LANG: 'fr_FR.UTF-8', LC_ALL: 'C' })).toBe('en')
    expect(startLanguage({ LANG: 'fry' })).toBe('en')
    expect(startLanguage({})).toBe('en')
  })
})

describe('TLS', () => {
  let home: string
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'clairiere-tls-'))
    for (const name of ['a', 'b']) {
      const { privateKey, publicKey } = generateKeyPairSync('ed25519')
      writeFileSync(join(home, `${name}.key`), privateKey.export({ type: 'pkcs8', format: 'pem' }))
      writeFileSync(join(home, `${name}.crt`), selfSigned(privateKey, publicKey))
    }
    writeFileSync(join(home, 'not.crt'), 'not a certificate')
  })
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  test('takes a certificate and its key', () => {
    const tls = readConfig({ TLS_CERT: join(home, 'a.crt'), TLS_KEY: join(home, 'a.key') }).tls
    expect(tls?.cert.toString()).toContain('BEGIN CERTIFICATE')
  })

  test.each([
    ['one without the other', 'a.crt', undefined],
    ['a file that is not there', 'a.crt', 'none.key'],
    ['a file that is no certificate', 'not.crt', 'a.key'],
    ['the key of another', 'a.crt', 'b.key'],
  ])('refuses %s', (_why, cert, key) => {
    const env = { TLS_CERT: join(home, cert), ...(key === undefined ? {} : { TLS_KEY: join(home, key) }) }
    expect(refusal(env).message).toContain('go together')
  })
})

/** The smallest certificate (RFC 5280, version 1, Ed25519): written here so that no tool and no key need to lie about. */
function selfSigned(privateKey: KeyObject, publicKey: KeyObject): string {
  const algorithm = der(0x30, Buffer.from('06032b6570', 'hex'))
  const name = der(0x30, der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('localhost')))))
  const validity = der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z')))
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const body = der(0x30, der(0x02, Buffer.from([1])), algorithm, name, validity, name, spki)
  const whole = der(0x30, body, algorithm, der(0x03, Buffer.from([0]), sign(null, body, privateKey)))
  return `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`
}

/** One DER element; lengths up to 65535. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
