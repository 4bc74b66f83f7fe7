import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { exceeds, type Effect } from './effects.ts'
import { Stage } from './rehearsal/stage.ts'
import type { Op } from './verdict.ts'

/** What changes on a replica do to the server’s document when nobody inspects them. */
function effectsOf(stage: Stage, ...changes: ((doc: Y.Doc) => void)[]): Effect[] {
  return stage.doc.transact((transaction) => {
    for (const change of changes) {
      const replica = stage.copy()
      change(replica)
      Y.applyUpdate(stage.doc, Y.encodeStateAsUpdate(replica))
    }
    return stage.guard.effects(transaction)
  })
}

const insert: Op = { action: 'insert', path: ['draft:x'] }

describe('effects', () => {
  test.each<[string, (doc: Y.Doc) => void, Op[]]>([
    ['nothing', () => undefined, []],
    ['typing', (doc) => doc.getText('draft:x').insert(0, 'more'), [insert]],
    ['cutting', (doc) => doc.getText('draft:x').delete(0, 1), [{ action: 'remove', path: ['draft:x'] }]],
    ['marking', (doc) => doc.getText('draft:x').format(0, 2, { bold: {} }), [{ action: 'edit', path: ['draft:x'] }]],
    ['a new card', (doc) => doc.getMap('cards').set('new', { text: 'x' }), [{ action: 'create', path: ['cards', 'new'] }]],
    ['another card', (doc) => doc.getMap('cards').set('old', { text: 'x' }), [{ action: 'replace', path: ['cards', 'old'] }]],
    ['no card', (doc) => doc.getMap('cards').delete('old'), [{ action: 'delete', path: ['cards', 'old'] }]],
    ['a fact', (doc) => doc.getMap('facts').set('now', 2), [{ action: 'create', path: ['facts', 'now'] }]],
    ['a root of no name', (doc) => doc.getMap('hidden').set('a', 1), [{ action: 'edit', path: ['hidden'] }]],
    ['a paragraph gone, with all it held', (doc) => doc.getXmlFragment('note:x').delete(0, 1), [{ action: 'remove', path: ['note:x'] }]],
  ])('%s', (_what, change, expected) => {
    const stage = new Stage()
    const ada = stage.copy(11)
    ada.getText('draft:x').insert(0, 'hello')
    ada.getMap('cards').set('old', { text: 'one' })
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('words')])
    ada.getXmlFragment('note:x').insert(0, [paragraph])
    stage.receive(stage.missing(ada))
    expect(effectsOf(stage, change)).toEqual(expected)
  })

  test('a card made and deleted in one tick is nothing, deleted and made again a replacement', () => {
    const stage = new Stage()
    const cards = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('cards')
    expect(
      effectsOf(
        stage,
        (doc) => cards(doc).set('a', { text: 'x' }),
        (doc) => cards(doc).delete('a'),
      ),
    ).toEqual([])
    effectsOf(stage, (doc) => cards(doc).set('a', { text: 'x' }))
    const again = effectsOf(
      stage,
      (doc) => cards(doc).delete('a'),
      (doc) => cards(doc).set('a', { text: 'y' }),
    )
    expect(again).toEqual([{ action: 'replace', path: ['cards', 'a'] }])
    expect(exceeds(again, [{ action: 'replace', path: ['cards', 'a'] }])).toBe(null)
    expect(exceeds(again, [{ action: 'delete', path: ['cards', 'a'] }])).not.toBe(null)
    const both: Op[] = [
      { action: 'delete', path: ['cards', 'a'] },
      { action: 'create', path: ['cards', 'a'] },
    ]
    expect(exceeds(again, both)).toBe(null)
  })
})

describe('what exceeds', () => {
  test('another action, another place, or anything pending', () => {
    expect(exceeds([insert], [insert])).toBe(null)
    expect(exceeds([], [insert])).toBe(null)
    expect(exceeds([insert], [])).toContain('draft:x')
    expect(exceeds([insert], [{ action: 'edit', path: ['draft:x'] }])).toContain('insert')
    expect(exceeds([insert], [{ action: 'insert', path: ['draft:y'] }])).not.toBe(null)
  })

  test('a document that holds what it cannot place', () => {
    const stage = new Stage()
    const replica = new Y.Doc()
    replica.getText('draft:x').insert(0, 'one')
    const before = Y.encodeStateVector(replica)
    replica.getText('draft:x').insert(3, 'two')
    const effects = stage.doc.transact((transaction) => {
      Y.applyUpdate(stage.doc, Y.encodeStateAsUpdate(replica, before))
      return stage.guard.effects(transaction)
    })
    expect(exceeds(effects, [insert])).toContain('pending')
  })
})
