import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { Config } from '../config.ts'

/** What a request says about itself, before anything in it is believed. */
export interface Caller {
  /** `remoteAddress` of the connection; empty in tests without one. */
  readonly peer: string
  readonly isTls: boolean
  header(name: string): string | undefined
}

type Rules = Pick<Config, 'publicUrl' | 'trustProxy' | 'host' | 'port'>

/** The address of the person behind the proxy, for counting; of IPv6 the network, since its holder has all 2^64 addresses of it. */
export function addressOf(caller: Caller, { trustProxy }: Rules): string {
  const forwarded = trustProxy(caller.peer) ? caller.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return networkOf(forwarded !== undefined && isIP(forwarded) !== 0 ? forwarded : caller.peer)
}

/** `2001:db8:1:2::/64` for an address of IPv6; anything else as it came, and IPv4 written as IPv6 as IPv4. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [before = '', after] = address.replace(/%.*$/, '').split('::')
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'))
  const [left, right] = [groups(before), groups(after ?? '')]
  // a last group that is IPv4 stands for two
  const width = left.length + right.length + (address.includes('.') ? 1 : 0)
  const all = after === undefined ? left : [...left, ...Array.from({ length: 8 - width }, () => '0'), ...right]
  const first = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${first.join(':')}::/64`
}

/** The origin the request was sent to, as its sender sees it; null when it names no host. */
export function originOf(caller: Caller, { trustProxy }: Rules): string | null {
  const trusted = trustProxy(caller.peer)
  const host = (trusted ? caller.header('x-forwarded-host') : undefined) ?? caller.header('host')
  const proto = (trusted ? caller.header('x-forwarded-proto') : undefined) ?? (caller.isTls ? 'https' : 'http')
  const url = `${proto}://${host ?? ''}`
  return host !== undefined && /^https?$/.test(proto) && URL.canParse(url) ? new URL(url).origin : null
}

/** Whether the page that sends this is ours: its Origin equals the Host or `PUBLIC_URL`. `absent`: not a page, and then a token has to stand for it. */
export function pageOf(caller: Caller, rules: Rules): 'ours' | 'foreign' | 'absent' {
  const origin = caller.header('origin')
  if (origin === undefined) return 'absent'
  if (origin === rules.publicUrl) return 'ours'
  const host = originOf(caller, rules)
  // Behind a proxy that ends TLS and is not trusted, the scheme is not known here: the host decides.
  return host !== null && URL.canParse(origin) && new URL(origin).host === new URL(host).host ? 'ours' : 'foreign'
}

/** Where links lead: `PUBLIC_URL`, or the request's own origin, or the LAN address when that is this machine's own [contract § Start]. */
export function linkOrigin(caller: Caller, rules: Rules): string {
  if (rules.publicUrl !== null) return rules.publicUrl
  const own = originOf(caller, rules) ?? `http://localhost:${rules.port}`
  const url = new URL(own)
  if (!isLoopbackHost(url.hostname) || (rules.host !== '0.0.0.0' && rules.host !== '::')) return own
  const lan = lanAddress()
  if (lan === null || rules.trustProxy(caller.peer)) return own
  url.hostname = lan
  return url.origin
}

/** A request from this machine that no proxy passed on: the only one that reads metrics and moves a clock. */
export function isLocal(caller: Caller): boolean {
  const isLoopback = caller.peer === '::1' || /^(::ffff:)?127\./.test(caller.peer)
  return isLoopback && caller.header('x-forwarded-for') === undefined && caller.header('forwarded') === undefined
}

/** This machine's IPv4 address for phones on the same Wi-Fi, or null. */
export function lanAddress(): string | null {
  for (const addresses of Object.values(networkInterfaces())) {
    for (const { address, family, internal } of addresses ?? [])
      if (family === 'IPv4' && !internal && !address.startsWith('169.254.')) return address
  }
  return null
}

const isLoopbackHost = (hostname: string): boolean => hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
