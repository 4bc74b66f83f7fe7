import { Client, type SentTimes } from '../client.ts'
import { clocksOf, missing, verify } from '../deliveries.ts'
import { rivals, type Peer } from '../peer.ts'
import { pause, quantile, until, type Measured, type Row } from '../row.ts'
import { fill } from './typing.ts'

const PEOPLE = 50
const FIRST_RATE = 3_000
const STEP = 1.3
const SECONDS = 2
const P99_MS = 250
/** Messages leave in so many batches a second: a timer for each would be the generator’s own limit. */
const BATCHES_PER_SECOND = 200
/** The generator fell behind what it was asked: its rate is not the server’s. */
const LATE = 1.15

/** Everyone types at once, faster at each step, until people wait a quarter of a second. */
export const crowdRow: Row = {
  id: '50-all-typing',
  title: '50 people, all typing: highest rate with p99 under 250 ms',
  figures: { rate: { name: 'rate', unit: 'updates/s', digits: 0, goal: { ratioAtLeast: 1.2 } } },
  peers: ['clairiere', ...rivals],
  async run(peer) {
    const times: SentTimes = new Map()
    const clients = await fill(peer, 'crowd', PEOPLE, times)
    await step(peer, clients, times, FIRST_RATE / 2)
    let best = 0
    let p99 = Number.NaN
    for (let rate = FIRST_RATE; ; rate *= STEP) {
      const reached = await step(peer, clients, times, rate)
      if (reached.p99 >= P99_MS || reached.isLate) break
      best = reached.rate
      p99 = reached.p99
    }
    for (const client of clients) client.leave()
    return { rate: best, p99, rss: peer.rssKiB() / 1024 } satisfies Measured
  },
}

interface Reached {
  readonly rate: number
  readonly p99: number
  readonly isLate: boolean
}

async function step(peer: Peer, clients: readonly Client[], times: SentTimes, rate: number): Promise<Reached> {
  const rounds = Math.ceil((rate * SECONDS) / PEOPLE)
  const from = clocksOf(clients)
  const messages = clients.map((client) => Array.from({ length: rounds }, () => client.change()))
  for (const client of clients) client.mark()
  const start = performance.now()
  const total = rounds * PEOPLE
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, Math.ceil(((performance.now() - start) / 1000) * rate) + 1)
    for (; sent < due; sent++) {
      const writer = sent % PEOPLE
      clients[writer]?.send(messages[writer]?.[Math.floor(sent / PEOPLE)] as Uint8Array, times)
    }
    await pause(1000 / BATCHES_PER_SECOND)
  }
  const tookMs = performance.now() - start
  const last = clients.at(-1) as Client
  let checked = -1
  const hasCome = (): boolean => {
    if (last.updates.length === checked) return false
    checked = last.updates.length
    return missing(last, clients, from) === null
  }
  await until(() => hasCome(), `${peer.name}: a change did not come`, 60_000)
  await settled(clients)
  verify(clients, clients, from, peer.name)
  const latencies = clients.flatMap(({ latenciesMs }) => latenciesMs)
  return { rate: (total / tookMs) * 1000, p99: quantile(latencies, 0.99), isLate: tookMs > SECONDS * 1000 * LATE }
}

/** Nothing more has come for a moment. */
async function settled(clients: readonly Client[]): Promise<void> {
  for (let before = -1, now = received(clients); now !== before; now = received(clients)) {
    before = now
    await pause(150)
  }
}

const received = (clients: readonly Client[]): number => clients.reduce((sum, { bytesReceived }) => sum + bytesReceived, 0)
