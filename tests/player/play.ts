import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Exports } from './after.ts'
import { Evening } from './evening.ts'
import { loadFixture } from './fixture.ts'
import { planEvening } from './plan.ts'
import { playHelp, readPlay } from './play-arguments.ts'
import { TestServer } from './server.ts'
import { planVariant } from './variant.ts'

const files = {
  md: 'compte-rendu.md',
  dokuwiki: 'compte-rendu.dokuwiki.txt',
  mediawiki: 'compte-rendu.mediawiki.txt',
  html: 'compte-rendu.html',
  json: 'compte-rendu.json',
} as const

/** Compares with the files beside the fixture, byte for byte; says the first line that differs. */
const compare = (evening: Evening, fixturePath: string, exports: Exports): void => {
  for (const format of ['md', 'dokuwiki', 'mediawiki'] as const) {
    const path = join(dirname(fixturePath), files[format])
    if (!existsSync(path)) continue
    const expected = readFileSync(path, 'utf8').split('\n')
    const actual = exports[format].split('\n')
    const line = expected.findIndex((text, index) => text !== actual[index])
    const where = line === -1 ? '' : `${files[format]} line ${line + 1}\n  expected: ${expected[line]}\n  got:      ${actual[line]}`
    evening.checks.that(
      'AC-25',
      line === -1 && expected.length === actual.length,
      where || `${files[format]} has ${actual.length} lines, expected ${expected.length}`,
    )
  }
}

const main = async (): Promise<number> => {
  const asked = readPlay(process.argv.slice(2))
  if ('help' in asked) {
    console.log(playHelp)
    return 0
  }
  if ('wrong' in asked) {
    console.error(`${asked.wrong} See: pnpm play --help`)
    return 2
  }
  const { fixture: path, variant, url, speed, out, quiet } = asked.play
  const fixture = loadFixture(path, variant)
  const server = url === undefined ? await TestServer.start({ CLOCK: 'manual' }) : null
  const evening = new Evening(fixture, url ?? server?.url ?? '', server)
  let sealed: Exports | null = null
  try {
    const keep = (exports: Exports): void => {
      sealed = exports
      // Written before anything is compared, so that a difference can be looked at.
      if (out !== undefined) writeOut(out, exports)
    }
    if (variant !== undefined) planVariant(evening, path, keep)
    else
      planEvening(evening, (exports) => {
        keep(exports)
        if (server) compare(evening, path, exports)
      })
    await evening.play(speed, (line) => !quiet && console.error(line))
    for (const name of evening.checks.proved) console.log(`${name} ok`)
    const { md } = sealed as unknown as Exports
    console.log(`\n${md}`)
    return 0
  } catch (error) {
    for (const name of evening.checks.proved) console.log(`${name} ok so far`)
    console.error(error instanceof Error ? error.message : error)
    if (process.env['PLAY_LOG'] && server) console.error(server.output.slice(-8000))
    return 1
  } finally {
    for (const person of evening.people.values()) person.leave()
    await server?.remove()
  }
}

const writeOut = (directory: string, exports: Exports): void => {
  mkdirSync(directory, { recursive: true })
  for (const [format, name] of Object.entries(files)) writeFileSync(join(directory, name), exports[format as keyof Exports])
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 2
})
// Sockets of clients that were left may linger for a moment; everything is said and written by now.
setTimeout(() => process.exit(), 500).unref()
