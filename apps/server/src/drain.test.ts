import { afterEach, describe, expect, test } from 'vitest'
import { ChildServer } from './test/child-server.ts'
import { Participant } from './test/participant.ts'
import { until } from './room/test/until.ts'

const PEOPLE = 6
const DEVICES = 8
const servers: ChildServer[] = []
const participants: Participant[] = []
afterEach(async () => {
  for (const participant of participants.splice(0)) participant.leave()
  for (const server of servers.splice(0)) await server.remove()
})

const start = async (environment: Record<string, string> = {}, dataDir?: string): Promise<{ server: ChildServer; url: string }> => {
  const server = await ChildServer.start(environment, dataDir)
  servers.push(server)
  return { server, url: await server.url() }
}

const post = async (url: string, body: object): Promise<Record<string, unknown>> => {
  const headers = { 'content-type': 'application/json' }
  return (await (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as Record<string, unknown>
}

/** A hall: several people with several devices each, all in one meeting. */
const hall = async (url: string): Promise<{ id: string; tokens: string[]; devices: Participant[] }> => {
  const made = await post(`${url}/api/meetings`, { title: 'Réunion' })
  const id = String(made['meetingId'])
  const key = (made['links'] as { host: string }).host.split('#')[1]
  const tokens: string[] = []
  for (let person = 0; person < PEOPLE; person++) {
    const joined = await post(`${url}/api/meetings/${id}/join`, { key, name: `Personne ${person}` })
    tokens.push(String(joined['token']))
  }
  const devices = tokens.flatMap((token) => Array.from({ length: DEVICES }, () => new Participant(url, id, { token, v: '1' })))
  participants.push(...devices)
  await Promise.all(devices.map((device) => device.connect()))
  return { id, tokens, devices }
}

describe('the end of a server that is full of people', { timeout: 120_000 }, () => {
  test('nothing that showed « saved » is missing, everyone is told to come back, and the exit is clean', async () => {
    const { server, url } = await start()
    const { id, tokens, devices } = await hall(url)
    // What each device wrote, and how many of its messages carried it.
    let word = 0
    const wrote = devices.map(() => [] as { word: string; sent: number }[])
    const typing = setInterval(() => {
      const by = word % devices.length
      const device = devices[by] as Participant
      if (!device.provider.wsconnected) return void word++
      const before = device.sent
      device.doc.getMap('learnings').set(`w${word}`, { kind: 'learning', text: `mot ${word}`, rank: word })
      // Between a goodbye and the end of its socket the provider sends no more: such a word no message carried.
      if (device.sent > before) wrote[by]?.push({ word: `w${word}`, sent: device.sent })
      word++
    }, 4)
    await until('much is saved', () => devices.every(({ saved }) => saved > 2), 60_000)
    const counts = devices.map(() => 0)
    devices.forEach((device, index) => device.provider.once('connection-close', () => (counts[index] = device.saved)))

    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    clearInterval(typing)
    for (const device of devices) device.provider.disconnect()

    expect(new Set(devices.map(({ closes }) => closes[0]))).toEqual(new Set([1012]))

    const again = await start({}, server.dataDir)
    const reader = await new Participant(again.url, id, { token: tokens[0] ?? '', v: '1' }).connect()
    participants.push(reader)
    const found = reader.doc.getMap('learnings')
    const saved = wrote.flatMap((words, index) => words.filter(({ sent }) => sent <= (counts[index] ?? 0)))
    expect(saved.length).toBeGreaterThan(devices.length)
    expect(saved.filter(({ word: each }) => !found.has(each))).toEqual([])
  })

  test('with nobody there the exit is clean too; a second signal does not wait', async () => {
    const { server } = await start()
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })

    const full = await start()
    await hall(full.url)
    void full.server.end('SIGTERM')
    await until('it has begun', () => full.server.output.includes('"ending"'))
    expect(await full.server.end('SIGTERM')).toEqual({ code: 1, signal: null })
  })
})
