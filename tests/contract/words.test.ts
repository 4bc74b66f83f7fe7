import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { actId } from '../player/act-id.ts'
import type { Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import type { Json } from './ask.ts'
import { listedItem, liveEvening, type Circle, type Link } from './circle.ts'
import { awarenessFrame, RawSocket } from './raw-socket.ts'

vi.setConfig({ testTimeout: 15_000, hookTimeout: 20_000 })
let server: TestServer
let circle: Circle
let itemId: string
beforeAll(async () => {
  server = await TestServer.start()
  circle = await liveEvening(server)
  itemId = await listedItem(circle, circle.person('Dan Moreau'))
})
afterAll(async () => {
  circle.leave()
  await server.remove()
})

const come = async (person: Person): Promise<RawSocket> => {
  const socket = await new RawSocket(`${server.url.replace('http', 'ws')}/live/${circle.id}?token=${person.token}&v=1&gen=1`).opened()
  return socket
}

/** A copy of what everyone has, to be tampered with. */
const copyOf = (person: Person): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(person.doc))
  return doc
}

const note = (doc: Y.Doc, root: string, text: string, element = new Y.XmlElement('paragraph')): void =>
  doc.transact(() => {
    element.insert(0, [new Y.XmlText(text)])
    doc.getXmlFragment(root).push([element])
  })
const learning = (text: string): Json => ({ kind: 'learning', text, rank: 1 })

/** Sends what `change` does to a copy of the document; it has to be refused, and nobody may ever see it. */
const expectRefused = async (link: Link, change: (doc: Y.Doc) => void): Promise<void> => {
  // Somebody new each time: whoever is refused three times is held off.
  const cheat = await circle.enter(`Invité ${circle.people.size}`, link)
  const shown = circle.person('Ada Roux').doc.getMap('board')
  await until('everyone sees the newcomer', () => shown.has(`person:${cheat.id}`))
  const before = [...shown.keys()].toSorted()
  const doc = copyOf(cheat)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  change(doc)
  const socket = await come(cheat)
  socket.step2(copyOf(cheat))
  for (const update of updates) socket.update(update)
  expect(await socket.closedWith()).toBe(4403)
  const refused = socket.told.findLast((message) => 'refused' in message)?.['refused'] as Json
  expect(refused).toMatchObject({ code: expect.stringMatching(/^[a-z-]+$/), detail: expect.anything() })
  await circle.person('Ada Roux').does({ type: 'ask-floor', kind: 'speak' })
  await circle.person('Ada Roux').does({ type: 'leave-floor' })
  expect([...shown.keys()].toSorted()).toEqual(before)
  expect(JSON.stringify(shown.toJSON())).not.toContain('triche')
}

describe('an observer', () => {
  test('writes no words: 4403 and the reason, nobody gets them, no disk holds them', async () => {
    await expectRefused('observe', (doc) => note(doc, `note:${itemId}`, 'triche de l’observatrice'))
    for (const person of circle.people.values()) expect(person.received('triche de l’observatrice')).toBe(false)
    expect(server.filesWith('triche de l’observatrice')).toEqual([])
    expect(server.output).not.toContain('triche')
  })

  test('takes nothing away either', async () => {
    const dan = circle.person('Dan Moreau')
    note(dan.doc, `note:${itemId}`, 'écrit par Dan')
    await dan.allSaved()
    const oda = circle.person('Oda Blanc')
    await until('she has it', () => oda.doc.getXmlFragment(`note:${itemId}`).toJSON().includes('écrit par Dan'))
    await expectRefused('observe', (doc) => doc.getXmlFragment(`note:${itemId}`).delete(0, 1))
    expect(circle.person('Eve Simon').doc.getXmlFragment(`note:${itemId}`).toJSON()).toContain('écrit par Dan')
  })
})

describe('the board is the server’s', () => {
  const cheats: [string, (doc: Y.Doc) => void][] = [
    ['a new key', (doc) => doc.getMap('board').set('item:triche', { id: 'triche' })],
    ['another phase', (doc) => doc.getMap('board').set('now', { phase: 'triche' })],
    ['a person taken away', (doc) => doc.getMap('board').delete(`person:${circle.person('Dan Moreau').id}`)],
    ['all of it cleared', (doc) => doc.getMap('board').clear()],
    ['a person changed', (doc) => doc.getMap('board').set(`person:${circle.person('Ben Petit').id}`, { triche: true })],
    ['a type in it', (doc) => doc.getMap('board').set('triche', new Y.Map())],
  ]
  test.each(cheats)('%s', async (_what, change) => {
    await expectRefused('join', change)
  })
})

