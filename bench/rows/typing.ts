import { Client, type SentTimes } from '../client.ts'
import { clocksOf, missing, verify } from '../deliveries.ts'
import { peerNames, type Peer } from '../peer.ts'
import { pause, quantile, until, type Measured, type Row } from '../row.ts'

/** People of some rooms, some of whom write at a steady rate, and all of whom may move a caret. */
export interface Typing {
  readonly rooms: number
  readonly people: number
  readonly writers: number
  readonly hertz: number
  readonly caretHertz?: number
  readonly seconds?: number
}

/** Before it is measured a server has seen an evening’s worth of traffic: what its first minutes compile is not what it costs. */
const WARM_UP_SECONDS = 8
const WARM_UP_UPDATES_A_SECOND = 300
const SECONDS = 5
/** So many of a room’s clients look into what comes as it comes; more would make the generator what is measured. */
const MEASURING = 3
/** Nor are more rooms than these looked into. */
const MEASURED_ROOMS = 20
const LISTEN_EVERY_MS = 5
/** Making a room waits for the disk a dozen times: some are made while others wait. */
const ROOMS_AT_ONCE = 10

export const typingFigures = {
  cpu: { name: 'CPU', unit: 'ms per 1,000 delivered', digits: 1, goal: { ratioAtMost: 1 } },
  p50: { name: 'p50', unit: 'ms', digits: 2, goal: { ratioAtMost: 1.1 } },
  p99: { name: 'p99', unit: 'ms', digits: 2, goal: { ratioAtMost: 1.1 } },
} as const

const typingRow = (id: string, title: string, typing: Typing): Row => ({
  id,
  title,
  figures: typingFigures,
  peers: peerNames,
  run: (peer) => measureTyping(peer, typing),
})

export const typingRows: readonly Row[] = [
  typingRow('20-people', '20 people, 10 writers × 5 Hz', { rooms: 1, people: 20, writers: 10, hertz: 5 }),
  typingRow('100-people', '100 people, 10 writers × 5 Hz', { rooms: 1, people: 100, writers: 10, hertz: 5 }),
  typingRow('300-people', '300 people, 10 writers × 5 Hz', { rooms: 1, people: 300, writers: 10, hertz: 5 }),
  typingRow('100-with-carets', '100 people, 10 writers × 5 Hz, every caret moves once a second', {
    rooms: 1,
    people: 100,
    writers: 10,
    hertz: 5,
    caretHertz: 1,
  }),
  typingRow('200-rooms', '200 rooms × 5 people, 1 writer × 1 Hz each', { rooms: 200, people: 5, writers: 1, hertz: 1 }),
]

/** Warms the server up, then measures; every change must have reached everyone else, every caret its last place, every « saved » its number. */
export async function measureTyping(
  peer: Peer,
  { rooms, people, writers, hertz, caretHertz, seconds = SECONDS }: Typing,
): Promise<Measured> {
  const times: SentTimes = new Map()
  const halls: Client[][] = []
  for (let first = 0; first < rooms; first += ROOMS_AT_ONCE) {
    const some = Array.from({ length: Math.min(ROOMS_AT_ONCE, rooms - first) }, (_, index) => first + index)
    halls.push(
      ...(await Promise.all(
        some.map((room) => fill(peer, `hall-${room}`, people, room % Math.ceil(rooms / MEASURED_ROOMS) === 0 ? times : null)),
      )),
    )
  }
  const all = halls.flat()
  const writing = halls.flatMap((hall) => hall.slice(0, writers))
  await type(writing, all, WARM_UP_UPDATES_A_SECOND / writing.length, caretHertz, WARM_UP_SECONDS, times)
  await settle(halls, writers, new Map())
  const from = clocksOf(writing)
  for (const client of all) client.mark()
  const before = peer.cpuMs()
  await type(writing, all, hertz, caretHertz, seconds, times)
  await settle(halls, writers, from)
  if (caretHertz !== undefined) await until(() => hasAllCarets(all), `${peer.name}: a caret did not come`)
  const cpuMs = peer.cpuMs() - before
  for (const hall of halls) verify(hall, hall.slice(0, writers), from, peer.name)
  if (peer.name === 'clairiere') await until(() => writing.every(({ saved, sent }) => saved === sent), 'something was not saved')
  const latencies = all.flatMap(({ latenciesMs }) => latenciesMs)
  for (const client of all) client.leave()
  const delivered = seconds * hertz * writing.length * (people - 1)
  return { cpu: (cpuMs * 1000) / delivered, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), rss: peer.rssKiB() / 1024 }
}

/** A room with everyone in it. The last to come measure. */
export async function fill(peer: Peer, name: string, people: number, times: SentTimes | null): Promise<Client[]> {
  const { doors } = await peer.hall(name, { sockets: people })
  const clients: Client[] = []
  for (const [index, door] of doors.entries()) clients.push(await Client.enter(door, index >= people - MEASURING ? times : null))
  return clients
}

/** Writers are spread over the period, as people are; carets over theirs. */
async function type(
  writing: readonly Client[],
  all: readonly Client[],
  hertz: number,
  caretHertz: number | undefined,
  seconds: number,
  times: SentTimes,
): Promise<void> {
  const due: { at: number; act: () => void }[] = []
  for (let round = 0; round < seconds * hertz; round++) {
    for (const [index, writer] of writing.entries())
      due.push({ at: ((round + index / writing.length) * 1000) / hertz, act: () => writer.send(writer.change(), times) })
  }
  for (let round = 0; round < seconds * (caretHertz ?? 0); round++) {
    for (const [index, client] of all.entries())
      due.push({ at: ((round + index / all.length) * 1000) / (caretHertz ?? 1), act: () => client.moveCaret() })
  }
  due.sort((a, b) => a.at - b.at)
  const start = performance.now()
  let heard = start
  for (const { at, act } of due) {
    const now = performance.now()
    const wait = start + at - now
    // One who is late listens all the same: what comes meanwhile would look as late as that.
    if (wait > 1 || now - heard > LISTEN_EVERY_MS) {
      await pause(Math.max(0, wait))
      heard = performance.now()
    }
    act()
  }
}

/** Everyone who measures has everything; the others are looked at afterwards. */
async function settle(halls: readonly (readonly Client[])[], writers: number, from: ReadonlyMap<number, number>): Promise<void> {
  for (const hall of halls) {
    const last = hall.at(-1)
    let seen = -1
    const hasAll = (): boolean => {
      if (last === undefined || last.updates.length === seen) return last === undefined
      seen = last.updates.length
      return missing(last, hall.slice(0, writers), from) === null
    }
    await until(hasAll, 'a change did not come')
  }
  await pause(150)
}

function hasAllCarets(all: readonly Client[]): boolean {
  return all.every((client) => all.every(({ doc, caretClock }) => doc === client.doc || client.carets.get(doc.clientID) === caretClock))
}
