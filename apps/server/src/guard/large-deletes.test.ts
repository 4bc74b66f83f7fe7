import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { schemaOf, type Standing } from './rehearsal/stage.ts'
import type { Context } from './context.ts'
import { WriteGuard } from './write-guard.ts'

const COUNT = 12_000

/** A text of so many structs of one letter, and the update that deletes all of them and one word beside. */
function crowded() {
  const [client, doc] = [new Y.Doc(), new Y.Doc()]
  const text = client.getText('draft:0')
  client.transact(() => {
    for (let at = 0; at < COUNT; at++) text.insert(0, 'x')
  })
  client.getText('draft:1').insert(0, 'un mot')
  const guard = new WriteGuard<Standing>({ doc, schema: schemaOf() })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(client))
  guard.claim(client.clientID, 'ada')
  client.transact(() => {
    text.delete(0, COUNT)
    client.getText('draft:1').delete(1, 3)
  })
  return { guard, doc, update: Y.encodeStateAsUpdate(client, Y.encodeStateVector(doc)) }
}

const by = (standing: Standing, more: Partial<Context<Standing>> = {}): Context<Standing> => ({
  principal: 'ada',
  standing,
  kind: 'update',
  frozen: false,
  ...more,
})

test('each of many structs that are deleted counts as work and as a delete left out, though they are judged in a row', () => {
  const { guard, doc, update } = crowded()
  const meter = { cuts: 0, deletes: 0, steps: 0 }
  expect(guard.inspect(update, by('writer', { meter }))).toMatchObject({
    outcome: 'apply',
    ops: [
      { action: 'remove', path: ['draft:0'] },
      { action: 'remove', path: ['draft:1'] },
    ],
    droppedDeletes: 0,
  })
  expect(meter).toEqual({ cuts: 2, deletes: COUNT + 1, steps: 0 })
  expect(guard.inspect(update, by('reader'))).toMatchObject({ outcome: 'refuse', code: 'forbidden' })
  expect(guard.inspect(update, by('reader', { kind: 'step2' }))).toEqual({ outcome: 'noop', droppedDeletes: COUNT + 1 })
  const verdict = guard.inspect(update, by('writer'))
  if (verdict.outcome === 'apply') guard.apply(verdict)
  expect([doc.getText('draft:0').length, doc.getText('draft:1').toString()]).toEqual([0, 'uot'])
})
