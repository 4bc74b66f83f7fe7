import { WebSocket } from 'ws'
import { WebsocketProvider as Provider15 } from 'y-websocket-1.5'
import { WebsocketProvider as Provider21 } from 'y-websocket-2.1'
import { WebsocketProvider as Provider30 } from 'y-websocket-3.0'
import { WebsocketProvider as Provider31 } from 'y-websocket'
import * as Y from 'yjs'
import { until } from '../player/until.ts'
import type { Circle } from './circle.ts'

/** The clients people may have installed, by the version of y-websocket; all of them from the registry as they are. */
export const providers = { '1.5.4': Provider15, '2.1.0': Provider21, '3.0.0': Provider30, '3.1.0': Provider31 } as unknown as Readonly<
  Record<string, typeof Provider31>
>

export interface StockClient {
  readonly doc: Y.Doc
  readonly provider: Provider31
  /** Types of frames received. */
  readonly types: Set<number>
  readonly closes: number[]
  /** How many sockets it has opened. */
  sockets: number
}

/** One of them in a meeting, as its README says to use it: no `v`, no handler of ours. */
export const stockClient = (version: string, circle: Circle, token: string): StockClient => {
  const Provider = providers[version]
  if (Provider === undefined) throw new Error(`no client ${version}`)
  const doc = new Y.Doc()
  const types = new Set<number>()
  const closes: number[] = []
  const opened = (): void => void client.sockets++
  class Listening extends WebSocket {
    constructor(url: string, protocols?: string[]) {
      super(url, protocols)
      this.on('open', opened)
      this.on('message', (data: ArrayBuffer) => types.add(new Uint8Array(data)[0] ?? -1))
      this.on('close', (code: number) => closes.push(code))
    }
  }
  const provider = new Provider(`${circle.server.url.replace('http', 'ws')}/live`, circle.id, doc, {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: Listening as unknown as typeof globalThis.WebSocket,
  })
  const client: StockClient = { doc, provider, types, closes, sockets: 0 }
  return client
}

export const synced = (client: StockClient): Promise<void> => until('the stock client has synced', () => client.provider.synced)
