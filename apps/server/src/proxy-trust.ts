import { BlockList, isIP } from 'node:net'

/** Whether `X-Forwarded-*` from this peer address may be believed. */
export type ProxyTrust = (address: string) => boolean

/** `off`, `loopback`, or addresses and networks separated by commas (`10.0.0.1, fd00::/8`); null when it is none of these. */
export function proxyTrust(text: string): ProxyTrust | null {
  if (text === 'off') return () => false
  const trusted = new BlockList()
  for (const word of text === 'loopback' ? ['127.0.0.0/8', '::1'] : text.split(',')) {
    const [address = '', prefix, more] = word.trim().split('/')
    const family = isIP(address)
    const longest = family === 6 ? 128 : 32
    const length = prefix === undefined ? longest : Number(prefix)
    if (family === 0 || more !== undefined || prefix === '' || !Number.isInteger(length) || length < 0 || length > longest) return null
    trusted.addSubnet(address, length, family === 6 ? 'ipv6' : 'ipv4')
  }
  return (peer) => {
    const address = peer.replace(/^::ffff:(?=\d+\.)/i, '') // an IPv4 peer of a socket that listens on both
    const family = isIP(address)
    return family !== 0 && trusted.check(address, family === 6 ? 'ipv6' : 'ipv4')
  }
}
