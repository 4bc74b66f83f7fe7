import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import { ask, type Json } from './ask.ts'
import { listedItem, liveEvening, sealedBy, type Circle } from './circle.ts'

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 })
let server: TestServer
let circle: Circle
let [ada, gwen, dan, eve]: Person[] = []
beforeAll(async () => {
  server = await TestServer.start()
  circle = await liveEvening(server, { privacy: { signals: 'count-and-responses' } })
  ;[ada, gwen, dan, eve] = ['Ada Roux', 'Gwen Le Bras', 'Dan Moreau', 'Eve Simon'].map((name) => circle.person(name))
})
afterAll(async () => {
  circle.leave()
  await server.remove()
})

const docBoard = (person: Person | undefined): string => JSON.stringify(person?.doc.getMap('board').toJSON())
const json = async (): Promise<string> => JSON.stringify(await circle.board())
const count = (text: string, of: string | undefined): number => text.split(of ?? '\0').length - 1

/** Nothing that everyone reads names this person once more after `act` than before. */
const expectNobodyNamed = async (author: Person | undefined, act: () => Promise<unknown>): Promise<void> => {
  const before = [count(await json(), author?.id), count(docBoard(ada), author?.id)]
  const { seq } = await circle.board()
  await act()
  await until('the board went on', async () => Number((await circle.board())['seq']) > Number(seq))
  // A fact of everybody after it: what came before is then on every device.
  await ada?.does({ type: 'ask-floor', kind: 'frame' })
  await ada?.does({ type: 'leave-floor' })
  expect([count(await json(), author?.id), count(docBoard(ada), author?.id)]).toEqual(before)
}

