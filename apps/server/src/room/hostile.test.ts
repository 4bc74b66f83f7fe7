import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Device } from './test/device.ts'
import { evening } from './test/evening.ts'
import type { Rehearsal } from './test/rehearsal.ts'
import { until } from './test/until.ts'

type Standing = 'host' | 'decider' | 'observer' | 'decider, once sealed'
type Change = (doc: Y.Doc) => void

const paragraph = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}
const textOf = (fragment: Y.XmlFragment): Y.XmlText => (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText

const entries: Readonly<Record<string, object>> = {
  learnings: { kind: 'learning', text: 'mot', rank: 0 },
  resources: { title: 'mot', rank: 0 },
  disagreements: { subject: 'mot', rank: 0 },
  ideas: { text: 'mot', rank: 0 },
}

/** What anybody might try on a root of each kind, and whether a participant may. */
const onMap = (root: string, value: object): [operation: string, may: boolean, change: Change][] => [
  ['insert', true, (doc) => doc.getMap(root).set('new', value)],
  ['overwrite', true, (doc) => doc.getMap(root).set('old', { ...value, rank: 7 })],
  ['delete', false, (doc) => doc.getMap(root).delete('old')],
  ['nest', false, (doc) => doc.getMap(root).set('new', new Y.Map([['a', 1]]))],
  ['another form', false, (doc) => doc.getMap(root).set('new', 'mot')],
]
const onNote = (root: string): [string, boolean, Change][] => [
  ['insert', true, (doc) => doc.getXmlFragment(root).push([paragraph('mot')])],
  ['overwrite', true, (doc) => (textOf(doc.getXmlFragment(root)).delete(0, 2), textOf(doc.getXmlFragment(root)).insert(0, 'no'))],
  ['delete', true, (doc) => doc.getXmlFragment(root).delete(0, 1)],
  ['format', true, (doc) => textOf(doc.getXmlFragment(root)).format(0, 2, { bold: {} })],
  ['nest', false, (doc) => doc.getXmlFragment(root).push([new Y.XmlElement('iframe')])],
]
const onText = (root: string): [string, boolean, Change][] => [
  ['insert', true, (doc) => doc.getText(root).insert(0, 'mot')],
  ['delete', true, (doc) => doc.getText(root).delete(0, 2)],
  ['format', false, (doc) => doc.getText(root).format(0, 2, { bold: {} })],
  ['nest', false, (doc) => doc.getText(root).insertEmbed(0, { image: 'x' })],
]
const onBoard: [string, boolean, Change][] = [
  ['insert', false, (doc) => doc.getMap('board').set('item:new', { id: 'new' })],
  ['overwrite', false, (doc) => doc.getMap('board').set('now', { phase: 'closing' })],
  ['delete', false, (doc) => doc.getMap('board').delete('now')],
  ['nest', false, (doc) => doc.getMap('board').set('x', new Y.Map())],
]
const onNothing: [string, boolean, Change][] = [
  ['insert', false, (doc) => doc.getMap('other').set('a', 1)],
  ['text', false, (doc) => doc.getText('other').insert(0, 'x')],
  ['a list', false, (doc) => doc.getArray('other').insert(0, [1])],
]

/** A meeting with something in every root, and a device with all of it. */
async function stage(standing: Standing): Promise<{ rehearsal: Rehearsal; item: string; device: Device; witness: Device }> {
  const { rehearsal, ada, cleo, dan } = await evening()
  const item = await rehearsal.does(ada, { type: 'propose-item', kind: 'information', title: 'Toit' })
  const { doc } = rehearsal.room
  doc.transact(() => {
    for (const [root, value] of Object.entries(entries)) doc.getMap(root === 'ideas' ? `ideas:${item}` : root).set('old', value)
    for (const root of [`note:${item}`, `note:${item}:questions`]) doc.getXmlFragment(root).push([paragraph('ancien')])
    doc.getText(`draft:${item}`).insert(0, 'ancien')
  })
  await rehearsal.room.settled()
  if (standing === 'decider, once sealed') {
    await rehearsal.does(ada, { type: 'close', postponeRest: true })
    rehearsal.clock.advance(rehearsal.clock.now() + 20 * 24 * 3_600_000)
    await rehearsal.does(ada, { type: 'seal' })
    await rehearsal.does(cleo, { type: 'seal' })
    await rehearsal.room.untilOpen()
  }
  const person = standing === 'host' ? ada : standing === 'observer' ? await rehearsal.join('Oda', { standing: 'observer' }) : dan
  const device = rehearsal.device().connect(person)
  const witness = rehearsal.device().connect(cleo)
  await until('both are in step', () => device.saved === 1 && witness.saved === 1)
  return { rehearsal, item, device, witness }
}

const shown = (doc: Y.Doc): string => JSON.stringify([...doc.share.keys()].toSorted().map((name) => [name, doc.share.get(name)?.toJSON()]))

describe.each<Standing>(['host', 'decider', 'observer', 'decider, once sealed'])('a hostile client of a %s', (standing) => {
  test('on every root, by every operation: what the standing allows is taken, anything else ends the session and changes nothing', async () => {
    const { rehearsal, item, device: first, witness } = await stage(standing)
    const mayWrite = standing === 'host' || standing === 'decider'
    const roots: [string, [string, boolean, Change][]][] = [
      ...Object.entries(entries).map(([root, value]): [string, [string, boolean, Change][]] => {
        const name = root === 'ideas' ? `ideas:${item}` : root
        return [name, onMap(name, value)]
      }),
      [`note:${item}`, onNote(`note:${item}`)],
      [`note:${item}:questions`, onNote(`note:${item}:questions`)],
      [`draft:${item}`, onText(`draft:${item}`)],
      ['board', onBoard],
      ['other', onNothing],
    ]
    const { personId } = first.connection ?? { personId: '' }
    first.hangUp()
    for (const [root, operations] of roots) {
      for (const [operation, isAllowed, change] of operations) {
        const what = `${operation} on ${root.replace(item, '<item>')}`
        rehearsal.machine += 61_000 // whoever is refused again and again is held off for a minute at most
        const device = rehearsal.device().connect(personId)
        await until('in step', () => device.saved === 1)
        const before = shown(rehearsal.room.doc)
        change(device.doc)
        await until(`${what} is judged`, () => device.closed !== null || device.saved === device.sent)
        const isChanged = shown(rehearsal.room.doc) !== before
        expect({ what, code: device.closed, isChanged }).toEqual(
          mayWrite && isAllowed ? { what, code: null, isChanged: true } : { what, code: 4403, isChanged: false },
        )
        device.hangUp()
      }
    }
    expect(witness.closed).toBeNull()
    expect(rehearsal.room.doc.store.pendingStructs).toBeNull()
    expect(witness.doc.getMap('board').toJSON()).toEqual(rehearsal.room.doc.getMap('board').toJSON())
  })
})

test('an entry that is deleted beside a struct of an id that nobody has', async () => {
  const { rehearsal, device: first, witness } = await stage('decider')
  const { personId } = first.connection ?? { personId: '' }
  const { doc: forged } = first
  const own = forged.clientID
  forged.getMap('learnings').set('old', { ...entries['learnings'], rank: 7 })
  await until('taken', () => first.saved === first.sent)
  first.hangUp()
  const device = rehearsal.device()
  device.answers = false
  device.adopt(forged)
  device.doc.clientID = own
  const before = Y.encodeStateVector(device.doc)
  device.doc.getMap('learnings').set('old', { ...entries['learnings'], rank: 8 })
  device.doc.getMap('learnings').delete('old')
  device.doc.clientID = own + 1 // nobody has said so
  device.doc.getText('other').insert(0, 'x')
  const bytes = Y.encodeStateAsUpdate(device.doc, before)
  device.connect(personId)
  device.hello([own])
  device.step2(bytes)
  await until('it is judged', () => device.closed !== null || !rehearsal.room.doc.getMap('learnings').has('old'))
  expect(device.closed).toBe(4403)
  expect(witness.doc.getMap('learnings').get('old')).toMatchObject({ rank: 7 })
})

test('an observer brings nothing into the document, not even what says nothing', async () => {
  const { rehearsal, device } = await stage('observer')
  const { personId } = device.connection ?? { personId: '' }
  device.hangUp()
  const raw = rehearsal.device()
  raw.answers = false
  const written = new Y.Doc()
  written.getText('draft:x').insert(0, 'x')
  written.getText('draft:x').delete(0, 1)
  const collected = new Uint8Array([1, 1, ...Y.encodeStateVector(written).slice(1, -1), 0, 0, 1, 0]) // one struct, collected, of an id of its own
  raw.connect(personId)
  raw.step2(collected)
  await until('refused', () => raw.closed === 4403)
  expect(rehearsal.room.doc.store.clients.has(written.clientID)).toBe(false)
})

test('a standing that changes in flight: words sent before are taken, words sent after are given back', async () => {
  const { rehearsal, ada, dan: ben } = await evening()
  const device = rehearsal.device().connect(ben)
  await until('in step', () => device.saved === 1)
  const learning = (text: string) => ({ kind: 'learning', text, rank: 0 })
  device.doc.getMap('learnings').set('before', learning('avant'))
  const change = rehearsal.does(ada, { type: 'set-standing', personId: ben, standing: 'observer' })
  device.doc.getMap('learnings').set('meanwhile', learning('entre-temps')) // before it is judged
  await change
  device.doc.getMap('learnings').set('after', learning('après'))
  await until('it is told', () => device.closed === 4403)
  const { doc } = rehearsal.room
  expect([...doc.getMap('learnings').keys()]).toEqual(['before', 'meanwhile'])
  await rehearsal.does(ada, { type: 'set-standing', personId: ben, standing: 'decider' })
  rehearsal.machine += 11_000
  const again = rehearsal.device().connect(ben)
  await until('in step', () => again.saved === 1)
  again.doc.getMap('learnings').set('again', learning('de nouveau'))
  await until('taken', () => again.saved === again.sent)
  expect(doc.getMap('learnings').has('again')).toBe(true)
})
