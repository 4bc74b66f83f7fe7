import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { characters, deleted, forge, forgeOne, gc, id, mark, skip, type, values } from './rehearsal/forge.ts'
import { view } from './rehearsal/oracle.ts'
import { AT, BEN, EVE, SERVER, byEve, deleting, Target } from './rehearsal/target.ts'

let target: Target

beforeEach(() => {
  target = new Target()
})

describe('names', () => {
  test('the next clock of somebody else is not to be squatted', () => {
    const next = Y.getState(target.stage.doc.store, BEN)
    expect(target.send(forgeOne(BEN, next, { ...characters('x'), origin: id(BEN, 4) }))).toBe('foreign-client')
    expect(target.send(forgeOne(BEN, next, { ...characters('x'), origin: id(BEN, 4) }), 'writer', 'step2')).toBe('ahead')
    expect(target.send(forgeOne(BEN, next, gc(2 ** 30)))).toBe('foreign-client')
  })

  test('nor the server’s, old or present', () => {
    expect(target.send(forgeOne(SERVER, 1, { ...values(2), origin: id(SERVER, 0) }))).toBe('foreign-client')
    target.stage.doc.clientID = 6000
    expect(target.send(forgeOne(6000, 0, { ...characters('x'), root: 'draft:0' }))).toBe('foreign-client')
    expect(target.send(forgeOne(SERVER, 1, { ...values(2), origin: id(SERVER, 0) }))).toBe('foreign-client')
  })

  test('[pitfall 1] known structs sent with other contents change nothing', () => {
    expect(target.send(forgeOne(BEN, 0, { ...characters('HELLO'), root: 'draft:0' }))).toBe('noop')
    expect(target.send(forgeOne(BEN, 0, { ...characters('HELLO'), root: 'no such root' }))).toBe('noop')
    expect(target.send(forgeOne(BEN, 0, { ...characters('HELLO'), origin: id(99, 7) }))).toBe('noop')
    expect(target.stage.doc.getText('draft:0').toString()).toBe('hello')
  })
})

describe('roots', () => {
  test.each(['other', 'note:', 'NOTE:0', 'cards2', '__proto__', 'constructor', ''])('%j is no root', (root) => {
    expect(target.send(byEve({ ...characters('x'), root }))).toBe('unknown-root')
  })

  test('[pitfall 10] only the server writes its own', () => {
    expect(target.send(byEve({ ...values(2), root: 'facts', key: 'now' }))).toBe('forbidden')
    expect(target.send(byEve({ ...values(2), origin: id(SERVER, 0) }))).toBe('forbidden')
    expect(target.send(byEve({ ...deleted(1), origin: id(SERVER, 0) }))).toBe('forbidden')
    expect(target.send(deleting(SERVER, 0, 1))).toBe('forbidden')
    expect(target.send(deleting(SERVER, 0, 1), 'writer', 'step2')).toBe('noop')
    expect(target.stage.doc.getMap('facts').get('now')).toBe(1)
  })
})

describe('what a reader may not do', () => {
  test.each<[string, () => Uint8Array]>([
    ['type', () => byEve({ ...characters('x'), origin: id(BEN, 4) })],
    ['type before everything', () => byEve({ ...characters('x'), rightOrigin: id(BEN, 0) })],
    ['type into a note', () => byEve({ ...characters('x'), origin: id(BEN, AT.words) })],
    ['type with a parent by id', () => byEve({ ...characters('x'), parent: id(BEN, AT.text) })],
    ['set a new card', () => byEve({ ...values({ text: 'x' }), root: 'cards', key: 'c1' })],
    ['set a card by its last value', () => byEve({ ...values({ text: 'x' }), origin: id(BEN, AT.card) })],
    ['lose a card by an entry that is gone already', () => byEve({ ...deleted(1), origin: id(BEN, AT.card) })],
    ['create and delete over a card', () => deleting(EVE, 0, 1, { ...values({ text: 'x' }), origin: id(BEN, AT.card) })],
    ['lose against a card', () => byEve({ ...values({ text: 'x' }), root: 'cards', key: 'c0' })],
    ['leave a tombstone in a text', () => byEve({ ...deleted(3), origin: id(BEN, 2) })],
    ['delete text', () => deleting(BEN, 0, 2)],
    ['delete a card', () => deleting(BEN, AT.card, 1)],
    ['delete a paragraph', () => deleting(BEN, AT.paragraph, 1)],
    ['delete all there is', () => deleting(BEN, 0, 13)],
    ['mark', () => byEve({ ...mark('bold', '{}'), origin: id(BEN, 2) })],
    ['set an attribute', () => byEve({ ...values(2), parent: id(BEN, AT.heading), key: 'level' })],
  ])('%s', (what, update) => {
    const shown = target.shown
    expect(target.send(update(), 'reader', 'update')).toBe('forbidden')
    // Deletes of a SyncStep2 need not be the sender's own: they are left out.
    expect(target.send(update(), 'reader', 'step2')).toBe(what.startsWith('delete') ? 'noop' : 'forbidden')
    expect(target.shown).toEqual(shown)
  })

  test('what somebody sends into the void shows nothing; a reader brings not even that', () => {
    const shown = target.shown
    expect(target.send(byEve(gc(5)), 'reader')).toBe('forbidden')
    expect(target.send(byEve(gc(5)))).toBe('apply')
    expect(target.shown).toEqual(shown)
  })
})

