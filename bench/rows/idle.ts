import { Client } from '../client.ts'
import { peerNames } from '../peer.ts'
import { pause, type Row } from '../row.ts'

const WARM_UP = 200
const SOCKETS = 1_000
/** A person’s devices and tabs: of ours, a hundred people in one room. */
const DEVICES = 10
/** What follows a join settles. */
const CALM_MS = 1_000

/** Connections of people who read. */
export const idleRow: Row = {
  id: 'idle',
  title: '1,000 idle connections in one room',
  figures: { kib: { name: 'memory', unit: 'KiB a connection', digits: 1, goal: { atMost: 16 } } },
  peers: peerNames,
  async run(peer) {
    const warm = await peer.hall('warm', { sockets: WARM_UP, devices: DEVICES })
    for (const client of await enterAll(warm.doors)) client.leave()
    const { doors } = await peer.hall('idle', { sockets: SOCKETS, devices: DEVICES })
    await pause(CALM_MS)
    await peer.collect()
    const before = peer.rssKiB()
    const clients = await enterAll(doors)
    await pause(CALM_MS)
    await peer.collect()
    const kib = (peer.rssKiB() - before) / SOCKETS
    for (const [index, client] of clients.entries()) if (client.closed !== null) throw new Error(`client ${index}: ${client.closed}`)
    for (const client of clients) client.leave()
    return { kib, rss: peer.rssKiB() / 1024 }
  },
}

async function enterAll(doors: readonly Parameters<typeof Client.enter>[0][]): Promise<Client[]> {
  const clients: Client[] = []
  for (const door of doors) clients.push(await Client.enter(door))
  return clients
}
