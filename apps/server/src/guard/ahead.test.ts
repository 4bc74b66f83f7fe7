import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { schemaOf, Stage, word, type Standing } from './rehearsal/stage.ts'
import type { Action } from './verdict.ts'
import { WriteGuard } from './write-guard.ts'

describe('ahead', () => {
  /** The server lost what ben wrote; ada, who saw it, comes back first. */
  function lostWords(): { stage: Stage; ada: Y.Doc; ben: Y.Doc } {
    const stage = new Stage()
    stage.guard.claim(11, 'ada')
    stage.guard.claim(22, 'ben')
    const ada = stage.copy(11)
    const ben = stage.copy(22)
    ben.getText('draft:x').insert(0, 'ben was here')
    Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben))
    return { stage, ada, ben }
  }

  test('structs of others are left out with what depends on them, and go in when their owner returns', () => {
    const { stage, ada, ben } = lostWords()
    ada.getMap('cards').set('a', { text: 'mine' })
    ada.getText('draft:x').insert(4, 'really ')
    ada.getMap('cards').set('b', { text: 'after' })
    const verdict = stage.receive(stage.missing(ada), { kind: 'step2' })
    expect(verdict).toMatchObject({ outcome: 'apply', ahead: [22], claims: [] })
    expect(stage.doc.getMap('cards').toJSON()).toEqual({ a: { text: 'mine' } })
    expect(stage.doc.store.pendingStructs).toBe(null)
    expect(word(stage.receive(stage.missing(ben), { principal: 'ben', kind: 'step2' }))).toBe('apply')
    expect(stage.receive(stage.missing(ada), { kind: 'step2' })).toMatchObject({ outcome: 'apply', ahead: [] })
    expect(stage.doc.getText('draft:x').toString()).toBe('ben really was here')
    expect(stage.doc.getMap('cards').size).toBe(2)
  })

  test('what is left out leaves out what depends on it, across the ids of one person', () => {
    const { stage, ada } = lostWords()
    ada.getText('draft:x').insert(4, 'really ')
    const other = new Y.Doc()
    other.clientID = 12
    Y.applyUpdate(other, Y.encodeStateAsUpdate(ada))
    other.getText('draft:y').insert(0, 'apart')
    other.getText('draft:x').insert(6, 'A')
    expect(stage.receive(stage.missing(other), { kind: 'step2' })).toMatchObject({ outcome: 'apply', ahead: [22], claims: [12] })
    expect(stage.doc.getText('draft:y').toString()).toBe('apart')
    expect(stage.doc.getText('draft:x').toString()).toBe('')
  })

  test('[pitfall 7] nothing but structs of others is ahead', () => {
    const { stage, ada } = lostWords()
    expect(stage.receive(stage.missing(ada), { kind: 'step2' })).toEqual({ outcome: 'ahead', clients: [22] })
  })

  test('they are taken when the sender may vouch for them, and stay their owner’s', () => {
    const { stage, ada } = lostWords()
    ada.getText('draft:x').insert(0, 'yes, ')
    const verdict = stage.receive(stage.missing(ada), { kind: 'step2', adopted: new Set([22]) })
    expect(verdict).toMatchObject({ outcome: 'apply', ahead: [], claims: [] })
    expect(stage.doc.getText('draft:x').toString()).toBe('yes, ben was here')
    expect(stage.guard.owner(22)).toBe('ben')
  })

  test('a value whose successor was left out is not deleted meanwhile', () => {
    const stage = new Stage()
    stage.guard.claim(22, 'ben')
    const first = stage.copy(11)
    first.getMap('cards').set('a', { text: 'one' })
    stage.receive(stage.missing(first))
    const ben = stage.copy(22)
    ben.getMap('cards').set('a', { text: 'two' })
    Y.applyUpdate(first, Y.encodeStateAsUpdate(ben))
    expect(stage.receive(stage.missing(first), { kind: 'step2' })).toEqual({ outcome: 'ahead', clients: [22] })
    expect(stage.doc.getMap('cards').get('a')).toEqual({ text: 'one' })
  })

  test('a delete that may belong to what was left out is left out, and the rest goes in', () => {
    const stage = new Stage()
    stage.guard.claim(22, 'ben')
    const ada = stage.copy(11)
    ada.getMap('cards').set('a', { text: 'one' })
    stage.receive(stage.missing(ada))
    const ben = stage.copy(22)
    ben.getMap('cards').set('a', { text: 'two' })
    Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben))
    ada.getMap('cards').set('b', { text: 'mine' })
    expect(stage.receive(stage.missing(ada), { kind: 'step2' })).toMatchObject({ outcome: 'apply', ahead: [22] })
    expect(stage.doc.getMap('cards').toJSON()).toEqual({ a: { text: 'one' }, b: { text: 'mine' } })
  })

  test('an entry that is gone already, over a value that lives, counts as replacing it; the new value comes with its owner', () => {
    const stage = new Stage()
    stage.guard.claim(22, 'ben')
    const ada = stage.copy(11)
    ada.getMap('cards').set('a', { text: 'one' })
    stage.receive(stage.missing(ada))
    ada.getMap('cards').set('a', { text: 'two' })
    const ben = new Y.Doc()
    ben.clientID = 22
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada))
    ben.getMap('cards').set('a', { text: 'three' })
    Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben))
    const schema = { ...schemaOf(), policy: (_standing: Standing, action: Action) => action === 'replace' }
    const strict = new WriteGuard({ doc: stage.doc, schema, owners: stage.guard.owners() })
    const base = { principal: 'ada', standing: 'writer', kind: 'step2', frozen: false, mayHaveLost: true } as const
    expect(word(strict.inspect(stage.missing(ada), { ...base, mayHaveLost: false })), 'nothing was lost: nothing is on its way').toBe(
      'forbidden',
    )
    expect(strict.inspect(stage.missing(ada), base)).toMatchObject({ outcome: 'apply', ahead: [22] })
    expect(stage.receive(stage.missing(ada), base)).toMatchObject({ outcome: 'apply', ahead: [22] })
    expect(word(stage.receive(stage.missing(ben), { principal: 'ben', kind: 'step2' }))).toBe('apply')
    expect(stage.doc.getMap('cards').toJSON()).toEqual({ a: { text: 'three' } })
  })

  test('an id that nobody owns brings no new value: an entry gone beside it is deleted', () => {
    const stage = new Stage()
    const ada = stage.copy(11)
    ada.getMap('cards').set('a', { text: 'one' })
    stage.receive(stage.missing(ada))
    const eve = stage.copy(33)
    eve.getMap('cards').set('a', { text: 'two' })
    eve.getMap('cards').delete('a')
    const other = new Y.Doc()
    other.clientID = 44
    Y.applyUpdate(other, Y.encodeStateAsUpdate(eve))
    other.getText('draft:x').insert(0, 'made up')
    const schema = { ...schemaOf(), policy: (_standing: Standing, action: Action) => action === 'replace' }
    const strict = new WriteGuard({ doc: stage.doc, schema, owners: stage.guard.owners() })
    const base = { principal: 'eve', standing: 'writer', kind: 'step2', frozen: false, mayHaveLost: true, declared: new Set([33]) } as const
    expect(word(strict.inspect(stage.missing(other), base))).toBe('forbidden')
  })

  test('an id the device did not declare is another’s', () => {
    const stage = new Stage()
    const ada = stage.copy(11)
    ada.getText('draft:x').insert(0, 'hello')
    const declared = new Set([12])
    expect(word(stage.receive(stage.missing(ada), { kind: 'step2', declared }))).toBe('ahead')
    expect(word(stage.receive(stage.missing(ada), { declared }))).toBe('foreign-client')
    expect(word(stage.receive(stage.missing(ada), { declared: new Set([11]) }))).toBe('apply')
  })
})
