import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test, vi } from 'vitest'
import { actId } from '../player/act-id.ts'
import { until } from '../player/until.ts'
import { ask, type Json } from './ask.ts'
import { keyOf } from './circle.ts'
import { RawSocket } from './raw-socket.ts'

vi.setConfig({ testTimeout: 40_000 })
const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'clairiere-full-'))
let child: ChildProcess | null = null
afterAll(() => {
  child?.kill('SIGKILL')
  rmSync(directory, { recursive: true, force: true })
})

/** A server whose files may not grow past so many KiB: a disk that is nearly full, without a disk. */
const startTight = async (kib: number): Promise<string> => {
  let said = ''
  child = spawn('bash', ['-c', `ulimit -S -f ${kib}; trap '' XFSZ; exec "$0" "$1"`, process.execPath, main], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: directory, LOG_LEVEL: 'info', LANG: 'en_GB.UTF-8', LC_ALL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await until('it listens', () => /http:\/\/127\.0\.0\.1:\d+/.test(said) || child?.exitCode !== null, 20_000)
  const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
  if (url === undefined) throw new Error(said)
  return url
}

// The limit is lifted from outside, which Linux alone lets one do.
test.skipIf(!existsSync('/usr/bin/prlimit'))(
  'no room on the disk: acts get 503 and a sentence, devices are told, reading goes on; with room again everything is taken',
  async () => {
    const url = await startTight(2048)
    const { json } = await ask('POST', `${url}/api/meetings`, { title: 'À l’étroit' })
    const meeting = `${url}/api/meetings/${String(json['meetingId'])}`
    const joined = await ask('POST', `${meeting}/join`, { key: keyOf((json['links'] as { host: string }).host), name: 'Ada Roux' })
    const bearer = String(joined.json['token'])
    const socket = await new RawSocket(`${url.replace('http', 'ws')}/live/${String(json['meetingId'])}?token=${bearer}&v=1`).opened()
    const propose = (id: string, context = 'x'.repeat(3_900)) =>
      ask(
        'POST',
        `${meeting}/acts`,
        { id, act: { type: 'propose-item', kind: 'information', title: 'Un point', context } },
        { bearer, language: 'en' },
      )
    const statusTold = (): unknown => (socket.told.findLast((message) => 'status' in message)?.['status'] as Json | undefined)?.['saving']
    // The act that finds the disk full waits for room; what comes after it is told so at once.
    const ids: string[] = []
    const answers: Promise<number>[] = []
    for (let count = 0; statusTold() !== false && count < 600; count++) {
      const id = actId()
      ids.push(id)
      const answer = propose(id).then(({ status }) => status)
      answers.push(answer)
      await Promise.race([answer, until('the devices are told', () => statusTold() === false)])
    }
    const refused = { id: actId(), answer: await propose(actId()) }
    expect([refused.answer.status, refused.answer.json['error']]).toEqual([503, 'not-saving'])
    expect(refused.answer.json['message']).toMatch(/\S \S/)
    expect((await ask('GET', `${url}/readyz`)).status).toBe(503)
    expect((await ask('GET', `${url}/healthz`)).status).toBe(200)
    execFileSync('prlimit', ['--pid', String(child?.pid), '--fsize=unlimited'])
    await until('it is ready again', async () => (await ask('GET', `${url}/readyz`)).status === 200, 20_000)
    await until('the devices are told', () => statusTold() === true)
    expect(new Set(await Promise.all(answers))).toEqual(new Set([200]))
    expect((await propose(refused.id)).status).toBe(200)
    const items = ((await ask('GET', meeting, undefined, { bearer })).json['agenda'] as Json[]).map((item) => item['id'])
    expect(items).toEqual([...ids, refused.id])
    socket.end()
  },
)
