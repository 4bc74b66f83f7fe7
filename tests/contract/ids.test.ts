import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { actId } from '../player/act-id.ts'
import type { Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { ask, type Json } from './ask.ts'
import { listedItem, liveEvening, sealedBy, type Circle } from './circle.ts'

// An act’s id is the id of what it makes, and ids stand on the board for everyone to read: nobody may make a thing anew under the id of another’s.
vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 })
let server: TestServer
let circle: Circle
let [ada, gwen, dan, eve]: Person[] = []
beforeAll(async () => {
  server = await TestServer.start()
  circle = await liveEvening(server)
  ;[ada, gwen, dan, eve] = ['Ada Roux', 'Gwen Le Bras', 'Dan Moreau', 'Eve Simon'].map((name) => circle.person(name))
})
afterAll(async () => {
  circle.leave()
  await server.remove()
})

const found = async (section: string, id: unknown): Promise<Json | undefined> =>
  ((await circle.board())[section] as Json[]).find((entry) => entry['id'] === id)
const isRefused = { ok: false, error: 'already-there' }

describe('the id of something that is there', () => {
  test('a person cannot be entered over another, to speak and read in their place', async () => {
    await eve?.does({ type: 'give-closing', roti: 1, words: 'pour le cercle', publish: false })
    const before = await found('people', eve?.id)
    expect(await dan?.act({ type: 'enter-person', name: 'Quelqu’un sans appareil' }, eve?.id)).toMatchObject(isRefused)
    expect(await found('people', eve?.id)).toEqual(before)
    expect(await dan?.act({ type: 'give-weather', value: 'storm', personId: eve?.id })).toMatchObject({ ok: false })
    const read = await ask('GET', `${circle.url}/confidences`, undefined, { bearer: dan?.token })
    expect((read.json['confidences'] as Json[]).filter(({ kind }) => kind === 'roti')).toEqual([])
  })

  test('a settled signal is not raised again over itself, after a restart neither; nobody takes its author’s place', async () => {
    const { id: signalId } = await (eve as Person).does({ type: 'raise-signal', kind: 'pace', level: 2, phrase: 'trop vite' })
    await ada?.does({ type: 'acknowledge-signal', signalId })
    await ada?.does({ type: 'care-signal', signalId, responses: ['slow-down'] })
    await gwen?.does({ type: 'settle-signal', signalId })
    await server.stop('SIGKILL')
    await server.restart()
    const before = await found('signals', signalId)
    for (const person of [dan, eve, gwen])
      expect(await person?.actByHttp({ type: 'raise-signal', kind: 'joy', level: 3 }, signalId), person?.name).toMatchObject(isRefused)
    expect(await found('signals', signalId)).toEqual(before)
    const read = await ask('GET', `${circle.url}/confidences`, undefined, { bearer: gwen?.token })
    expect(JSON.stringify((read.json['confidences'] as Json[]).filter(({ kind }) => kind === 'signal'))).toContain('trop vite')
  })

  test('what the server made itself neither: items of the creation, actions of the former meeting', async () => {
    const body = {
      title: 'Suite',
      purpose: 'continuer',
      scheduledStart: '2026-12-03T18:00:00Z',
      agenda: [{ kind: 'information', title: 'De la création' }],
      previous: { actions: [{ ref: 'A-001', title: 'De la dernière fois', who: ['Ada'], state: 'accepted' }] },
    }
    const { json } = await ask('POST', `${server.url}/api/meetings`, body)
    const url = `${server.url}/api/meetings/${String(json['meetingId'])}`
    const key = String((json['links'] as { host: string }).host.split('#')[1])
    const bearer = String((await ask('POST', `${url}/join`, { key, name: 'Zoé' })).json['token'])
    const board = (await ask('GET', url, undefined, { bearer })).json
    const [item, action] = [(board['agenda'] as Json[])[0], (board['actions'] as Json[])[0]]
    await ask(
      'POST',
      `${url}/acts`,
      { id: item?.['id'], act: { type: 'propose-item', kind: 'information', title: 'Par-dessus' } },
      { bearer },
    )
    await ask('POST', `${url}/acts`, { id: action?.['id'], act: { type: 'create-action', title: 'Par-dessus' } }, { bearer })
    const after = (await ask('GET', url, undefined, { bearer })).json
    expect([after['agenda'], after['actions']]).toEqual([board['agenda'], board['actions']])
  })

  test('an act of another kind under such an id makes nothing of that id either', async () => {
    const itemId = await listedItem(circle, dan as Person)
    for (const act of [
      { type: 'add-note', itemId, text: 'x' },
      { type: 'create-action', title: 'x' },
      { type: 'start-round', kind: 'feelings', mode: 'circle', prompt: 'x' },
    ]) {
      expect(await ada?.actByHttp(act, String(eve?.id)), act.type).toMatchObject(isRefused)
    }
  })

  test('once sealed, when first answers are forgotten, a reaction still cannot be overwritten', async () => {
    const itemId = await listedItem(circle, dan as Person, { kind: 'broadcast' })
    await dan?.actByHttp({ type: 'set-broadcast', itemId, text: 'Le four est ouvert', decidedOn: '2026-11-20', openUntil: '2099-01-20' })
    const { id } = await (eve as Person).actByHttp({ type: 'react', itemId, reactionType: 'question', text: 'et le mercredi ?' })
    const note = await (eve as Person).actByHttp({ type: 'add-note', itemId, text: 'de ma main' })
    expect(note.ok).toBe(true)
    for (const person of circle.people.values()) await person.connect()
    await sealedBy(circle, ada as Person, circle.person('Ben Petit'))
    const before = JSON.stringify((await circle.board())['agenda'])
    expect(before).toContain('et le mercredi ?')
    expect(await dan?.actByHttp({ type: 'react', itemId, reactionType: 'support', text: 'par-dessus' }, id)).toMatchObject({ ok: false })
    expect(await dan?.actByHttp({ type: 'ask-correction', place: 'x', after: 'y' }, actId())).toMatchObject({ ok: true })
    expect(JSON.stringify((await circle.board())['agenda'])).toBe(before)
  })
})
