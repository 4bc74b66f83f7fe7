import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measureGrowth } from './growth.ts'
import { Peer, peerNames, type PeerName } from './peer.ts'
import { keep, writeResults } from './results.ts'
import type { Measured, Row } from './row.ts'
import { rows } from './rows/rows.ts'
import { soak } from './soak.ts'

const usage = `pnpm bench                      all rows and the growth plots, then bench/RESULTS.md (about 25 minutes)
  --row <id>[,<id>…]            these only: ${rows.map(({ id }) => id).join(' ')} growth
  --repetitions <n>             how often each server has its turn (3)
  --only <server>[,<server>…]   of ${peerNames.join(' ')}
  --write                       put what was measured into bench/RESULTS.md although it is not all
  --profile <folder>            a CPU profile of each server (slower: not for figures)
  --soak [--minutes <n>]        people come and go for 30 minutes; memory must stand still, and no room, socket, timer, document or listener stay`

const { values } = parseArgs({
  options: {
    row: { type: 'string' },
    repetitions: { type: 'string', default: '3' },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
    profile: { type: 'string' },
    soak: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '30' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) console.log(usage)
else if (values.soak) process.exitCode = (await soak(Number(values.minutes))) ? 0 : 1
else await run()

async function run(): Promise<void> {
  const started = Date.now()
  const wanted = values.row?.split(',')
  const only = (values.only?.split(',') as PeerName[] | undefined) ?? peerNames
  const repetitions = Number(values.repetitions)
  if (values.profile !== undefined) mkdirSync(values.profile, { recursive: true })
  const writes = values.write || (wanted === undefined && values.only === undefined && values.profile === undefined)
  for (const row of rows) {
    if (wanted?.includes(row.id) === false) continue
    const measured = await repeat(row, only, repetitions, started)
    if (writes) keep(row, measured)
  }
  if (wanted?.includes('growth') !== false && only.includes('clairiere')) await measureGrowth(say(started), writes)
  if (writes) writeResults()
}

/** Each server in a process of its own, turn about: a bad minute of the machine falls on all. */
async function repeat(row: Row, only: readonly PeerName[], repetitions: number, started: number): Promise<Map<PeerName, Measured[]>> {
  const peers = row.peers.filter((name) => only.includes(name))
  const measured = new Map<PeerName, Measured[]>(peers.map((name) => [name, []]))
  for (let repetition = 0; repetition < repetitions; repetition++) {
    for (let turn = 0; turn < peers.length; turn++) {
      const name = peers[(turn + repetition) % peers.length] as PeerName
      const result = await turnOf(row, name, started)
      measured.get(name)?.push(result)
      const figures = Object.entries(row.figures).map(
        ([key, { name: of, unit, digits }]) => `${of} ${result[key]?.toFixed(digits)} ${unit}`,
      )
      say(started)(`${repetition + 1}/${repetitions}  ${row.id.padEnd(15)} ${name.padEnd(18)} ${figures.join(', ')}`)
    }
  }
  return measured
}

/** A turn that fails is told and had once more: a machine that stood still for a minute is no figure. A second failure ends the run. */
async function turnOf(row: Row, name: PeerName, started: number, isSecond = false): Promise<Measured> {
  const peer = await Peer.start(name, values.profile === undefined ? {} : { profile: values.profile })
  try {
    return await row.run(peer)
  } catch (fault) {
    if (isSecond) throw fault
    say(started)(`failed       ${row.id.padEnd(15)} ${name.padEnd(18)} ${String(fault)}`)
  } finally {
    await peer.stop()
  }
  return turnOf(row, name, started, true)
}

function say(started: number): (line: string) => void {
  return (line) => {
    const seconds = Math.round((Date.now() - started) / 1000)
    console.error(`${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')}  ${line}`)
  }
}
