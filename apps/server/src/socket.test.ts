import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { Inn, type Guest } from './test/inn.ts'
import { Participant } from './test/participant.ts'
import { until } from './room/test/until.ts'

let inn: Inn
let meeting: Awaited<ReturnType<Inn['meeting']>>
let ada: Guest
let ben: Guest
let mai: Guest
const participants: Participant[] = []

beforeEach(async () => {
  inn = await Inn.open()
  meeting = await inn.meeting()
  ada = await inn.join(meeting.id, meeting.host, 'Ada')
  ben = await inn.join(meeting.id, meeting.join, 'Ben')
  mai = await inn.join(meeting.id, meeting.observe, 'Maï')
})
afterEach(async () => {
  for (const participant of participants.splice(0)) participant.leave()
  await inn.close()
})

const come = (guest: Guest, manner: { v?: string; gen?: string } = { v: '1' }, doc?: Y.Doc): Promise<Participant> => {
  const participant = new Participant(inn.url, meeting.id, { token: guest.token, ...manner }, doc)
  participants.push(participant)
  return participant.connect()
}

const learning = (text: string) => ({ kind: 'learning', text, rank: 1 })

describe('the stock y-websocket provider', () => {
  test('follows words and facts, and complains of nothing', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    const [one, two] = [await come(ada, {}), await come(ben, {})]
    one.doc.getMap('learnings').set('a', learning('Bonjour'))
    await until('words arrive', () => two.doc.getMap('learnings').has('a'))
    await inn.does(meeting.id, ada, { type: 'propose-item', kind: 'information', title: 'Toiture' })
    await until('facts arrive', () => two.received('Toiture'))
    await until('the board shows it', () => [...two.doc.getMap('board').keys()].some((key) => key.startsWith('item:')))
    expect(complaints).not.toHaveBeenCalled()
    expect([one, two].flatMap(({ frames }) => frames).every((frame) => (frame[0] ?? 9) < 4)).toBe(true)
    complaints.mockRestore()
  })

  test('sees who is here under their true name, whatever a device says, and that they left', async () => {
    const [one, two] = [await come(ada, {}), await come(ben, {})]
    one.provider.awareness.setLocalStateField('user', { name: 'Ben', color: '#3a5' })
    const seen = () => two.provider.awareness.getStates().get(one.doc.clientID) as { user?: object } | undefined
    await until('seen', () => seen()?.user !== undefined)
    expect(seen()?.user).toEqual({ id: ada.id, name: 'Ada', color: '#3a5' })
    one.provider.disconnect()
    await until('gone', () => seen() === undefined)
  })

  test('with `v=1` hears what is saved and makes acts; answers come with a sentence', async () => {
    const one = await come(ada)
    one.doc.getMap('learnings').set('a', learning('gardé'))
    await one.allSaved()
    expect(one.saved).toBe(2)
    expect(await one.act({ type: 'propose-item', kind: 'information', title: 'Toiture' })).toMatchObject({
      ok: true,
      facts: [{ type: 'item-proposed' }],
    })
    const refused = await one.act({ type: 'close' })
    expect(refused).toMatchObject({ ok: false, refused: 'not-live' })
    expect(String(refused['message']).length).toBeGreaterThan(10)
  })

  test('an observer’s words: 4403, nobody saw them, and the provider stops', async () => {
    const [one, reader] = [await come(ada), await come(mai)]
    reader.doc.getMap('learnings').set('x', learning('interdit'))
    await until('closed', () => reader.closes.length > 0)
    expect(reader.closes).toEqual([4403])
    expect(reader.provider.shouldConnect).toBe(false)
    expect(reader.messages.at(-1)).toMatchObject({ refused: { code: 'forbidden' } })
    // What is to be handed back is what a fresh document does not have.
    const fresh = await come(mai)
    expect(fresh.doc.getMap('learnings').has('x')).toBe(false)
    expect(reader.doc.getMap('learnings').get('x')).toEqual(learning('interdit'))
    expect(one.received('interdit')).toBe(false)
  })
})

