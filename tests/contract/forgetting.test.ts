import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import { ask, type Json } from './ask.ts'
import { listedItem, liveEvening, sealedBy, type Circle } from './circle.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 20_000 })
let server: TestServer
let circle: Circle
let [ada, dan, eve, fil]: Person[] = []
beforeAll(async () => {
  server = await TestServer.start()
  circle = await liveEvening(server, { title: 'Réunion du mardi gris', purpose: 'parler du toit' })
  ;[ada, dan, eve, fil] = ['Ada Roux', 'Dan Moreau', 'Eve Simon', 'Fil Garnier'].map((name) => circle.person(name))
})
afterAll(async () => {
  circle.leave()
  await server.remove()
})

const secret = {
  weather: 'un enfant malade à la maison',
  need: 'partir à l’heure',
  closing: 'je repars un peu triste',
  objection: 'ce bail nous lie trop longtemps',
}
const keysNow = (): Map<string, Buffer> => {
  const directory = join(server.dataDir, 'keys', circle.id)
  return new Map(readdirSync(directory).map((name) => [name, readFileSync(join(directory, name))]))
}
const everyFileHas = (bytes: Buffer): boolean =>
  readdirSync(server.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(bytes))

describe('during the meeting', () => {
  test('words of the weather reach the circle, and no document, board or file', async () => {
    await eve?.does({ type: 'give-weather', value: 'rain', words: secret.weather, need: secret.need, energy: 2 })
    await until(
      'the circle reads them',
      () => dan?.confidencesOf('weather').some(({ payload }) => (payload as Json)['words'] === secret.weather) === true,
    )
    const board = await circle.board()
    expect(board['weather']).toEqual([expect.objectContaining({ personId: eve?.id, value: 'rain' })])
    for (const words of [secret.weather, secret.need]) {
      expect(JSON.stringify(board)).not.toContain(words)
      expect(JSON.stringify(dan?.doc.getMap('board').toJSON())).not.toContain(words)
    }
    expect(server.filesWith(secret.weather)).toEqual([])
  })

  test('[AC-13] positions are their author’s until the reveal: others get a number, the facilitation names', async () => {
    const itemId = await listedItem(circle, dan as Person, { kind: 'decision', title: 'Le bail' })
    await ada?.does({ type: 'set-phase', from: 'welcome', to: 'agenda' })
    await ada?.does({ type: 'open-item', itemId })
    const { id: decisionId } = await (dan as Person).does({
      type: 'propose',
      itemId,
      title: 'Signer',
      text: 'Nous signons le bail de neuf ans.',
      responsible: 'org:sci',
      reviewOn: '2027-06-01',
    })
    await circle.person('Ben Petit').does({ type: 'set-summary', decisionId, step: 'feelings', text: 'Dit en tour.' })
    for (const from of ['proposal', 'clarification', 'feelings', 'amendment']) {
      const next = await ada?.act({ type: 'next-step', decisionId, from })
      if (next?.ok !== true) throw new Error(`${from}: ${next?.error} ${next?.message}`)
    }
    const frames = [...circle.people.values()].map((person) => [person, person.frames.length] as const)
    await eve?.does({ type: 'give-position', decisionId, round: 1, position: 'objection', text: secret.objection })
    await fil?.does({ type: 'give-position', decisionId, round: 1, position: 'no-objection' })
    const answered = (person: Person | undefined): Json | undefined => person?.confidencesOf('answered')[0]?.['payload'] as Json | undefined
    await until('everyone knows how many', () => [...circle.people.values()].every((person) => answered(person)?.['count'] === 2))
    expect(answered(ada)).toMatchObject({ people: expect.arrayContaining([eve?.id, fil?.id]) })
    for (const [person, from] of frames) {
      const since = Buffer.concat(person.frames.slice(from)).toString()
      expect(since.includes(secret.objection), person.name).toBe(person === eve)
      expect(since.includes('no-objection'), person.name).toBe(person === fil)
    }
    for (const person of circle.othersThan(ada)) expect(answered(person), person.name).not.toHaveProperty('people')
    const shown = JSON.stringify(await circle.board())
    expect(shown).not.toContain(secret.objection)
    expect(shown).not.toMatch(/"position":"(no-)?objection"/)
    expect(server.filesWith(secret.objection)).toEqual([])
    expect((await ask('GET', `${circle.url}/minutes.json`, undefined, { bearer: ada?.token })).text).not.toContain(secret.objection)
    for (const person of ['Gwen Le Bras', 'Kim Durand', 'Ben Petit', 'Ada Roux', 'Dan Moreau'])
      await circle.person(person).does({ type: 'give-position', decisionId, round: 1, position: 'no-objection' })
    expect(await eve?.act({ type: 'reveal', decisionId, round: 1 })).toMatchObject({ ok: false })
    expect(await ada?.act({ type: 'reveal', decisionId, round: 2 })).toMatchObject({ ok: false })
    await ada?.does({ type: 'reveal', decisionId, round: 1 })
    expect(JSON.stringify(await circle.board())).toContain(secret.objection)
    await ada?.does({ type: 'suspend-decision', decisionId })
  })

  test('nothing a person typed stands in clear on the disk, names and title neither', async () => {
    const itemId = await listedItem(circle, dan as Person, { title: 'Le toit de la grange' })
    await dan?.does({ type: 'add-note', itemId, text: 'il pleut dans la grange' })
    dan?.doc.getMap('learnings').set('roof', { kind: 'learning', text: 'réparer avant l’hiver', rank: 1 })
    await dan?.allSaved()
    await eve?.does({ type: 'give-closing', roti: 3, words: secret.closing, publish: false })
    for (const text of [
      'Réunion du mardi gris',
      'parler du toit',
      'Moreau',
      'Le toit de la grange',
      'il pleut dans la grange',
      'réparer avant',
      secret.closing,
    ])
      expect(server.filesWith(text), text).toEqual([])
    // The tokens and the links’ secrets neither: who copies the disk enters nowhere by them.
    for (const key of [ada?.token, eve?.token, ...Object.values(circle.keys)]) expect(server.filesWith(String(key))).toEqual([])
  })
})

