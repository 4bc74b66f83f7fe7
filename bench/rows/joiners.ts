import * as Y from 'yjs'
import { Client } from '../client.ts'
import { rivals, type Peer } from '../peer.ts'
import { pause, until, type Measured, type Row } from '../row.ts'

const JOINERS = 50
const NOTES = 20
/** Letters of one note, typed in bursts that stay apart: 1 MB in some 38,000 structs. */
const LETTERS = 50_000
const BURST = 'abcdefghijklmnopqrstuvwxyz'

/** Fifty people open a page on a document that a long meeting wrote. */
export const joinersRow: Row = {
  id: '50-joiners',
  title: '50 people join a document of 1 MB in 38,000 structs',
  figures: {
    time: { name: 'until the last has it', unit: 'ms', digits: 0, goal: { ratioAtMost: 0.7 } },
    cpu: { name: 'CPU', unit: 'ms', digits: 0, goal: { ratioAtMost: 0.35 } },
  },
  peers: ['clairiere', ...rivals],
  async run(peer) {
    // One round to warm up, on a room of its own; then the round that counts.
    await joinAll(peer, 'first')
    return joinAll(peer, 'second')
  },
}

async function joinAll(peer: Peer, room: string): Promise<Measured> {
  const { doors, notes } = await peer.hall(room, { sockets: JOINERS + 2, notes: NOTES })
  const [first, second, ...rest] = doors
  if (first === undefined || second === undefined) throw new Error('no doors')
  const writer = await Client.enter(first)
  const reader = await Client.enter(second)
  for (const note of notes) writer.send(write(writer, note))
  const whole = Y.encodeStateVector(writer.doc)
  await until(() => holds(reader.updates, whole), `${peer.name}: the document did not arrive`)
  await pause(1_200) // a sweep, and what it may find to do
  const before = peer.cpuMs()
  const start = performance.now()
  const joiners = await Promise.all(rest.map((door) => Client.ask(door)))
  await Promise.all(joiners.map(({ firstSync }) => firstSync))
  const time = performance.now() - start
  await pause(100)
  const cpu = peer.cpuMs() - before
  for (const [index, joiner] of joiners.entries()) {
    if (!holds(joiner.updates, whole)) throw new Error(`${peer.name}: joiner ${index} did not get the whole document`)
  }
  for (const client of [writer, reader, ...joiners]) client.leave()
  return { time, cpu, rss: peer.rssKiB() / 1024 }
}

/** Every burst is put before the one before it, so that no two become one struct. */
function write(writer: Client, note: string): Uint8Array {
  const before = Y.encodeStateVector(writer.doc)
  writer.doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    paragraph.insert(0, [text])
    writer.doc.getXmlFragment(note).insert(0, [paragraph])
    for (let letters = 0; letters < LETTERS; letters += BURST.length) text.insert(0, BURST)
  })
  return writer.updateMessage(Y.encodeStateAsUpdate(writer.doc, before))
}

/** Whether these updates, taken together, reach the state. */
function holds(updates: readonly Uint8Array[], stateVector: Uint8Array): boolean {
  const reached = new Map<number, number>()
  for (const update of updates) for (const [id, end] of Y.parseUpdateMeta(update).to) reached.set(id, Math.max(end, reached.get(id) ?? 0))
  return [...Y.decodeStateVector(stateVector)].every(([id, end]) => (reached.get(id) ?? 0) >= end)
}
