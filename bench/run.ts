import { parseArgs } from 'node:util'
import { Peer, peerNames, type PeerName } from './peer.ts'
import { measure, quantile, type Measure, type Scenario } from './scenario.ts'

/** The first, small set: people of one meeting, ten of whom type. Longer forms belong to the nightly run. */
const scenarios: readonly Scenario[] = [
  { name: '20 people', people: 20, writers: 10, hertz: 5, seconds: 5 },
  { name: '100 people', people: 100, writers: 10, hertz: 5, seconds: 5 },
]

const { values } = parseArgs({ options: { repetitions: { type: 'string', default: '3' }, only: { type: 'string' } } })
const repetitions = Number(values.repetitions)
const peers = values.only ? (values.only.split(',') as PeerName[]) : peerNames

const results = new Map<string, Measure[]>()
for (let run = 0; run < repetitions; run++) {
  for (const scenario of scenarios) {
    // Interleaved: each repetition starts with another server, so that a bad minute of the machine falls on all.
    for (let turn = 0; turn < peers.length; turn++) {
      const name = peers[(turn + run) % peers.length] as PeerName
      const peer = await Peer.start(name)
      try {
        const measured = await measure(peer, scenario, run)
        const key = `${scenario.name}|${name}`
        results.set(key, [...(results.get(key) ?? []), measured])
        console.error(
          `${run + 1}/${repetitions}  ${scenario.name.padEnd(12)} ${name.padEnd(12)} ${measured.cpuMsPerThousand.toFixed(1)} ms CPU per 1000`,
        )
      } finally {
        await peer.stop()
      }
    }
  }
}

const median = (measures: readonly Measure[], pick: (measured: Measure) => number): number => quantile(measures.map(pick), 0.5)
console.log('| load | server | CPU ms per 1,000 delivered | ratio to the best peer | p50 ms | p99 ms | RSS MiB |')
console.log('| --- | --- | --- | --- | --- | --- | --- |')
for (const scenario of scenarios) {
  const cpuOf = (name: PeerName): number => median(results.get(`${scenario.name}|${name}`) ?? [], (measured) => measured.cpuMsPerThousand)
  const best = Math.min(...peers.filter((name) => name === 'y-websocket' || name === 'hocuspocus').map(cpuOf))
  for (const name of peers) {
    const measures = results.get(`${scenario.name}|${name}`) ?? []
    const cells = [
      cpuOf(name).toFixed(1),
      Number.isFinite(best) ? (cpuOf(name) / best).toFixed(2) : '–',
      median(measures, ({ p50Ms }) => p50Ms).toFixed(1),
      median(measures, ({ p99Ms }) => p99Ms).toFixed(1),
      (median(measures, ({ rssKiB }) => rssKiB) / 1024).toFixed(0),
    ]
    console.log(`| ${scenario.name} | ${name} | ${cells.join(' | ')} |`)
  }
}