describe('places', () => {
  test('neighbours in different places', () => {
    expect(target.send(byEve({ ...characters('x'), origin: id(BEN, 0), rightOrigin: id(BEN, AT.words) }))).toBe('bad-parent')
    expect(target.send(byEve({ ...values({ text: 'x' }), origin: id(BEN, AT.card), rightOrigin: id(BEN, 0) }))).toBe('bad-parent')
  })

  test('a parent that is no type', () => {
    expect(target.send(byEve({ ...characters('x'), parent: id(BEN, 0) }))).toBe('bad-parent')
    expect(target.send(byEve({ ...characters('x'), parent: id(BEN, AT.card) }))).toBe('bad-parent')
  })

  test('[pitfall 30] neighbours the wrong way round (an undo of stock Yjs, yjs/yjs#794), or overlapping', () => {
    expect(target.send(byEve({ ...characters('x'), origin: id(BEN, 3), rightOrigin: id(BEN, 1) }))).toBe('conflicting-struct')
    expect(target.send(byEve({ ...characters('x'), origin: id(BEN, 2), rightOrigin: id(BEN, 2) }))).toBe('conflicting-struct')
    target.stage.receive(byEve({ ...characters('mid'), origin: id(BEN, 1), rightOrigin: id(BEN, 2) }), { principal: 'eve' })
    expect(target.send(forgeOne(EVE, 3, { ...characters('x'), origin: id(BEN, 3), rightOrigin: id(EVE, 1) }))).toBe('conflicting-struct')
  })

  test('one neighbour collected, the other not', () => {
    expect(target.send(deleting(BEN, AT.paragraph, 1))).toBe('apply')
    expect(target.send(byEve({ ...characters('x'), origin: id(BEN, AT.words), rightOrigin: id(BEN, 0) }))).toBe('bad-parent')
    expect(target.send(byEve({ ...characters('x'), origin: id(BEN, 0), rightOrigin: id(BEN, AT.words) }))).toBe('bad-parent')
  })

  test('one neighbour collected by its author, the other deleted in this very tick: nowhere, and no offence', () => {
    const { stage } = target
    const ben = stage.copy(BEN)
    const eve = stage.copy(EVE)
    const word = (doc: Y.Doc): Y.XmlText => (doc.getXmlFragment('note:0').get(0) as Y.XmlElement).get(0) as Y.XmlText
    word(ben).insert(2, 'new')
    Y.applyUpdate(eve, Y.encodeStateAsUpdate(ben))
    word(eve).insert(2, 'x') // between what the server has and what it will get
    ben.getXmlFragment('note:0').delete(0, 1)
    const sender = { standing: 'writer', kind: 'step2', frozen: false } as const
    const verdicts = stage.tick([
      { update: stage.missing(ben), sender: { ...sender, principal: 'ben' } },
      { update: stage.missing(eve), sender: { ...sender, principal: 'eve' } },
    ])
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['apply', 'apply'])
    expect(target.shown).toEqual(view(stage.copy()))
    expect(stage.doc.getXmlFragment('note:0')).toHaveLength(1)
  })

  test('words into what was deleted meanwhile end up nowhere', () => {
    expect(target.send(deleting(BEN, AT.paragraph, 1))).toBe('apply')
    expect(target.send(byEve({ ...characters('late'), origin: id(BEN, AT.words + 3) }, { ...characters('r'), origin: id(EVE, 3) }))).toBe(
      'apply',
    )
    expect(target.send(forgeOne(EVE, 5, { ...type(6), parent: id(BEN, AT.paragraph) }, { ...characters('x'), parent: id(EVE, 5) }))).toBe(
      'apply',
    )
    expect(JSON.stringify(target.shown)).not.toContain('late')
  })

  test('a mark that is not JSON is refused even where it would end up nowhere: Yjs parses it before it looks where', () => {
    expect(target.send(deleting(BEN, AT.paragraph, 1))).toBe('apply')
    expect(target.send(byEve({ ...mark('bold', '<}'), origin: id(BEN, AT.words + 3) }))).toBe('malformed')
    expect(target.send(byEve({ ...mark('bold', '{}'), origin: id(BEN, AT.words + 3) }))).toBe('apply')
  })

  test('[pitfall 13] the rest of a known struct hangs on its beginning, whatever parent it names', () => {
    expect(target.send(byEve({ ...characters('abc'), origin: id(BEN, 4) }))).toBe('apply')
    expect(target.send(forgeOne(EVE, 0, { ...characters('abcdef'), root: 'draft:1' }))).toBe('apply')
    expect(target.stage.doc.getText('draft:0').toString()).toBe('helloabcdef')
    expect(target.send(forgeOne(EVE, 3, { ...characters('def\u{1f408}'), parent: id(BEN, AT.text) }))).toBe('apply')
    expect(target.stage.doc.getText('draft:0').toString()).toBe('helloabcdef\u{1f408}')
  })
})