describe('roots and values that no rule names', () => {
  const cheats: [string, (doc: Y.Doc) => void][] = [
    ['an unknown root', (doc) => doc.getMap('triche').set('a', 1)],
    ['a note heading that is none', (doc) => note(doc, `note:${itemId}:triche`, 'x')],
    ['a value of another form', (doc) => doc.getMap('learnings').set('triche', { kind: 'gossip', text: 'triche' })],
    ['a link that runs', (doc) => doc.getMap('resources').set('triche', { title: 'triche', url: 'javascript:alert(1)' })],
    ['an element the editor does not know', (doc) => note(doc, `note:${itemId}`, 'triche', new Y.XmlElement('script'))],
    [
      'a mark that runs',
      (doc) =>
        doc.transact(() => {
          const [element, text] = [new Y.XmlElement('paragraph'), new Y.XmlText()]
          text.insert(0, 'triche', { link: { href: 'javascript:alert(1)' } })
          element.insert(0, [text])
          doc.getXmlFragment(`note:${itemId}`).push([element])
        }),
    ],
  ]
  test.each(cheats)('%s', async (_what, change) => {
    await expectRefused('join', change)
    expect(circle.person('Ada Roux').doc.share.has('triche')).toBe(false)
  })

  test('an entry of a map is removed by its flag, never deleted', async () => {
    const dan = circle.person('Dan Moreau')
    dan.doc.getMap('learnings').set('kept', learning('à garder'))
    await dan.allSaved()
    await until('Fil has it', () => circle.person('Fil Garnier').doc.getMap('learnings').has('kept'))
    await expectRefused('join', (doc) => doc.getMap('learnings').delete('kept'))
    expect(dan.doc.getMap('learnings').has('kept')).toBe(true)
  })
})

describe('whose pen it is', () => {
  test('writing under another’s client id', async () => {
    const [victim, cheat] = [circle.person('Dan Moreau'), await circle.enter('Yva Leroy')]
    const doc = copyOf(cheat)
    doc.clientID = victim.doc.clientID
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getMap('learnings').set('stolen', learning('au nom de Dan'))
    const socket = await come(cheat)
    socket.step2(new Y.Doc())
    socket.update(updates[0] as Uint8Array)
    expect(await socket.closedWith()).toBe(4403)
    victim.doc.getMap('learnings').set('own', learning('de Dan, bien à lui'))
    await victim.allSaved()
    expect(circle.person('Ada Roux').doc.getMap('learnings').has('stolen')).toBe(false)
  })

  test('an id announced by presence is taken before anybody can squat it', async () => {
    const [victim, cheat] = [circle.person('Kim Durand'), await circle.enter('Xan Leroy')]
    const fresh = new Y.Doc()
    const socket = await come(victim)
    socket.send(awarenessFrame(fresh.clientID, 1, { place: 'ici' }))
    await until('the others see it', () => circle.person('Ada Roux').received('"place":"ici"'))
    const doc = new Y.Doc()
    doc.clientID = fresh.clientID
    doc.getMap('learnings').set('squat', learning('premier arrivé'))
    const thief = await come(cheat)
    thief.step2(new Y.Doc())
    thief.update(Y.encodeStateAsUpdate(doc))
    expect(await thief.closedWith()).toBe(4403)
    fresh.getMap('learnings').set('mine', learning('de Kim'))
    socket.step2(fresh)
    await until('the owner writes', () => circle.person('Ada Roux').doc.getMap('learnings').has('mine'))
    socket.end()
  })

  test('after a refusal nothing more of that socket counts, and a hammering client is held off while others work', async () => {
    const cheat = await circle.enter('Zoé Arnaud')
    const codes: number[] = []
    for (let tries = 0; tries < 6; tries++) {
      const doc = new Y.Doc()
      doc.getMap('board').set('triche', tries)
      const socket = await come(cheat)
      if (socket.code === null) socket.step2(doc)
      codes.push(await socket.closedWith())
    }
    expect(codes.slice(0, 3)).toEqual([4403, 4403, 4403])
    expect(codes.at(-1)).toBe(4529)
    const dan = circle.person('Dan Moreau')
    dan.doc.getMap('learnings').set('calm', learning('pendant ce temps'))
    await dan.allSaved()
  })
})

describe('what is not clear yet', () => {
  test('words of an item still on its way wait, and come through when it is there', async () => {
    const dan = circle.person('Dan Moreau')
    const later = actId()
    const socket = await come(dan)
    const doc = new Y.Doc()
    note(doc, `note:${later}`, 'noté hors ligne')
    socket.step2(doc)
    socket.tell({ act: { id: actId(), act: { type: 'ask-floor', kind: 'speak' } } })
    await until('the act is answered', () => socket.told.some((message) => 'answer' in message))
    expect([socket.saved, socket.code]).toEqual([0, null])
    socket.tell({ act: { id: later, act: { type: 'propose-item', kind: 'information', title: 'Écrit dans le train' } } })
    await until('it is asked again', () => socket.frames.filter((frame) => frame[0] === 0 && frame[1] === 0).length > 0)
    socket.step2(doc)
    await until('the others have the note', () =>
      circle.person('Eve Simon').doc.getXmlFragment(`note:${later}`).toJSON().includes('noté hors ligne'),
    )
    await until('both are saved', () => socket.saved === 2)
    socket.end()
  })

  test('others’ words repeated by a device are neither claimed nor refused', async () => {
    const [eve, dan] = [circle.person('Eve Simon'), circle.person('Dan Moreau')]
    const all = copyOf(dan)
    const socket = await come(eve)
    all.getMap('learnings').set('and-mine', learning('avec les miens'))
    socket.step2(all)
    await until('hers came', () => dan.doc.getMap('learnings').has('and-mine'))
    expect(socket.code).toBeNull()
    socket.end()
  })
})
