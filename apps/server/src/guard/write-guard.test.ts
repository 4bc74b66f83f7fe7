import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { schemaOf, Stage, word } from './rehearsal/stage.ts'
import { WriteGuard } from './write-guard.ts'

function paragraph(doc: Y.Doc, root: string, text: string): Y.XmlText {
  const element = new Y.XmlElement('paragraph')
  const inner = new Y.XmlText(text)
  element.insert(0, [inner])
  doc.getXmlFragment(root).insert(0, [element])
  return inner
}

describe('verdicts', () => {
  test('what is new and allowed is applied, with its ops and its claims', () => {
    const stage = new Stage()
    const ada = stage.copy(11)
    ada.getMap('cards').set('a', { text: 'one' })
    ada.getText('draft:x').insert(0, 'hello')
    paragraph(ada, 'note:x', 'deep')
    const verdict = stage.receive(stage.missing(ada), { kind: 'step2' })
    expect(verdict).toMatchObject({ outcome: 'apply', claims: [11], ahead: [], droppedDeletes: 0 })
    expect(verdict.outcome === 'apply' && verdict.ops).toEqual(
      expect.arrayContaining([
        { action: 'create', path: ['cards', 'a'] },
        { action: 'insert', path: ['draft:x'] },
        { action: 'insert', path: ['note:x'] },
      ]),
    )
    expect(stage.doc.getText('draft:x').toString()).toBe('hello')
    expect(stage.doc.getXmlFragment('note:x').toString()).toBe('<paragraph>deep</paragraph>')
    expect(stage.guard.owner(11)).toBe('ada')
  })

  test('what is known already is nothing, whoever sends it', () => {
    const stage = new Stage()
    const ada = stage.copy(11)
    ada.getMap('cards').set('a', { text: 'one' })
    ada.getMap('cards').set('a', { text: 'two' })
    const update = Y.encodeStateAsUpdate(ada)
    expect(word(stage.receive(update))).toBe('apply')
    expect(stage.receive(update)).toEqual({ outcome: 'noop', droppedDeletes: 0 })
    expect(word(stage.receive(update, { principal: 'ben', standing: 'reader', frozen: true }))).toBe('noop')
    expect(word(stage.receive(Uint8Array.of(0, 0)))).toBe('noop')
  })

  test('[pitfall 3] two who make the same entry in one tick: each is judged by what the other left', () => {
    const stage = new Stage()
    stage.guard.claim(11, 'ada')
    stage.guard.claim(22, 'ben')
    const made = (client: number, text: string): Uint8Array => {
      const doc = stage.copy(client)
      doc.getMap('cards').set('one', { text })
      return stage.missing(doc)
    }
    const sender = { standing: 'writer', kind: 'update', frozen: false } as const
    const verdicts = stage.tick([
      { update: made(11, 'de Ada'), sender: { ...sender, principal: 'ada' } },
      { update: made(22, 'de Ben'), sender: { ...sender, principal: 'ben' } },
    ])
    const actions = verdicts.map((verdict) => (verdict.outcome === 'apply' ? verdict.ops.map(({ action }) => action) : verdict.outcome))
    expect(actions).toEqual([['create'], ['replace']])
    expect(stage.doc.getMap('cards').toJSON()).toEqual({ one: { text: 'de Ben' } })
    expect(stage.relayed).toHaveLength(1)
  })

  test('[pitfall 28] a pair of surrogates that somebody cuts reads the same for all, and nothing breaks', () => {
    const stage = new Stage()
    stage.guard.claim(11, 'ada')
    stage.guard.claim(22, 'ben')
    const ada = stage.copy(11)
    ada.getText('draft:a').insert(0, 'un 🐈 et un 🌿')
    stage.receive(stage.missing(ada))
    const ben = stage.copy(22)
    ben.getText('draft:a').delete(4, 1) // half of the cat
    ben.getText('draft:a').insert(4, 'x')
    expect(word(stage.receive(stage.missing(ben), { principal: 'ben', kind: 'step2' }))).toBe('apply')
    const texts = [stage.doc, stage.copy(), stage.copy()].map((doc) => doc.getText('draft:a').toString())
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).toMatch(/^un .x et un 🌿$/u)
    Y.applyUpdate(ada, Y.encodeStateAsUpdate(stage.doc))
    ada.getText('draft:a').insert(0, 'et ')
    expect(word(stage.receive(stage.missing(ada)))).toBe('apply')
    expect(ada.getText('draft:a').toString()).toBe(stage.doc.getText('draft:a').toString())
  })

  test('inspecting has no effect', () => {
    const stage = new Stage()
    const ada = stage.copy(11)
    ada.getText('draft:new').insert(0, 'hello')
    const before = Y.encodeStateAsUpdate(stage.doc)
    stage.guard.inspect(stage.missing(ada), { principal: 'ada', standing: 'writer', kind: 'update', frozen: false })
    expect(Y.encodeStateAsUpdate(stage.doc)).toEqual(before)
    expect([...stage.doc.share.keys()]).toEqual([])
    expect(stage.guard.owner(11)).toBe(null)
  })

  test('an update whose predecessor is missing is a gap, and nothing of it goes in', () => {
    const stage = new Stage()
    const ada = stage.copy(11)
    const text = ada.getText('draft:x')
    text.insert(0, 'one')
    const before = Y.encodeStateVector(ada)
    text.insert(3, ' two')
    expect(stage.receive(Y.encodeStateAsUpdate(ada, before))).toEqual({ outcome: 'gap', client: 11, clock: 3 })
    expect(word(stage.receive(Y.encodeStateAsUpdate(ada)))).toBe('apply')
  })

  test('a delete of what the document does not have is a gap', () => {
    const stage = new Stage()
    const ada = stage.copy(11)
    ada.getText('draft:x').insert(0, 'one')
    const ben = new Y.Doc()
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada))
    let deletion: Uint8Array = Uint8Array.of()
    ben.on('update', (update: Uint8Array) => (deletion = update))
    ben.getText('draft:x').delete(0, 1)
    expect(stage.receive(deletion, { principal: 'ben' })).toEqual({ outcome: 'gap', client: 11, clock: 0 })
    expect(stage.doc.store.pendingDs).toBe(null)
  })

  test('[pitfall 23] words for a root that is not confirmed yet wait', () => {
    const unknown = new Set(['note:new'])
    const stage = new Stage({ unknown })
    const ada = stage.copy(11)
    paragraph(ada, 'note:new', 'early')
    expect(stage.receive(stage.missing(ada))).toEqual({ outcome: 'wait', roots: ['note:new'] })
    unknown.clear()
    expect(word(stage.receive(stage.missing(ada)))).toBe('apply')
  })

  test('frozen refuses what is new, and leaves out tidying', () => {
    const stage = new Stage()
    const ada = stage.copy(11)
    ada.getText('draft:x').insert(0, 'one')
    expect(word(stage.receive(stage.missing(ada), { frozen: true }))).toBe('frozen')
    expect(word(stage.receive(stage.missing(ada)))).toBe('apply')
    ada.getText('draft:x').delete(0, 1)
    expect(word(stage.receive(stage.missing(ada), { frozen: true }))).toBe('frozen')
  })
})