describe('who is let in', () => {
  const codeOf = async (path: string, headers: Record<string, string> = {}): Promise<number> => {
    const socket = new WebSocket(`${inn.url.replace('http', 'ws')}/live/${path}`, { headers })
    let code = 0
    socket.on('unexpected-response', (_request, response) => (code = response.statusCode ?? 0))
    socket.on('close', (closed) => (code ||= closed))
    socket.on('error', () => {})
    await until('an answer', () => code !== 0)
    return code
  }

  test.each([
    ['a token nobody has', () => `${meeting.id}?token=${'x'.repeat(43)}`, {}, 4401],
    ['no token', () => meeting.id, {}, 4401],
    ['no such meeting', () => `nowhere?token=${ada.token}`, {}, 4404],
    ['an older page', () => `${meeting.id}?token=${ada.token}&v=0`, {}, 4426],
    ['a foreign page', () => `${meeting.id}?token=${ada.token}`, { origin: 'https://evil.example' }, 403],
  ])('%s', async (_what, path, headers, code) => {
    expect(await codeOf(path(), headers)).toBe(code)
  })

  test('a cookie from a page of ours, and not without a page', async () => {
    const joined = await fetch(`${inn.url}/api/meetings/${meeting.id}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: inn.url },
      body: JSON.stringify({ key: meeting.join, name: 'Cléo' }),
    })
    const cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? ''
    const socket = new WebSocket(`${inn.url.replace('http', 'ws')}/live/${meeting.id}`, { headers: { cookie, origin: inn.url } })
    let isOpen = false
    socket.on('open', () => (isOpen = true))
    await until('open', () => isOpen)
    socket.terminate()
    expect(await codeOf(meeting.id, { cookie })).toBe(4401)
  })
})

describe('a meeting from arrival to sealed minutes', () => {
  test('[AC-05, AC-10, AC-13, AC-26] what was said in confidence is in no file, log, or frame of another', async () => {
    const people = [
      ada,
      ben,
      await inn.join(meeting.id, meeting.join, 'Cléo'),
      await inn.join(meeting.id, meeting.join, 'Dan'),
      await inn.join(meeting.id, meeting.join, 'Ève'),
    ]
    const [facilitation, watch, scribe, dan, eve] = await Promise.all(people.map((guest) => come(guest)))
    const observer = await come(mai)
    if (!facilitation || !watch || !scribe || !dan || !eve) throw new Error('somebody did not come')
    const ok = async (who: Participant, act: Parameters<Participant['act']>[0]) => expect(await who.act(act)).toMatchObject({ ok: true })
    await ok(facilitation, { type: 'open' })
    await ok(facilitation, { type: 'claim-role', role: 'facilitator', rank: 'holder' })
    await ok(watch, { type: 'claim-role', role: 'moodWatcher', rank: 'holder' })
    await ok(scribe, { type: 'claim-role', role: 'scribe', rank: 'holder' })
    await ok(dan, { type: 'give-weather', value: 'storm', words: 'un enfant malade' })
    await ok(dan, { type: 'whisper', text: 'ça va trop vite' })
    await inn.moveClock('2026-12-03T17:00:30.000Z')
    await until('the whisper arrives', () => watch.received('ça va trop vite'))
    for (const other of [facilitation, scribe, eve, observer]) expect(other.received('trop vite')).toBe(false)
    eve.doc.getMap('learnings').set('a', learning('des mots communs'))
    await eve.allSaved()
    // None so short that random bytes may spell it.
    for (const secret of ['enfant malade', 'trop vite', 'Réunion', 'mots communs', 'Cléo']) expect(await inn.filesWith(secret)).toEqual([])
    const [beforeDoc, gone] = [Y.encodeStateAsUpdate(eve.doc), eve.doc.clientID]

    await ok(facilitation, { type: 'close', postponeRest: true })
    await inn.moveClock('2027-01-03T17:00:00.000Z')
    await ok(facilitation, { type: 'seal' })
    await ok(scribe, { type: 'seal' })
    await until('everyone is sent back', () => [facilitation, watch, dan, eve, observer].every(({ closes }) => closes.includes(4409)))
    for (const secret of ['enfant malade', 'trop vite']) {
      expect(await inn.filesWith(secret)).toEqual([])
      expect(inn.lines.join('')).not.toContain(secret)
      for (const format of ['md', 'html', 'json'])
        expect(await inn.text(`/api/meetings/${meeting.id}/minutes.${format}`, ada.token)).not.toContain(secret)
      expect(await inn.text(`/api/meetings/${meeting.id}`, ada.token)).not.toContain(secret)
      expect(await inn.text(`/api/meetings/${meeting.id}/confidences`, ben.token)).not.toContain(secret)
    }
    expect(await inn.text(`/api/meetings/${meeting.id}/minutes.md`, mai.token)).toContain('des mots communs')

    const old = new Y.Doc()
    Y.applyUpdate(old, beforeDoc)
    const late = new Participant(inn.url, meeting.id, { token: people[4]?.token ?? '', v: '1' }, old)
    participants.push(late)
    late.provider.connect()
    await until('the older document is sent back', () => late.closes.includes(4409))
    const fresh = await come(people[4] ?? ada, { v: '1', gen: '2' })
    expect(fresh.doc.getMap('learnings').toJSON()).toEqual({ a: learning('des mots communs') })
    expect(fresh.doc.store.clients.has(gone)).toBe(false)
  })
})

test('a device that hears nothing does not keep the server from ending', async () => {
  const deaf = await come(ada)
  const stream = (deaf.provider.ws as unknown as { _socket: { pause(): void } })._socket
  stream.pause()
  const before = performance.now()
  await inn.close()
  expect(performance.now() - before).toBeLessThan(5_000)
  inn = await Inn.open()
})
