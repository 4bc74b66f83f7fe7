import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

// What the page of a stock client does, in Chromium: read by two-minutes.test.ts.

let provider
let doc
const seen = { sockets: 0, closes: [] }

export const enter = ([base, room, token]) => {
  provider?.destroy()
  Object.assign(seen, { sockets: 0, closes: [] })
  doc = new Y.Doc()
  provider = new WebsocketProvider(base, room, doc, { params: { token }, disableBc: true })
  provider.on('status', ({ status }) => (seen.sockets += status === 'connected' ? 1 : 0))
  provider.on('connection-close', (event) => seen.closes.push(event?.code))
  provider.awareness.setLocalStateField('place', 'room')
}
export const state = () => ({ synced: provider.synced, ...seen })
export const has = (key) => doc.getMap('learnings').has(key)
export const offline = (key) => {
  provider.disconnect()
  doc.getMap('learnings').set(key, { kind: 'learning', text: 'hors ligne', rank: 0 })
  provider.connect()
}
