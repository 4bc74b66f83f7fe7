import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import { listedItem, liveEvening, type Circle } from './circle.ts'
import { providers, stockClient, synced, type StockClient } from './stock-clients.ts'

let server: TestServer
let circle: Circle
let itemId: string
const clients: StockClient[] = []
beforeAll(async () => {
  server = await TestServer.start()
  circle = await liveEvening(server)
  itemId = await listedItem(circle, circle.person('Dan Moreau'))
})
afterAll(async () => {
  for (const { provider } of clients) provider.destroy()
  circle.leave()
  await server.remove()
})

const enter = async (version: string, name: string): Promise<StockClient> => {
  const client = stockClient(version, circle, circle.person(name).token)
  clients.push(client)
  await synced(client)
  return client
}

const write = (doc: Y.Doc, text: string): void =>
  doc.transact(() => {
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText(text)])
    doc.getXmlFragment(`note:${itemId}`).push([element])
  })
const read = (doc: Y.Doc): string => doc.getXmlFragment(`note:${itemId}`).toJSON()

describe.each(Object.keys(providers))('y-websocket %s', (version) => {
  test('syncs both ways, offline too, and hears nothing it does not know', async () => {
    const eve = circle.person('Eve Simon')
    const client = await enter(version, 'Dan Moreau')
    expect(JSON.stringify(client.doc.getMap('board').toJSON())).toContain('Dan Moreau')
    write(client.doc, `de ${version}`)
    await until('its words reach another', () => read(eve.doc).includes(`de ${version}`))
    client.provider.disconnect()
    write(client.doc, `hors ligne ${version}`)
    write(eve.doc, `pendant ce temps ${version}`)
    client.provider.connect()
    await until('both have both', () =>
      [client.doc, eve.doc].every((doc) => ['hors ligne', 'pendant ce temps'].every((what) => read(doc).includes(`${what} ${version}`))),
    )
    expect(read(client.doc)).toBe(read(eve.doc))
    expect(client.doc.store.pendingStructs).toBeNull()
    expect([...client.types].every((type) => type === 0 || type === 1)).toBe(true)
  })

  test('shows who is here, under their own name', async () => {
    const [one, two] = [await enter(version, 'Fil Garnier'), await enter(version, 'Kim Durand')]
    one.provider.awareness.setLocalStateField('user', { name: 'Ada Roux', place: 'room' })
    const seen = () => two.provider.awareness.getStates().get(one.doc.clientID) as { user?: { name?: string } } | undefined
    await until('it is seen', () => seen()?.user !== undefined)
    expect(seen()?.user?.name).toBe('Fil Garnier')
    one.provider.destroy()
    await until('that it left is seen', () => seen() === undefined)
  })

  test('is told why it is not let in, and why its words are not', async () => {
    const stranger = stockClient(version, circle, 'a token that is none')
    clients.push(stranger)
    await until('it is turned away', () => stranger.closes.length > 0)
    stranger.provider.disconnect()
    expect(stranger.closes[0]).toBe(4401)
    expect(stranger.doc.share.size).toBe(0)
    const guest = await circle.enter(`Regard ${version.replaceAll('.', '-')}`, 'observe')
    const observer = stockClient(version, circle, guest.token)
    clients.push(observer)
    await synced(observer)
    write(observer.doc, `refusé ${version}`)
    await until('it is refused', () => observer.closes.includes(4403))
    observer.provider.disconnect()
    expect(read(circle.person('Eve Simon').doc)).not.toContain(`refusé ${version}`)
  })
})