describe('owners', () => {
  test('[pitfall 5] an id belongs to the person, not to the connection, and outlives a restart', () => {
    const stage = new Stage()
    const ada = stage.copy(11)
    ada.getText('draft:x').insert(0, 'hello')
    stage.receive(stage.missing(ada))
    const again = new WriteGuard({ doc: stage.doc, schema: schemaOf(), owners: stage.guard.owners() })
    ada.getText('draft:x').insert(0, 'well, ')
    const update = stage.missing(ada)
    const base = { standing: 'writer', kind: 'update', frozen: false } as const
    expect(word(again.inspect(update, { ...base, principal: 'eve' }))).toBe('foreign-client')
    expect(word(again.inspect(update, { ...base, principal: 'ada' }))).toBe('apply')
    expect(again.claim(11, 'eve')).toBe(false)
    expect(again.claim(11, 'ada')).toBe(true)
    expect(again.claim(stage.doc.clientID, 'ada')).toBe(false)
  })

  test('an id with known structs and no owner is nobody’s to claim by using it', () => {
    const stage = new Stage()
    stage.doc.getMap('facts').set('now', 1)
    const eve = stage.copy(stage.doc.clientID)
    eve.getText('draft:x').insert(0, 'as the server')
    expect(word(stage.receive(stage.missing(eve), { principal: 'eve' }))).toBe('foreign-client')
  })

  test('a person owns a bounded number of ids', () => {
    const stage = new Stage({ limits: { clientsPerPrincipal: 2 } })
    for (const client of [1, 2, 3]) {
      const ada = stage.copy(client)
      ada.getText('draft:x').insert(0, 'x')
      expect(word(stage.receive(stage.missing(ada)))).toBe(client === 3 ? 'limit' : 'apply')
    }
    expect(stage.guard.claim(4, 'ada')).toBe(false)
  })
})