describe('order', () => {
  test('[pitfall 14] own future, oneself, and each other', () => {
    expect(target.send(byEve({ ...characters('x'), origin: id(EVE, 0) }))).toBe('malformed')
    expect(target.send(byEve({ ...characters('x'), origin: id(EVE, 5) }, { ...characters('yyyyyy'), root: 'draft:0' }))).toBe('malformed')
    const circle = forge({
      sections: [
        { client: EVE, clock: 0, structs: [{ ...characters('x'), origin: id(34, 0) }] },
        { client: 34, clock: 0, structs: [{ ...characters('x'), origin: id(EVE, 0) }] },
      ],
      deletes: [],
    })
    expect(target.send(circle)).toBe('malformed')
    expect(target.send(circle, 'writer', 'step2')).toBe('malformed')
  })

  test('holes', () => {
    expect(target.send(forgeOne(EVE, 3, { ...characters('x'), root: 'draft:0' }))).toBe('gap')
    expect(target.send(byEve({ ...characters('x'), root: 'draft:0' }, skip(2), { ...characters('y'), root: 'draft:0' }))).toBe('gap')
    expect(target.send(byEve({ ...characters('x'), origin: id(77, 3) }))).toBe('gap')
    expect(target.send(byEve({ ...characters('x'), parent: id(BEN, 500) }))).toBe('gap')
  })

  test('a skip over what is known is what a replica with gaps of its own sends', () => {
    expect(target.send(byEve({ ...characters('abc'), root: 'draft:1' }))).toBe('apply')
    expect(target.send(byEve(skip(3), { ...characters('d'), origin: id(EVE, 2) }))).toBe('apply')
  })

  test('ids that point into one another across clients go in in the order of the applier', () => {
    const update = forge({
      sections: [
        {
          client: 34,
          clock: 0,
          structs: [
            { ...characters('b'), origin: id(EVE, 0) },
            { ...characters('d'), origin: id(EVE, 1) },
          ],
        },
        {
          client: EVE,
          clock: 0,
          structs: [
            { ...characters('a'), root: 'draft:1' },
            { ...characters('c'), origin: id(34, 0) },
          ],
        },
      ],
      deletes: [],
    })
    expect(target.send(update)).toBe('apply')
    expect(target.stage.doc.getText('draft:1').toString()).toBe('abcd')
  })
})
