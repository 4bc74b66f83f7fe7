import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Rehearsal } from './test/rehearsal.ts'
import { until } from './test/until.ts'

const learning = (text: string) => ({ kind: 'learning', text, rank: 1 })

/** Ben's device, which holds words of Ada's that the server lost; hers are gone with them, or on the device that `author` is. */
async function lostWords(standing: 'decider' | 'observer' = 'decider') {
  const rehearsal = await Rehearsal.start()
  const [ada, ben] = [await rehearsal.join('Ada', { host: true }), await rehearsal.join('Ben', { standing })]
  const author = rehearsal.device().connect(ada)
  await until('in step', () => author.saved === 1)
  author.doc.getMap('learnings').set('a', learning('d’Ada'))
  await until('saved', () => author.saved === author.sent)
  author.closed = 1006
  author.doc.getMap('learnings').set('b', learning('perdu par le serveur'))
  await rehearsal.restart()
  const witness = rehearsal.device()
  witness.adopt(author.doc)
  witness.connect(ben)
  await until('it is left out', () => (witness.connection?.aheadOf.size ?? 0) === 1)
  return { rehearsal, ada, author, witness }
}

test('what only others still hold after a crash is left out, asked for again when its author is back, and adopted when they do not come', async () => {
  const { rehearsal, witness } = await lostWords()
  expect(witness.closed).toBeNull()
  expect(rehearsal.room.doc.getMap('learnings').has('b')).toBe(false)
  expect(witness.saved).toBe(0)
  rehearsal.machine += 61_000
  rehearsal.room.sweep()
  await until('it is adopted', () => witness.saved === witness.sent)
  expect(rehearsal.room.doc.getMap('learnings').get('b')).toEqual(learning('perdu par le serveur'))
  expect(rehearsal.lines.join('')).toContain('words adopted whose owner did not come back')
})

test('what others brought while its author was away is nobody’s: the author’s device, which may hold other words under the same numbers, starts afresh', async () => {
  const { rehearsal, ada, author, witness } = await lostWords()
  rehearsal.machine += 61_000
  rehearsal.room.sweep()
  await until('it is adopted', () => witness.saved === witness.sent)
  await rehearsal.room.settled()
  await rehearsal.restart() // and stays so
  const back = rehearsal.device()
  back.adopt(author.doc)
  back.doc.getMap('learnings').set('c', learning('écrit au loin'))
  back.connect(ada)
  back.hello([author.doc.clientID])
  expect([back.closed, back.messages.at(-1), back.saved]).toEqual([4409, { reset: 'adopted' }, 0])
  const fresh = rehearsal.device().connect(ada)
  fresh.hello([fresh.doc.clientID])
  await until('in step', () => fresh.saved === 1)
  expect(fresh.doc.getMap('learnings').get('b')).toEqual(learning('perdu par le serveur'))
})

test('what a device may bring of somebody who is away it may bring in a SyncStep2 alone, and not once they are here', async () => {
  const { rehearsal, ada, witness } = await lostWords()
  witness.answers = false
  rehearsal.machine += 61_000
  rehearsal.room.sweep()
  expect(rehearsal.lines.join('')).toContain('words adopted whose owner did not come back')
  const back = rehearsal.device().connect(ada)
  witness.step2()
  await until('it is left out', () => (witness.connection?.aheadOf.size ?? 0) === 1)
  back.hangUp()
  witness.update(Y.encodeStateAsUpdate(witness.doc, Y.encodeStateVector(rehearsal.room.doc)))
  await until('it is refused', () => witness.closed === 4403)
  expect([...rehearsal.room.doc.getMap('learnings').keys()]).toEqual(['a'])
})

test('words that go on from what was left out are held until that is back, however many: each was a gap, and the fourth gave the document up', async () => {
  const { rehearsal, ada, author, witness } = await lostWords()
  const asked = witness.asked
  for (let word = 0; word < 6; word++) witness.doc.getMap('learnings').set('b', learning(`suite ${word}`)) // behind the lost value of that key
  witness.doc.getMap('learnings').set('c', learning('à part'))
  await rehearsal.room.settled()
  expect([witness.closed, witness.asked - asked, witness.saved]).toEqual([null, 0, 0])
  const back = rehearsal.device()
  back.adopt(author.doc)
  back.connect(ada)
  await until('all of it is there', () => witness.saved === witness.sent && back.saved === back.sent)
  expect(rehearsal.room.doc.getMap('learnings').toJSON()).toMatchObject({ b: learning('suite 5'), c: learning('à part') })
})

test('what goes on from words that nobody brings is given back after two minutes', async () => {
  const { rehearsal, ada, witness } = await lostWords()
  const back = rehearsal.device().connect(ada)
  witness.doc.getMap('learnings').set('b', learning('suite'))
  await until('it rests', () => typeof witness.connection?.restsSince === 'number')
  rehearsal.machine += 119_000
  rehearsal.room.sweep()
  expect(witness.closed).toBeNull()
  rehearsal.machine += 2_000
  rehearsal.room.sweep()
  expect([witness.closed, witness.messages.at(-1), back.closed]).toEqual([4409, { reset: 'gap' }, null])
})

test('an observer who holds what was lost is not refused for it: they may not bring it, and start afresh if nobody does', async () => {
  const { rehearsal, witness } = await lostWords('observer')
  rehearsal.machine += 61_000
  rehearsal.room.sweep()
  await rehearsal.room.settled()
  for (let turn = 0; turn < 20; turn++) await new Promise((resume) => setImmediate(resume)) // what is asked for is answered a turn later
  await rehearsal.room.settled()
  expect(witness.closed).toBeNull()
  rehearsal.machine += 121_000
  rehearsal.room.sweep()
  expect([witness.closed, witness.messages.at(-1)]).toEqual([4409, { reset: 'gap' }])
})
