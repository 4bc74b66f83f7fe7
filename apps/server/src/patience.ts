import type { ServerOptions } from 'node:http'
import type { Socket } from 'node:net'
import type { ServerType } from '@hono/node-server'
import { networkOf } from './access/origin.ts'

/** The head of a request is one packet or two, on the worst of networks too. Ms. */
const HEAD_MS = 20_000
/** What takes longest to come is a former meeting brought in by a phone. Ms. */
const REQUEST_MS = 120_000
/** How often it is looked who is late: Node’s own 30 s would add to every patience. Ms. */
const LOOK_MS = 5_000

/** How long a caller is waited for who has not said all of a request; Node answers 408. By itself it would wait for a minute and a half. */
export const patience = {
  headersTimeout: HEAD_MS,
  requestTimeout: REQUEST_MS,
  connectionsCheckingInterval: LOOK_MS,
} satisfies ServerOptions

/**
 * Holds at most `most` connections of one address, or network of IPv6, that have not said what they want, and hangs up on more: they cost memory and a file before anything can be
 * looked up. A proxy that is trusted is not counted: everyone comes from its address.
 */
export function limitSilent(server: ServerType, most: number, isProxy: (address: string) => boolean): void {
  const silent = new Map<string, Set<string>>()
  const spoke = (address: string, port: number): void => {
    const network = networkOf(address)
    const streams = silent.get(network)
    streams?.delete(`${address} ${port}`)
    if (streams?.size === 0) silent.delete(network)
  }
  server.on('connection', (stream: Socket) => {
    const { remoteAddress: address, remotePort: port } = stream
    if (address === undefined || port === undefined || isProxy(address)) return
    const network = networkOf(address)
    const streams = silent.get(network) ?? new Set()
    if (streams.size >= most) return void stream.destroy()
    silent.set(network, streams.add(`${address} ${port}`))
    stream.once('close', () => spoke(address, port))
  })
  // By address and port, not by stream: what speaks through TLS is another object than what came.
  const heard = ({ socket: { remoteAddress, remotePort } }: { socket: Socket }): void => spoke(remoteAddress ?? '', remotePort ?? 0)
  for (const event of ['request', 'upgrade'] as const) (server as NodeJS.EventEmitter).prependListener(event, heard)
}
