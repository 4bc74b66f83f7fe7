import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { schemaOf, Stage, word, type Standing } from './rehearsal/stage.ts'
import type { Action } from './verdict.ts'
import { WriteGuard } from './write-guard.ts'

describe('actions', () => {
  /** Somebody who may do only some things. */
  function allowing(stage: Stage, ...actions: Action[]): WriteGuard<Standing> {
    const schema = { ...schemaOf(), policy: (_standing: Standing, action: Action) => actions.includes(action) }
    return new WriteGuard({ doc: stage.doc, schema, owners: stage.guard.owners() })
  }
  const ben = { principal: 'ben', standing: 'writer', kind: 'update', frozen: false } as const

  test('[pitfall 11] what goes with its container needs no leave of its own', () => {
    const stage = new Stage()
    const ada = stage.copy(11)
    const heading = new Y.XmlElement('heading')
    ada.getXmlFragment('note:x').insert(0, [heading])
    heading.setAttribute('level', 1 as unknown as string)
    const text = new Y.XmlText('title')
    heading.insert(0, [text])
    text.format(0, 3, { bold: {} })
    stage.receive(stage.missing(ada))
    const other = stage.copy(22)
    other.getXmlFragment('note:x').delete(0, 1)
    const verdict = allowing(stage, 'remove').inspect(stage.missing(other), ben)
    expect(verdict).toMatchObject({ outcome: 'apply', ops: [{ action: 'remove', path: ['note:x'] }], droppedDeletes: 0 })
    expect(word(allowing(stage, 'edit', 'insert').inspect(stage.missing(other), ben))).toBe('forbidden')
  })

  test.each<[Action, (cards: Y.Map<unknown>) => void]>([
    ['create', (cards) => cards.set('new', { text: 'x' })],
    ['replace', (cards) => cards.set('old', { text: 'x' })],
    ['replace', (cards) => (cards.delete('old'), cards.set('old', { text: 'x' }), cards.set('old', { text: 'y' }))],
    ['delete', (cards) => cards.delete('old')],
    ['delete', (cards) => (cards.set('old', { text: 'x' }), cards.delete('old'))],
    ['create', (cards) => (cards.set('new', { text: 'x' }), cards.delete('new'))],
  ])('%s is what a key goes through on the whole', (action, change) => {
    const stage = new Stage()
    const ada = stage.copy(11)
    ada.getMap('cards').set('old', { text: 'one' })
    stage.receive(stage.missing(ada))
    for (const gc of [true, false]) {
      const other = new Y.Doc({ gc })
      Y.applyUpdate(other, Y.encodeStateAsUpdate(stage.doc))
      change(other.getMap('cards'))
      expect(allowing(stage, action).inspect(stage.missing(other), ben)).toMatchObject({ outcome: 'apply', ops: [{ action }] })
      const others = (['create', 'replace', 'delete'] as const).filter((one) => one !== action)
      expect(others.map((one) => word(allowing(stage, one).inspect(stage.missing(other), ben)))).toEqual(['forbidden', 'forbidden'])
    }
  })

  test('what one adds and takes back before anyone sees it needs leave to add', () => {
    const stage = new Stage()
    const other = new Y.Doc({ gc: false })
    other.getText('draft:x').insert(0, 'hello')
    other.getText('draft:x').delete(1, 3)
    expect(allowing(stage, 'insert').inspect(stage.missing(other), ben)).toMatchObject({ outcome: 'apply', ops: [{ action: 'insert' }] })
  })

  test.each<[Action, (text: Y.Text) => void]>([
    ['insert', (text) => text.insert(1, 'x')],
    ['remove', (text) => text.delete(1, 1)],
    ['edit', (text) => text.format(0, 2, { italic: {} })],
    ['edit', (text) => text.format(0, 2, { bold: null })],
  ])('%s in a text', (action, change) => {
    const stage = new Stage()
    const ada = stage.copy(11)
    ada.getText('draft:x').insert(0, 'hello', { bold: {} })
    stage.receive(stage.missing(ada))
    const other = stage.copy(22)
    change(other.getText('draft:x'))
    expect(allowing(stage, action).inspect(stage.missing(other), ben)).toMatchObject({
      outcome: 'apply',
      ops: [{ action, path: ['draft:x'] }],
    })
    expect(word(allowing(stage).inspect(stage.missing(other), ben))).toMatch(/forbidden|noop/)
  })
})

describe('readers', () => {
  test('a reader writes nothing', () => {
    const stage = new Stage()
    const ada = stage.copy(11)
    ada.getText('draft:x').insert(0, 'hello')
    stage.receive(stage.missing(ada))
    const eve = stage.copy(33)
    eve.getText('draft:x').delete(0, 1)
    expect(word(stage.receive(stage.missing(eve), { principal: 'eve', standing: 'reader' }))).toBe('forbidden')
    expect(stage.receive(stage.missing(eve), { principal: 'eve', standing: 'reader', kind: 'step2' })).toEqual({
      outcome: 'noop',
      droppedDeletes: 1,
    })
    eve.getMap('cards').set('a', { text: 'no' })
    expect(word(stage.receive(stage.missing(eve), { principal: 'eve', standing: 'reader' }))).toBe('forbidden')
  })

  test('[pitfall 21] a reader’s tidying passes when nobody sees a difference, and is left out otherwise', () => {
    const stage = new Stage()
    const ada = stage.copy(11)
    ada.getText('draft:x').insert(0, 'hello', { bold: {} })
    stage.receive(stage.missing(ada))
    const ben = stage.copy(22)
    // Two people make the same word italic at once: one pair of markers is redundant.
    ben.getText('draft:x').format(0, 5, { italic: {} })
    ada.getText('draft:x').format(0, 5, { italic: {} })
    stage.receive(stage.missing(ada))
    stage.receive(stage.missing(ben), { principal: 'ben' })
    const eve = stage.copy(33)
    expect(Y.cleanupYTextFormatting(eve.getText('draft:x'))).toBeGreaterThan(0)
    const reader = { principal: 'eve', standing: 'reader' } as const
    expect(stage.receive(stage.missing(eve), { principal: 'ben', frozen: true })).toEqual({ outcome: 'noop', droppedDeletes: 0 })
    expect(stage.receive(stage.missing(eve), { ...reader, frozen: true })).toEqual({ outcome: 'noop', droppedDeletes: 0 })
    expect(stage.receive(stage.missing(eve), reader)).toMatchObject({ outcome: 'apply', droppedDeletes: 0 })

    const mallory = stage.copy(44)
    for (const item of markersOf(mallory.getText('draft:x'))) mallory.transact((transaction) => item.delete(transaction))
    expect(stage.receive(stage.missing(mallory), { ...reader, principal: 'mallory' })).toMatchObject({ outcome: 'noop' })
    expect(stage.receive(stage.missing(mallory), reader)).not.toMatchObject({ droppedDeletes: 0 })
    expect(stage.doc.getText('draft:x').toDelta()).toEqual([{ insert: 'hello', attributes: { bold: {}, italic: {} } }])
  })
})

function markersOf(text: Y.Text): Y.Item[] {
  const markers: Y.Item[] = []
  for (const structs of text.doc?.store.clients.values() ?? []) {
    for (const struct of structs)
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentFormat && !struct.deleted) markers.push(struct)
  }
  return markers
}
