import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConfigError } from '../config-error.ts'
import { GenerationCipher, pad, unpad } from './cipher.ts'
import { KeyFiles } from './key-files.ts'
import { PairingCodes } from './pairing.ts'
import { readServerKey } from './server-key-file.ts'
import { isSame, randomSecret, ServerKey } from './server-key.ts'

const key = new Uint8Array(32).fill(7)
const noEntry = /authenticate|not a box/

describe('the server key', () => {
  let home: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'clairiere-keys-'))
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  test('is made once, for its owner alone, and read from then on', () => {
    const first = readServerKey(home).hmac('token', 'x')
    expect(readServerKey(home).hmac('token', 'x')).toBe(first)
    expect(statSync(join(home, 'keys', 'server.key')).mode & 0o777).toBe(0o600)
  })

  test('cut short is not replaced', () => {
    readServerKey(home)
    truncateSync(join(home, 'keys', 'server.key'), 31)
    expect(() => readServerKey(home)).toThrow(ConfigError)
    expect(readFileSync(join(home, 'keys', 'server.key'))).toHaveLength(31)
  })

  test('a meeting id that walks out of the directory makes no key', async () => {
    for (const id of ['../up', 'a/b', '', 'a'.repeat(65), '.'])
      await expect(new KeyFiles(home).create(id, 1)).rejects.toThrow('cannot name')
  })
})

describe('secrets', () => {
  const serverKey = new ServerKey(key)

  test('hash by kind: no pair of kind and value spells another', () => {
    const hashes = [
      serverKey.hmac('token', 'a'),
      serverKey.hmac('device', 'a'),
      serverKey.hmac('toke', 'na'),
      serverKey.hmac('token","a', ''),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(new ServerKey(new Uint8Array(32)).hmac('token', 'a')).not.toBe(hashes[0])
  })

  test('derived ones are checked without being kept, and are not the hash of anything', () => {
    const link = serverKey.derive('link', 'm1/host/0')
    expect(serverKey.isDerived('link', 'm1/host/0', link)).toBe(true)
    expect(serverKey.isDerived('link', 'm1/host/1', link)).toBe(false)
    expect(serverKey.isDerived('link', 'm1/host/0', link.slice(1))).toBe(false)
    expect(serverKey.hmac('link', 'm1/host/0')).not.toBe(link)
    expect(link).toMatch(/^[\w-]{43}$/)
  })

  test('random ones do not repeat, and compare by every character', () => {
    const secret = randomSecret()
    expect(randomSecret()).not.toBe(secret)
    expect([isSame(secret, secret), isSame(secret, `${secret.slice(0, -1)}!`), isSame(secret, '')]).toEqual([true, false, false])
  })
})

describe('a box', () => {
  const cipher = new GenerationCipher(key)

  test('opens in its place, with its key, unchanged, and not otherwise', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), fc.nat(), (plain, place, at) => {
        const box = cipher.lock(plain, place)
        expect(cipher.unlock(box, place)).toEqual(plain)
        expect(() => cipher.unlock(box, `${place}x`)).toThrow(noEntry)
        expect(() => new GenerationCipher(new Uint8Array(32)).unlock(box, place)).toThrow(noEntry)
        const damaged = box.map((byte, index) => (index === at % box.length ? byte ^ 1 : byte))
        expect(() => cipher.unlock(damaged, place)).toThrow(noEntry)
        expect(() => cipher.unlock(box.subarray(0, at % box.length), place)).toThrow(noEntry)
      }),
      { numRuns: 200 },
    )
  })

  test('never looks the same twice', () => {
    expect(cipher.lock(key, 'p')).not.toEqual(cipher.lock(key, 'p'))
  })

  test('padding comes off, and only multiples of 256 bytes show', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        expect(unpad(pad(text))).toBe(text)
        expect(pad(text).length % 256).toBe(0)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a pairing code', () => {
  test('opens once, within five minutes, however it is typed', () => {
    const codes = new PairingCodes<string>()
    const first = codes.issue('ada', 1000)
    const second = codes.issue('ben', 1000)
    const third = codes.issue('cleo', 1000)
    expect(first.expiresAt).toBe(301_000)
    expect(codes.redeem(` ${first.code.slice(0, 4).toLowerCase()}-${first.code.slice(4)}`, 300_999)).toBe('ada')
    expect(codes.redeem(first.code, 2000)).toBeNull()
    expect(codes.redeem(second.code, 301_000)).toBeNull()
    codes.issue('dina', 400_000)
    expect(codes.redeem(third.code, 2000)).toBeNull()
    expect(codes.redeem('NOTACODE', 2000)).toBeNull()
  })
})