describe('once sealed', () => {
  test('the key of the meeting is gone from the disk, and with it all that it wrote', async () => {
    const before = keysNow()
    expect(before.size).toBe(1)
    await sealedBy(circle, ada as Person, circle.person('Ben Petit'))
    const after = keysNow()
    for (const [name, bytes] of before) {
      expect([...after.keys()]).not.toContain(name)
      for (const encoded of [bytes, Buffer.from(bytes.toString('hex')), Buffer.from(bytes.toString('base64'))])
        expect(everyFileHas(encoded)).toBe(false)
    }
    for (const words of [secret.weather, secret.need, secret.closing]) {
      expect(server.filesWith(words)).toEqual([])
      expect(server.output).not.toContain(words)
    }
  })

  test('[AC-05] no answer of the API holds a word of the weather or an unpublished one; devices were told to forget', async () => {
    for (const person of circle.people.values()) {
      for (const path of ['', '/confidences', '/minutes.md', '/minutes.html', '/minutes.json', '/late']) {
        const { text, status } = await ask('GET', `${circle.url}${path}`, undefined, { bearer: person.token })
        expect([path, status]).toEqual([path, 200])
        for (const words of [secret.weather, secret.need, secret.closing]) expect(text, `${person.name} ${path}`).not.toContain(words)
      }
      expect(person.confidencesOf('weather'), person.name).toEqual([])
    }
  })

  test('a restart brings none of it back', async () => {
    await server.stop('SIGKILL')
    await server.restart()
    const { json, text } = await ask('GET', `${circle.url}/confidences`, undefined, { bearer: eve?.token })
    expect(json['confidences']).toEqual([])
    expect(text).not.toContain(secret.weather)
    const minutes = await circle.minutes('md', String(eve?.token))
    expect(minutes.status).toBe(200)
    expect(minutes.text).not.toContain(secret.weather)
  })
})
