import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import type { Json } from './ask.ts'
import { listedItem, liveEvening, type Circle } from './circle.ts'
import { awarenessFrame, RawSocket } from './raw-socket.ts'

let server: TestServer
let circle: Circle
const stocks: Stock[] = []
beforeAll(async () => {
  server = await TestServer.start()
  circle = await liveEvening(server)
})
afterAll(async () => {
  for (const stock of stocks) stock.provider.destroy()
  circle.leave()
  await server.remove()
})

interface Stock {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly types: Set<number>
}

/** y-websocket as anybody installs it: no `v`, no handler of ours. */
const stock = async (token: string): Promise<Stock> => {
  const doc = new Y.Doc()
  const types = new Set<number>()
  class Listening extends WebSocket {
    constructor(url: string, protocols?: string[]) {
      super(url, protocols)
      this.on('message', (data: ArrayBuffer) => types.add(new Uint8Array(data)[0] ?? -1))
    }
  }
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/live`, circle.id, doc, {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: Listening as unknown as typeof globalThis.WebSocket,
  })
  const made = { doc, provider, types }
  stocks.push(made)
  await until('the stock client has synced', () => provider.synced)
  return made
}

const paragraph = (doc: Y.Doc, root: string, text: string): void =>
  doc.transact(() => {
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText(text)])
    doc.getXmlFragment(root).push([element])
  })

const boardIn = (doc: Y.Doc): string => JSON.stringify(doc.getMap('board').toJSON())

describe('a stock y-websocket client', () => {
  test('follows the board, writes words that reach the others, and gets no type it does not know', async () => {
    const dan = circle.person('Dan Moreau')
    const client = await stock(dan.token)
    expect(boardIn(client.doc)).toContain('Dan Moreau')
    const itemId = await listedItem(circle, dan, { title: 'Suivre en direct' })
    await until('it sees a fact', () => boardIn(client.doc).includes(itemId))
    paragraph(client.doc, `note:${itemId}`, 'écrit sans rien savoir')
    const eve = circle.person('Eve Simon')
    await until('its words reach another', () => eve.doc.getXmlFragment(`note:${itemId}`).toJSON().includes('écrit sans rien savoir'))
    // Confidences for this person, and a count for everyone, would be messages 101.
    await circle.person('Eve Simon').does({ type: 'give-weather', value: 'sun', words: 'pour toutes et tous' })
    await dan.does({ type: 'give-weather', value: 'sun' })
    await until('it sees the sky', () => boardIn(client.doc).includes('sun'))
    expect(client.types).toEqual(new Set([0, 1]))
    expect(client.provider.wsconnected).toBe(true)
  })

  test('takes part offline and is brought together again', async () => {
    const client = await stock(circle.person('Fil Garnier').token)
    const itemId = await listedItem(circle, circle.person('Dan Moreau'), { title: 'Hors ligne' })
    await until('the item is there', () => boardIn(client.doc).includes(itemId))
    client.provider.disconnect()
    paragraph(client.doc, `note:${itemId}`, 'écrit dans le train')
    paragraph(circle.person('Eve Simon').doc, `note:${itemId}`, 'écrit dans la salle')
    client.provider.connect()
    const all = (doc: Y.Doc): string => doc.getXmlFragment(`note:${itemId}`).toJSON()
    await until('both have both', () =>
      [client.doc, circle.person('Eve Simon').doc].every((doc) => all(doc).includes('train') && all(doc).includes('salle')),
    )
    expect(all(client.doc)).toBe(all(circle.person('Eve Simon').doc))
    expect(client.doc.store.pendingStructs).toBeNull()
  })

  test('shows who is here: the name is the server’s, whatever the client says', async () => {
    const [honest, spoofer] = [await stock(circle.person('Eve Simon').token), await stock(circle.person('Dan Moreau').token)]
    spoofer.provider.awareness.setLocalStateField('user', { name: 'Ada Roux', id: circle.person('Ada Roux').id, color: '#123456' })
    const seen = () => honest.provider.awareness.getStates().get(spoofer.doc.clientID) as { user?: Json } | undefined
    await until('its presence is seen', () => seen()?.user?.['color'] === '#123456')
    expect(seen()?.user).toMatchObject({ name: 'Dan Moreau', id: circle.person('Dan Moreau').id })
  })

  test('another’s presence cannot be changed or sent away; whoever tries stays in the room', async () => {
    const [victim, watcher] = [await stock(circle.person('Eve Simon').token), await stock(circle.person('Kim Durand').token)]
    victim.provider.awareness.setLocalStateField('place', 'room')
    const state = () => watcher.provider.awareness.getStates().get(victim.doc.clientID)
    await until('the victim is seen', () => state()?.['place'] === 'room')
    const attacker = await new RawSocket(
      `${server.url.replace('http', 'ws')}/live/${circle.id}?token=${circle.person('Dan Moreau').token}`,
    ).opened()
    attacker.send(awarenessFrame(victim.doc.clientID, 1_000, { user: { name: 'Eve Simon' }, place: 'ailleurs' }))
    attacker.send(awarenessFrame(victim.doc.clientID, 1_001, null))
    attacker.send(awarenessFrame(4_242, 1, { user: { name: 'Personne' }, place: 'après' }))
    const own = () =>
      [...watcher.provider.awareness.getStates().values()].find((found) => found['place'] === 'après') as { user: Json } | undefined
    await until('what it said of itself came', () => own() !== undefined)
    expect(own()?.user['name']).toBe('Dan Moreau')
    expect(state()).toMatchObject({ place: 'room', user: { name: 'Eve Simon' } })
    expect(attacker.code).toBeNull()
    attacker.end()
  })

  test('an observer’s stock client is present and reads', async () => {
    const client = await stock(circle.person('Oda Blanc').token)
    client.provider.awareness.setLocalStateField('place', 'room')
    expect(boardIn(client.doc)).toContain('Oda Blanc')
    const facts = boardIn(client.doc)
    await circle.person('Oda Blanc').does({ type: 'ask-floor', kind: 'speak' })
    await until('its act shows on the board', () => boardIn(client.doc) !== facts)
    expect(client.provider.wsconnected).toBe(true)
  })
})
