import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { TestServer } from '../player/server.ts'
import { ask } from './ask.ts'
import { keyOf } from './circle.ts'

const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'clairiere-start-'))
let server: TestServer
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(async () => {
  await server.remove()
  rmSync(directory, { recursive: true, force: true })
})

/** Starts a server that ends by itself, or when `heard` ends it; what it said and how it ended. */
const start = (
  environment: Record<string, string>,
  heard: (child: ChildProcess, said: string) => void = () => {},
): Promise<{ code: number | null; lines: string[] }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main], {
      env: {
        ...process.env,
        NO_COLOR: '1',
        HOST: '127.0.0.1',
        PORT: '0',
        DATA_DIR: join(directory, 'unused'),
        LC_ALL: '',
        LC_MESSAGES: '',
        LANG: 'en_GB.UTF-8',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 20_000,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => heard(child, (output += chunk.toString())))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, lines: output.trim().split('\n') }))
  })

const expectOneSentence = ({ code, lines }: { code: number | null; lines: string[] }, names: RegExp): void => {
  expect(lines, lines.join('\n')).toHaveLength(1)
  expect(lines[0]).toMatch(names)
  expect(lines[0]).toMatch(/^[A-ZÉ].*\.$/)
  expect(code).toBe(2)
}

describe('a start that cannot be: one sentence, exit code 2', () => {
  const malformed: Record<string, Record<string, string>> = {
    PORT: { PORT: '65536' },
    PUBLIC_URL: { PUBLIC_URL: 'https://reunion.example.org/chemin' },
    CREATE_KEY: { CREATE_KEY: 'court' },
    CLOCK: { CLOCK: 'sundial' },
  }
  test.each(Object.entries(malformed))('%s malformed', async (name, environment) => {
    const end = await start(environment)
    expectOneSentence(end, new RegExp(`\\b${name}\\b`))
    // A value may be a secret.
    expect(end.lines.join('\n')).not.toContain(environment[name])
  })

  test('a manual clock that others could reach', async () => {
    expectOneSentence(await start({ CLOCK: 'manual', HOST: '0.0.0.0' }), /CLOCK=manual.*HOST/)
    expectOneSentence(await start({ CLOCK: 'manual', PUBLIC_URL: 'https://reunion.example.org' }), /CLOCK=manual.*PUBLIC_URL/)
  })

  test('the sentence is in the language of the terminal', async () => {
    expectOneSentence(await start({ PORT: 'quatre', LANG: 'fr_FR.UTF-8' }), /^PORT doit être/)
  })

  test('a port in use', async () => {
    expectOneSentence(await start({ PORT: String(server.port) }), new RegExp(`\\b${server.port}\\b`))
  })

  test('a data directory that cannot be written', async () => {
    const file = join(directory, 'a-file')
    writeFileSync(file, '')
    expectOneSentence(await start({ DATA_DIR: file }), /a-file/)
    expectOneSentence(await start({ DATA_DIR: join(file, 'below') }), /below/)
  })

  test('a second server on the same data; the first goes on', async () => {
    expectOneSentence(await start({ DATA_DIR: server.dataDir }), /already/)
    expect((await ask('POST', `${server.url}/api/meetings`, { title: 'Toujours là' })).status).toBe(201)
  })
})

describe('a server that stands', () => {
  test('answers to whoever watches over it', async () => {
    expect((await ask('GET', `${server.url}/healthz`)).status).toBe(200)
    expect((await ask('GET', `${server.url}/readyz`)).status).toBe(200)
    const metrics = await ask('GET', `${server.url}/metrics`)
    expect(metrics.status).toBe(200)
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(metrics.text).toMatch(/^# HELP clairiere_/m)
  })

  test.each(['x-forwarded-for', 'forwarded'])('a call passed on by a proxy (%s) reads no metrics', async (header) => {
    const passedOn = await ask('GET', `${server.url}/metrics`, undefined, {
      headers: { [header]: header === 'forwarded' ? 'for=192.0.2.1' : '192.0.2.1' },
    })
    expect(passedOn.status).toBe(404)
    expect(passedOn.text).not.toContain('clairiere_')
  })

  test('has no clock to move unless it was started with one', async () => {
    const moved = await ask('POST', `${server.url}/api/test/clock`, { to: '2027-01-01T00:00:00.000Z' })
    expect(moved.status).toBe(404)
  })

  test('a call from the network reads no metrics and moves no clock', async (context) => {
    const lan = Object.values(networkInterfaces())
      .flatMap((found) => found ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal)
    if (lan === undefined) return context.skip()
    const open = await TestServer.start({ HOST: '0.0.0.0' })
    try {
      expect((await ask('GET', `http://${lan.address}:${open.port}/healthz`)).status).toBe(200)
      expect((await ask('GET', `http://${lan.address}:${open.port}/metrics`)).status).toBe(404)
    } finally {
      await open.remove()
    }
  })

  test('asked to end, it exits with 0; started again, it has what it had', async () => {
    const own = await TestServer.start()
    const { json } = await ask('POST', `${own.url}/api/meetings`, { title: 'Gardée' })
    const key = keyOf((json['links'] as { host: string }).host)
    await own.stop('SIGKILL')
    const { DATA_DIR, PORT } = { DATA_DIR: own.dataDir, PORT: String(own.port) }
    let asked = 0
    const ended = start({ DATA_DIR, PORT }, (child, said) => {
      // A second signal would ask for an end at once.
      if (said.includes('http://') && asked++ === 0) child.kill('SIGTERM')
    })
    expect((await ended).code).toBe(0)
    await own.restart()
    const kept = await ask('GET', `${own.url}/api/meetings/${String(json['meetingId'])}`, undefined, { bearer: key })
    expect([kept.status, (kept.json['meeting'] as { title: string }).title]).toEqual([200, 'Gardée'])
    await own.remove()
  })
})
