import { createServer } from 'node:net'
import { writeFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ChildServer } from './test/child-server.ts'
import { Participant } from './test/participant.ts'
import { until } from './room/test/until.ts'

const servers: ChildServer[] = []
const participants: Participant[] = []
afterEach(async () => {
  for (const participant of participants.splice(0)) participant.leave()
  for (const server of servers.splice(0)) await server.remove()
})

const start = async (environment: Record<string, string> = {}, dataDir?: string): Promise<ChildServer> => {
  const server = await ChildServer.start(environment, dataDir)
  servers.push(server)
  return server
}

const post = async (url: string, body: object): Promise<Record<string, unknown>> =>
  (await (
    await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  ).json()) as Record<string, unknown>

const meet = async (url: string): Promise<{ id: string; token: string }> => {
  const made = await post(`${url}/api/meetings`, { title: 'Réunion' })
  const id = String(made['meetingId'])
  const key = (made['links'] as { host: string }).host.split('#')[1]
  return { id, token: String((await post(`${url}/api/meetings/${id}/join`, { key, name: 'Ada' }))['token']) }
}

const come = (url: string, id: string, token: string, doc?: Y.Doc, onSent?: () => void): Participant => {
  const participant = new Participant(url, id, { token, v: '1' }, doc, onSent)
  participants.push(participant)
  return participant
}

describe('faults', () => {
  test(
    'killed in the middle of a sentence: what showed « saved » is there, and the device brings the rest',
    { timeout: 60_000 },
    async () => {
      const server = await start()
      const url = await server.url()
      const { id, token } = await meet(url)
      // What each sync message of the present socket had in it: the length of the list when it was sent.
      const sent: number[] = []
      let count = 0
      const writer: Participant = come(url, id, token, undefined, () => {
        if (writer.sent === 1) sent.length = 0
        sent.push(count)
      })
      await writer.connect()
      const words = writer.doc.getMap('learnings')
      const typing = setInterval(() => {
        count++
        words.set(`w${count}`, { kind: 'learning', text: `mot ${count}`, rank: count })
      }, 5)
      await until('something is saved and something is not', () => writer.saved > 100 && writer.saved < writer.sent, 60_000)
      const saved = sent[writer.saved - 1] ?? 0
      await server.end('SIGKILL')
      clearInterval(typing)
      expect(saved).toBeGreaterThan(50)

      const again = await start({ PORT: new URL(url).port }, server.dataDir)
      await again.url()
      const reader = await come(url, id, token).connect()
      const found = reader.doc.getMap('learnings')
      for (let word = 1; word <= saved; word++) expect(found.has(`w${word}`), `w${word} of ${saved} saved`).toBe(true)
      await until('the device comes back by itself', () => writer.provider.synced && writer.saved === writer.sent, 60_000)
      await until('all of it is there', () => found.size === count)
      expect(reader.doc.store.pendingStructs).toBeNull()
    },
  )

  test('asked to end, it writes, says « restart », and exits with 0; the next start finds everything', { timeout: 120_000 }, async () => {
    const server = await start()
    const url = await server.url()
    const { id, token } = await meet(url)
    const writer = await come(url, id, token).connect()
    writer.doc.getMap('learnings').set('a', { kind: 'learning', text: 'juste avant', rank: 1 })
    await until('it is sent', () => writer.sent === 2)
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(writer.closes[0]).toBe(1012) // it tries again meanwhile, in vain
    writer.provider.disconnect()
    const next = await (await start({}, server.dataDir)).url()
    const reader = await come(next, id, token).connect()
    expect(reader.doc.getMap('learnings').has('a')).toBe(true)
  })
})

describe('a start that cannot be', { timeout: 60_000 }, () => {
  const refused = async (environment: Record<string, string>, dataDir?: string): Promise<string> => {
    const server = await start(environment, dataDir)
    expect((await server.over()).code).toBe(2)
    expect(server.output.trim().split('\n')).toHaveLength(1)
    return server.output
  }

  test('a malformed variable, in the language of the terminal', async () => {
    expect(await refused({ PORT: 'http' })).toMatch(/^PORT must be/)
    expect(await refused({ PORT: 'http', LANG: 'fr_FR.UTF-8' })).toMatch(/^PORT doit être/)
  })

  test('a port in use', async () => {
    const holder = createServer()
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
    const address = holder.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    expect(await refused({ PORT: String(port) })).toContain(`Port ${port} is already in use`)
    holder.close()
  })

  test('a data directory that is no directory, and one that another server uses', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'clairiere-file-')), 'data')
    await writeFile(file, '')
    expect(await refused({}, file)).toContain('cannot be written')
    const first = await start()
    await first.url()
    expect(await refused({}, first.dataDir)).toContain('already using')
  })
})
