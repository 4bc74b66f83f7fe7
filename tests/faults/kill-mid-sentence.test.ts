import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Chance } from '@clairiere/ritual/chance'
import { firstSeed } from '../dose.ts'
import { call, Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.remove())

const openMeeting = async (): Promise<{ meetingId: string; key: string; host: string }> => {
  const { json } = await call('POST', `${server.url}/api/meetings`, {
    title: 'Panne de courant',
    purpose: 'essayer',
    scheduledStart: new Date().toISOString(),
  })
  const links = json['links'] as { join: string; host: string }
  return { meetingId: String(json['meetingId']), key: String(links.join.split('#')[1]), host: String(links.host.split('#')[1]) }
}

const itemOf = async (person: Person): Promise<string> => {
  const { id } = await person.does({
    type: 'propose-item',
    kind: 'information',
    title: 'Le chauffage',
    expectation: 'Écouter',
    plannedMinutes: 10,
  })
  await person.does({ type: 'list-item', itemId: id })
  return id
}

/** The sentence of a note: its first paragraph’s text. */
const sentenceIn = (doc: Y.Doc, root: string): Y.XmlText => {
  const fragment = doc.getXmlFragment(root)
  if (fragment.length === 0) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText()])
    fragment.insert(0, [paragraph])
  }
  return (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
}

test(
  'kill -9 in the middle of a sentence: every character shown as saved is there, the rest is sent again by its device',
  { timeout: 60_000 },
  async () => {
    const { meetingId, key, host } = await openMeeting()
    const ada = await Person.join(server.url, meetingId, { key: host, name: 'Ada Roux' })
    const itemId = await itemOf(ada)
    const root = `note:${itemId}`
    const sentence = sentenceIn(ada.doc, root)
    let savedLength = 0
    const seed = firstSeed()
    const chance = new Chance(seed)
    for (let round = 0; round < 5; round++) {
      const killAfter = 5 + chance.int(40)
      const where = `SEED=${seed}, round ${round}, killed after ${killAfter}`
      // Lengths by count of messages on this socket, to know which characters « saved » covers.
      const lengthAt = new Map<number, number>([[ada.sent, sentence.length]])
      for (let typed = 0; typed < 60; typed++) {
        sentence.insert(sentence.length, String.fromCharCode(97 + (sentence.length % 26)))
        lengthAt.set(ada.sent, sentence.length)
        if (typed % 7 === 0) await new Promise((resolve) => setImmediate(resolve))
        if (typed === killAfter) await server.stop('SIGKILL')
      }
      savedLength = Math.max(savedLength, lengthAt.get(ada.saved) ?? 0)
      ada.disconnect()
      await server.restart()
      const reader = await Person.join(server.url, meetingId, { key, name: `Lecture ${round} Petit` })
      const there = reader.doc.getXmlFragment(root).length > 0 ? sentenceIn(reader.doc, root).toString() : ''
      expect(there.length, where).toBeGreaterThanOrEqual(savedLength)
      expect(sentence.toString().startsWith(there), where).toBe(true)
      await ada.connect()
      await ada.allSaved()
      await until('the whole sentence is with the others', () => sentenceIn(reader.doc, root).toString() === sentence.toString())
      reader.leave()
    }
    const board = await ada.board()
    expect((board['agenda'] as { id: string }[]).map(({ id }) => id)).toEqual([itemId])
    ada.leave()
  },
)

test('an act answered before the kill stands after it; the same act sent again gets its first answer', { timeout: 30_000 }, async () => {
  const { meetingId, host } = await openMeeting()
  const ada = await Person.join(server.url, meetingId, { key: host, name: 'Ada Roux' })
  const act = { type: 'propose-item', kind: 'information', title: 'La clé', expectation: 'Écouter', plannedMinutes: 5 }
  const first = await ada.does(act)
  await server.stop('SIGKILL')
  await server.restart()
  const again = await ada.actByHttp(act, first.id)
  expect(again).toMatchObject({ ok: true, seq: first.seq })
  expect((await ada.board())['agenda']).toHaveLength(1)
  ada.leave()
})