describe('what is unsigned carries no person', () => {
  test.each(['voice-only', 'unnamed'])('a note « %s »', async (attribution) => {
    const itemId = await listedItem(circle, dan as Person)
    const text = `note ${attribution}`
    await expectNobodyNamed(eve, () => (eve as Person).does({ type: 'add-note', itemId, text, attribution }))
    expect(await json()).toContain(text)
    expect(docBoard(ada)).toContain(text)
    // Its author alone still knows it for theirs.
    await until('Eve knows', () => eve?.confidencesOf('authorship').length !== 0)
    for (const person of circle.othersThan(eve)) expect(person.confidencesOf('authorship')).toEqual([])
  })

  test('a named note that its author makes unnamed later', async () => {
    const itemId = await listedItem(circle, dan as Person)
    const before = [count(await json(), eve?.id), count(docBoard(ada), eve?.id)]
    const { id } = await (eve as Person).does({ type: 'add-note', itemId, text: 'dit puis repris' })
    expect(count(await json(), eve?.id)).toBeGreaterThan(before[0] ?? 0)
    expect(await dan?.act({ type: 're-attribute', kind: 'note', id, attribution: 'unnamed' })).toMatchObject({ ok: false })
    await eve?.does({ type: 're-attribute', kind: 'note', id, attribution: 'unnamed' })
    expect(count(await json(), eve?.id)).toBe(before[0])
    await until('every device too', () => count(docBoard(ada), eve?.id) === before[1])
  })

  test('a reaction in the voice of a structure alone', async () => {
    const itemId = await listedItem(circle, dan as Person, { kind: 'broadcast' })
    await dan?.does({ type: 'set-broadcast', itemId, text: 'Le four est ouvert', decidedOn: '2026-11-20', openUntil: '2027-01-20' })
    await eve?.does({ type: 'set-voices', voices: [{ org: 'org:sci', quality: 'gérante' }] })
    await expectNobodyNamed(eve, () =>
      (eve as Person).does({
        type: 'react',
        itemId,
        voice: 'org:sci',
        reactionType: 'question',
        text: 'et le mercredi ?',
        attribution: 'voice-only',
      }),
    )
    expect(await json()).toContain('et le mercredi ?')
  })

  test('an improvement of the closing, and the answer to « did it help »', async () => {
    await circle.person('Fil Garnier').does({ type: 'pass-closing' })
    await eve?.does({ type: 'give-closing', words: 'un mot pour le cercle', publish: false })
    await expectNobodyNamed(eve, () =>
      (eve as Person).does({
        type: 'give-closing',
        roti: 2,
        words: 'un mot pour le cercle',
        publish: false,
        improvement: 'commencer à l’heure',
      }),
    )
    const { closing } = (await circle.board()) as { closing: Json }
    // It waits for the close: told now, it would come in one update with the « heard » of its author.
    expect(JSON.stringify(closing)).not.toContain('commencer à l’heure')
    expect(JSON.stringify(closing)).not.toContain('un mot pour le cercle')
    expect(closing['roti']).toBeUndefined()
    for (const person of circle.othersThan(eve)) expect(person.confidencesOf('roti')).toEqual([])
  })

  test('a signal: neither author nor phrase, on any road but the mood-watch’s', async () => {
    const signal = { type: 'raise-signal', kind: 'pace', level: 2, phrase: 'on ne m’entend pas' }
    let signalId = ''
    await expectNobodyNamed(eve, async () => {
      const { id, facts } = await (eve as Person).does(signal)
      signalId = id
      expect(JSON.stringify(facts)).not.toContain('on ne m’entend pas')
      expect(JSON.stringify(facts)).not.toContain(eve?.id)
    })
    const shown = ((await circle.board())['signals'] as Json[]).find(({ id }) => id === signalId)
    expect(shown).toMatchObject({ kind: 'pace', level: 2, status: 'raised' })
    for (const key of ['personId', 'by', 'raisedBy', 'author', 'phrase', 'aboutRole', 'consents', 'act'])
      expect(shown).not.toHaveProperty(key)
    await until('the watch reads the phrase', () => gwen?.received('on ne m’entend pas') === true)
    expect(gwen?.confidencesOf('signal')[0]).not.toHaveProperty('personId')
    for (const person of circle.othersThan(gwen, eve)) expect(person.received('on ne m’entend pas'), person.name).toBe(false)
    expect(await json()).not.toContain('on ne m’entend pas')
    expect(server.filesWith('on ne m’entend pas')).toEqual([])
    expect(server.output).not.toContain('on ne m’entend pas')
    await ada?.does({ type: 'acknowledge-signal', signalId })
    await ada?.does({ type: 'care-signal', signalId, responses: ['slow-down'] })
    await gwen?.does({ type: 'settle-signal', signalId })
  })

  test('a signal about a role: whose it is learns only that it is not theirs to welcome', async () => {
    const { id: signalId } = await (gwen as Person).does({ type: 'raise-signal', kind: 'tension', level: 2, aboutRole: 'facilitator' })
    await until('Ada is told', () => ada?.confidencesOf('signal').some(({ subject }) => subject === signalId) === true)
    expect(ada?.confidencesOf('signal').find(({ subject }) => subject === signalId)).toEqual({
      kind: 'signal',
      subject: signalId,
      payload: { concerned: true },
    })
    expect(await ada?.act({ type: 'acknowledge-signal', signalId })).toMatchObject({ ok: false, error: 'role-concerned' })
    expect(await json()).not.toContain('aboutRole')
    for (const name of ['Ada Roux', 'Fil Garnier', 'Oda Blanc']) expect(circle.person(name).received('"aboutRole"'), name).toBe(false)
    const welcomes = []
    for (const person of circle.people.values())
      if (person !== ada && (await person.act({ type: 'acknowledge-signal', signalId })).ok) welcomes.push(person)
    expect(welcomes).toHaveLength(1)
    await welcomes[0]?.does({ type: 'care-signal', signalId, responses: ['slow-down'] })
    await gwen?.does({ type: 'settle-signal', signalId })
  })

  test('consents to hand a tension over are asked on one screen each', async () => {
    const { id: signalId } = await (gwen as Person).does({ type: 'raise-signal', kind: 'tension', level: 2 })
    await ada?.does({ type: 'acknowledge-signal', signalId })
    await ada?.does({ type: 'care-signal', signalId, responses: ['aside-talk'] })
    await gwen?.does({ type: 'settle-signal', signalId })
    const before = [count(await json(), eve?.id), count(await json(), dan?.id)]
    await gwen?.does({ type: 'ask-consents', signalId, to: 'com:ecoute', people: [eve?.id, dan?.id] })
    await until('each is asked', () => [eve, dan].every((person) => person?.confidencesOf('handover').length === 1))
    for (const name of ['Ada Roux', 'Kim Durand', 'Oda Blanc']) expect(circle.person(name).confidencesOf('handover')).toEqual([])
    await eve?.does({ type: 'consent-handover', signalId })
    await dan?.does({ type: 'refuse-handover', signalId })
    expect([count(await json(), eve?.id), count(await json(), dan?.id)]).toEqual(before)
    expect(dan?.confidencesOf('handover').some(({ personId }) => personId === eve?.id)).toBe(false)
  })
})

describe('in the sealed record', () => {
  test('what was unsigned is printed without its author, in every format', async () => {
    for (const signal of (await circle.board())['signals'] as Json[])
      expect(['settled', 'carried', 'handed-over']).toContain(signal['status'])
    await sealedBy(circle, ada as Person, circle.person('Ben Petit'))
    for (const format of ['md', 'dokuwiki', 'mediawiki', 'html', 'json']) {
      const { status, text } = await circle.minutes(format, String(ada?.token))
      expect([format, status]).toEqual([format, 200])
      expect(text).toContain('dit puis repris')
      expect(text).not.toContain('on ne m’entend pas')
      expect(text).not.toContain('un mot pour le cercle')
      // Eve is named among those present and nowhere beside what she left unsigned.
      for (const line of text
        .split('\n')
        .filter(
          (found) => /note (voice-only|unnamed)|dit puis repris|et le mercredi/.test(found) && format !== 'json' && format !== 'html',
        ))
        expect(line).not.toContain('Eve')
    }
    const record = JSON.parse((await circle.minutes('json', String(ada?.token))).text) as Json
    const unsigned = JSON.stringify(record).match(/\{[^{}]*(?:note unnamed|dit puis repris|et le mercredi)[^{}]*\}/g) ?? []
    expect(unsigned.length).toBeGreaterThan(0)
    for (const entry of unsigned) expect(entry).not.toMatch(/Eve/)
    expect(JSON.stringify(record)).not.toContain(eve?.id)
    expect((await ask('GET', circle.url, undefined, { bearer: ada?.token })).text).not.toContain('un mot pour le cercle')
  })
})
