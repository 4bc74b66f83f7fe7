import { describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { addressOf, isLocal, lanAddress, linkOrigin, originOf, pageOf, type Caller } from './origin.ts'

const caller = (headers: Record<string, string>, peer = '192.168.1.20', isTls = false): Caller => ({
  peer,
  isTls,
  header: (name) => headers[name],
})
const rules = (environment: Record<string, string> = {}) => readConfig(environment)

describe('the origin of a request', () => {
  test('is what its sender sees, and a proxy is believed only when it is ours', () => {
    const asked = {
      host: 'clairiere.local:4100',
      'x-forwarded-host': 'reunion.example.org',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.7',
    }
    expect(originOf(caller(asked), rules())).toBe('http://clairiere.local:4100')
    expect(originOf(caller(asked, '127.0.0.1'), rules({ TRUST_PROXY: 'loopback' }))).toBe('https://reunion.example.org')
    expect(originOf(caller(asked, '192.168.1.20', true), rules())).toBe('https://clairiere.local:4100')
    expect(originOf(caller({}), rules())).toBeNull()
    expect(addressOf(caller(asked), rules())).toBe('192.168.1.20')
    expect(addressOf(caller(asked, '127.0.0.1'), rules({ TRUST_PROXY: 'loopback' }))).toBe('203.0.113.7')
    expect(addressOf(caller({ 'x-forwarded-for': 'nobody' }, '127.0.0.1'), rules({ TRUST_PROXY: 'loopback' }))).toBe('127.0.0.1')
  })

  test.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8:1::5:6:7:8', '2001:db8:1:0::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['203.0.113.7', '203.0.113.7'],
    ['', ''],
  ])('« %s » counts as %s: whoever has a network of IPv6 has all its addresses', (peer, counted) => {
    expect(addressOf(caller({}, peer), rules())).toBe(counted)
    expect(addressOf(caller({ 'x-forwarded-for': peer }, '127.0.0.1'), rules({ TRUST_PROXY: 'loopback' }))).toBe(counted || '127.0.0.1')
  })

  test.each([
    ['the same host', { host: 'a:4100', origin: 'http://a:4100' }, {}, 'ours'],
    ['the same host behind a proxy that ends TLS', { host: 'a.org', origin: 'https://a.org' }, {}, 'ours'],
    ['the public address', { host: 'inside:4100', origin: 'https://a.org' }, { PUBLIC_URL: 'https://a.org' }, 'ours'],
    ['another port', { host: 'a:4100', origin: 'http://a:8080' }, {}, 'foreign'],
    ['another site', { host: 'a:4100', origin: 'https://evil.example' }, {}, 'foreign'],
    ['a page without an origin', { host: 'a:4100', origin: 'null' }, {}, 'foreign'],
    ['no page', { host: 'a:4100' }, {}, 'absent'],
  ] as const)('%s', (_what, headers, environment, expected) => {
    expect(pageOf(caller(headers), rules(environment))).toBe(expected)
  })

  test('links lead to the public address, to the request’s own, or to this machine on the network when that is loopback', () => {
    const local = caller({ host: 'localhost:4100' }, '127.0.0.1')
    expect(linkOrigin(local, rules({ PUBLIC_URL: 'https://a.org' }))).toBe('https://a.org')
    expect(linkOrigin(caller({ host: '192.168.1.5:4100' }), rules())).toBe('http://192.168.1.5:4100')
    expect(linkOrigin(local, rules({ HOST: '127.0.0.1' }))).toBe('http://localhost:4100')
    const lan = lanAddress()
    expect(linkOrigin(local, rules())).toBe(lan === null ? 'http://localhost:4100' : `http://${lan}:4100`)
  })

  test('local is this machine, and nobody who was passed on', () => {
    for (const peer of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1']) expect(isLocal(caller({}, peer))).toBe(true)
    for (const peer of ['192.168.1.5', '', '::ffff:10.0.0.1']) expect(isLocal(caller({}, peer))).toBe(false)
    expect(isLocal(caller({ 'x-forwarded-for': '10.0.0.1' }, '127.0.0.1'))).toBe(false)
    expect(isLocal(caller({ forwarded: 'for=10.0.0.1' }, '127.0.0.1'))).toBe(false)
  })
})
