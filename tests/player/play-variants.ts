import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Evening } from './evening.ts'
import { loadFixture } from './fixture.ts'
import { ServerClock } from './server-clock.ts'
import { holdSideBySide } from './side-by-side.ts'
import { TestServer } from './server.ts'
import { planVariant } from './variant.ts'

/** Holds every variant of a fixture side by side on one server: `node tests/player/play-variants.ts <fixture.json>`. One failure does not hide the others. */
const main = async (): Promise<number> => {
  const [path] = process.argv.slice(2)
  if (!path) {
    console.error('usage: node tests/player/play-variants.ts <fixture.json>')
    return 2
  }
  const folder = join(dirname(path), 'variants')
  const patches = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const server = await TestServer.start({ CLOCK: 'manual', LOG_LEVEL: 'warn' })
  const clock = new ServerClock(server.url)
  const evenings = patches.toSorted().map((name) => new Evening(loadFixture(path, join(folder, name)), server.url, server, clock))
  for (const evening of evenings) {
    evening.measures = false
    planVariant(evening, path, () => {})
  }
  try {
    const failures = await holdSideBySide(evenings)
    for (const { fixture } of evenings) {
      const { id, says } = fixture._variant ?? { id: '', says: '' }
      const failure = failures.get(id)
      console.log(failure === undefined ? `${id} ok` : `${id} failed (${says})\n  ${failure}`)
    }
    return failures.size === 0 ? 0 : 1
  } finally {
    for (const evening of evenings) for (const person of evening.people.values()) person.leave()
    await server.remove()
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 2
})
// Sockets of clients that were left may linger for a moment; everything is said by now.
setTimeout(() => process.exit(), 500).unref()
