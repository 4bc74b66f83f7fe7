import { Client } from './client.ts'
import type { Peer } from './peer.ts'

/** One load: people in one room, some of whom write at a steady rate. */
export interface Scenario {
  name: string
  people: number
  writers: number
  hertz: number
  seconds: number
}

export interface Measure {
  delivered: number
  cpuMsPerThousand: number
  p50Ms: number
  p99Ms: number
  rssKiB: number
}

export const quantile = (values: readonly number[], q: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Runs one scenario on one server and verifies that every client ends with every writer’s last value. Throws if one does not. */
export const measure = async (peer: Peer, scenario: Scenario, run: number): Promise<Measure> => {
  const doors = await peer.doors(`bench-${scenario.name}-${run}`.replaceAll(/\W/g, '-'), scenario.people)
  const clients: Client[] = []
  // Three clients measure; decoding in all of them would make the generator the bottleneck.
  for (const [index, door] of doors.entries()) clients.push(await Client.enter(door, index >= doors.length - 3))
  const writers = clients.slice(0, scenario.writers)
  await pause(300)
  const cpuBefore = peer.cpuMs()
  const rounds = scenario.seconds * scenario.hertz
  const start = performance.now()
  for (let round = 0; round < rounds; round++) {
    for (const [index, writer] of writers.entries()) {
      // Writers are spread over the period, as people are.
      const due = start + (round + index / writers.length) * (1000 / scenario.hertz)
      const wait = due - performance.now()
      if (wait > 1) await pause(wait)
      writer.write(`writer-${index}`)
    }
  }
  const expected = JSON.stringify(writers.map((writer, index) => writer.doc.getMap('learnings').get(`writer-${index}`)))
  await pause(500)
  const cpuMs = peer.cpuMs() - cpuBefore
  const rssKiB = peer.rssKiB()
  for (const [index, client] of clients.entries()) {
    const map = client.finalState().getMap('learnings')
    const seen = JSON.stringify(writers.map((_, writer) => map.get(`writer-${writer}`)))
    if (seen !== expected) throw new Error(`${peer.name}, ${scenario.name}: client ${index} did not get every update`)
  }
  for (const client of clients) client.leave()
  const latencies = clients.flatMap((client) => client.latenciesMs)
  const delivered = rounds * writers.length * scenario.people
  return {
    delivered,
    cpuMsPerThousand: (cpuMs * 1000) / delivered,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    rssKiB,
  }
}
