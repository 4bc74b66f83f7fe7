import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Rehearsal } from './test/rehearsal.ts'
import { until } from './test/until.ts'
import { strangeFrame } from './test/device.ts'

const learning = (text: string) => ({ kind: 'learning', text, rank: 1 })

async function three() {
  const rehearsal = await Rehearsal.start()
  const [ada, ben, mai] = [
    await rehearsal.join('Ada', { host: true }),
    await rehearsal.join('Ben'),
    await rehearsal.join('Maï', { standing: 'observer' }),
  ]
  return { rehearsal, ada, ben, mai }
}

describe('words', () => {
  test('what one writes, the others read, and the author hears that it is saved', async () => {
    const { rehearsal, ada, ben } = await three()
    const one = rehearsal.device().connect(ada)
    const two = rehearsal.device().connect(ben)
    await until('both are in step', () => one.saved === 1 && two.saved === 1)
    one.doc.getMap('learnings').set('a', learning('Bonjour'))
    await until('it is saved', () => one.saved === one.sent)
    expect(two.doc.getMap('learnings').get('a')).toEqual(learning('Bonjour'))
    expect(rehearsal.room.doc.store.pendingStructs).toBeNull()
  })

  test('keystrokes of one tick leave in one frame and one write for each socket', async () => {
    const { rehearsal, ada, ben } = await three()
    const one = rehearsal.device().connect(ada)
    const two = rehearsal.device().connect(ben)
    await until('both are in step', () => one.saved === 1 && two.saved === 1)
    const before = two.writes
    for (let key = 0; key < 40; key++) one.doc.getMap('learnings').set(`k${key}`, learning(`n° ${key}`))
    await until('all are saved', () => one.saved === one.sent)
    expect(two.doc.getMap('learnings').size).toBe(40)
    expect(two.writes - before).toBe(1)
  })

  test('[pitfall 2] an update before the SyncStep2 is ignored, and counts with it', async () => {
    const { rehearsal, ada } = await three()
    const one = rehearsal.device()
    one.answers = false
    one.connect(ada)
    one.doc.getMap('learnings').set('a', learning('trop tôt'))
    await until('it was asked to sync', () => one.asked === 1)
    expect(rehearsal.room.doc.getMap('learnings').size).toBe(0)
    expect(one.saved).toBe(0)
    one.step2()
    await until('both messages count', () => one.saved === 2)
    expect(rehearsal.room.doc.getMap('learnings').size).toBe(1)
  })

  test('an observer’s words are refused with 4403, and nothing of them remains', async () => {
    const { rehearsal, ada, mai } = await three()
    const one = rehearsal.device().connect(ada)
    const reader = rehearsal.device().connect(mai)
    await until('both are in step', () => one.saved === 1 && reader.saved === 1)
    const before = Y.encodeStateVector(rehearsal.room.doc)
    reader.doc.getMap('learnings').set('x', learning('interdit'))
    await until('refused', () => reader.closed === 4403)
    expect(reader.messages.at(-1)).toMatchObject({ refused: { code: 'forbidden' } })
    expect(Y.encodeStateVector(rehearsal.room.doc)).toEqual(before)
    expect(one.received('interdit')).toBe(false)
    expect(reader.saved).toBe(1)
    expect(rehearsal.lines.join('')).not.toContain('interdit')
  })

  test('no client writes a fact, not even the host', async () => {
    const { rehearsal, ada } = await three()
    const one = rehearsal.device().connect(ada)
    await until('in step', () => one.saved === 1)
    one.doc.getMap('board').set('meeting', { ...rehearsal.room.board.meeting, status: 'sealed' })
    await until('refused', () => one.closed === 4403)
    expect(rehearsal.room.board.meeting.status).toBe('scheduled')
    expect(rehearsal.room.doc.getMap('board').get('meeting')).toMatchObject({ status: 'scheduled' })
  })

  test('[pitfall 26] refused again and again, a person is held off', async () => {
    const { rehearsal, mai } = await three()
    for (let time = 0; time < 3; time++) {
      const reader = rehearsal.device().connect(mai)
      await until('in step', () => reader.saved === 1)
      reader.doc.getMap('learnings').set('x', learning('non'))
      await until('refused', () => reader.closed === 4403)
    }
    expect(rehearsal.device().connect(mai).closed).toBe(4529)
    rehearsal.machine += 11_000
    expect(rehearsal.device().connect(mai).closed).toBeNull()
  })

  test('[pitfall 6] nobody writes under an id that another was seen with', async () => {
    const { rehearsal, ada, ben } = await three()
    const one = rehearsal.device().connect(ada)
    const two = rehearsal.device().connect(ben)
    await until('both are in step', () => one.saved === 1 && two.saved === 1)
    one.appear({ user: { name: 'Ada' } })
    await until('seen', () => two.presence.some(({ clientId }) => clientId === one.doc.clientID))
    const forged = new Y.Doc()
    forged.clientID = one.doc.clientID
    forged.getMap('learnings').set('x', learning('au nom d’Ada'))
    two.update(Y.encodeStateAsUpdate(forged))
    await until('refused', () => two.closed === 4403)
    one.doc.getMap('learnings').set('a', learning('de moi'))
    await until('hers arrive', () => one.saved === one.sent)
    expect(rehearsal.room.doc.getMap('learnings').toJSON()).toEqual({ a: learning('de moi') })
  })

  test('whose an id is that was only seen is synced before the first word under it is relayed', async () => {
    let held = Promise.resolve()
    const rehearsal = await Rehearsal.start({}, { sync: () => held })
    const [ada, ben] = [await rehearsal.join('Ada', { host: true }), await rehearsal.join('Ben')]
    const [one, two] = [rehearsal.device().connect(ada), rehearsal.device().connect(ben)]
    await until('both are in step', () => one.saved === 1 && two.saved === 1)
    await rehearsal.room.settled()
    const { promise, resolve } = Promise.withResolvers<void>()
    held = promise
    one.appear({ user: { name: 'Ada' } })
    await until('seen', () => two.presence.some(({ clientId }) => clientId === one.doc.clientID))
    one.doc.getMap('learnings').set('a', learning('de moi'))
    await until('it is taken', () => rehearsal.room.doc.getMap('learnings').has('a'))
    for (let turn = 0; turn < 50; turn++) await new Promise((resume) => setImmediate(resume)) // what is committed leaves within a turn
    expect(two.doc.getMap('learnings').has('a')).toBe(false)
    resolve()
    await until('it is relayed', () => two.doc.getMap('learnings').has('a'))
  })

  test('nobody takes over the id of a former server, whose structs everyone has', async () => {
    const { rehearsal, ben } = await three()
    const former = rehearsal.room.doc.clientID
    await rehearsal.restart()
    const device = rehearsal.device().connect(ben)
    await until('in step', () => device.saved === 1)
    device.doc.clientID = former
    device.appear({ user: { name: 'Ben' } }, 1, former)
    device.doc.getMap('learnings').set('x', learning('sous le nom du serveur'))
    await until('refused', () => device.closed === 4403)
    expect(rehearsal.room.doc.getMap('learnings').has('x')).toBe(false)
  })

  test('words about an item offline wait for the item, and are asked for again when it comes', async () => {
    const { rehearsal, ada } = await three()
    const one = rehearsal.device().connect(ada)
    await until('in step', () => one.saved === 1)
    const itemId = '01HTESTTEM0000000000000000'
    one.doc.getText(`draft:${itemId}`).insert(0, 'écrit avant')
    await until('it waits', () => one.connection?.waiting !== null)
    expect(one.closed).toBeNull()
    expect(one.saved).toBe(1)
    one.act({ type: 'propose-item', kind: 'information', title: 'Toit', carriers: [ada] }, itemId)
    await until('it is saved', () => one.saved === one.sent)
    expect(rehearsal.room.doc.getText(`draft:${itemId}`).toString()).toBe('écrit avant')
  })

  test('[pitfall 25] past 8 MiB words are only taken away; past 2 MiB the log says so', async () => {
    const { rehearsal, ada, ben } = await three()
    const one = rehearsal.device().connect(ada)
    const two = rehearsal.device().connect(ben)
    await until('in step', () => one.saved === 1 && two.saved === 1)
    const item = await rehearsal.does(ada, { type: 'propose-item', kind: 'information', title: 'Toit' })
    const draft = rehearsal.room.doc.getText(`draft:${item}`)
    draft.insert(0, 'x'.repeat(8.5 * 1024 * 1024)) // no device could, a fault of ours might
    await rehearsal.room.settled()
    two.step2()
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(rehearsal.room.doc))
    const before = Y.encodeStateVector(copy)
    copy.getText(`draft:${item}`).delete(0, 1024 * 1024)
    two.update(Y.encodeStateAsUpdate(copy, before))
    await until('what takes away is taken', () => draft.length < 8 * 1024 * 1024)
    one.doc.getMap('learnings').set('a', learning('de trop'))
    await until('what adds is refused', () => one.closed === 4403)
    expect(one.messages.at(-1)).toMatchObject({ refused: { code: 'limit' } })
    expect(two.closed).toBeNull()
    rehearsal.room.sweep()
    expect(rehearsal.lines.filter((line) => line.includes('a document is large'))).toHaveLength(1)
    two.doc.getMap('learnings').set('b', learning('il y a de nouveau la place'))
    await until('it was measured again, and words are taken', () => rehearsal.room.doc.getMap('learnings').has('b'))
    expect(two.closed).toBeNull()
  })

  test('a gap is asked for again three times, then the document is given up', async () => {
    const { rehearsal, ada } = await three()
    const counted: string[] = []
    Object.assign(rehearsal.means.watch, {
      untaken: (outcome: string) => void (outcome === 'gap' && counted.push(outcome)),
      reset: (reason: string) => void counted.push(`reset ${reason}`),
    })
    const one = rehearsal.device().connect(ada)
    await until('in step', () => one.saved === 1)
    one.answers = false
    const other = new Y.Doc()
    other.getMap('learnings').set('a', learning('un'))
    const known = Y.encodeStateVector(other)
    other.getMap('learnings').set('b', learning('deux'))
    const gap = Y.encodeStateAsUpdate(other, known)
    for (let time = 1; time <= 3; time++) {
      one.step2(gap)
      await until('asked again', () => one.asked === 1 + time)
    }
    one.step2(gap)
    await until('given up', () => one.closed === 4409)
    expect(one.messages.at(-1)).toEqual({ reset: 'gap' })
    expect(counted).toEqual(['gap', 'gap', 'gap', 'gap', 'reset gap'])
    expect(rehearsal.room.doc.store.pendingStructs).toBeNull()
  })

  test.each([
    ['no frame', new Uint8Array()],
    ['cut short', new Uint8Array([0, 2, 200, 1, 7])],
    ['trailing bytes', new Uint8Array([0, 0, 1, 0, 9])],
    ['an auth of the client’s', strangeFrame(2, 'x')],
    ['a saved of the client’s', strangeFrame(100, new Uint8Array([1]))],
    ['an unknown type', strangeFrame(77, 'x')],
    ['a message that is no JSON', strangeFrame(101, 'x')],
    ['a message nobody knows', strangeFrame(101, '{"sudo":true}')],
  ])('a bad frame is hung up with 4400: %s', async (_what, frame) => {
    const { rehearsal, ada } = await three()
    const one = rehearsal.device().connect(ada)
    one.raw(frame)
    expect(one.closed).toBe(4400)
  })

  test('a malformed update is refused, and the room goes on', async () => {
    const { rehearsal, ada, ben } = await three()
    const one = rehearsal.device().connect(ada)
    const two = rehearsal.device().connect(ben)
    await until('both are in step', () => one.saved === 1 && two.saved === 1)
    two.update(new Uint8Array([1, 1, 255, 255, 255, 255, 7, 0, 4]))
    await until('refused', () => two.closed === 4403)
    one.doc.getMap('learnings').set('a', learning('encore là'))
    await until('saved', () => one.saved === one.sent)
    expect(one.closed).toBeNull()
  })

  test('a frame beyond a mebibyte is hung up with 4413, and one socket too many with 4529', async () => {
    const { rehearsal, ada } = await three()
    const one = rehearsal.device().connect(ada)
    one.raw(new Uint8Array(1024 * 1024 + 1))
    expect(one.closed).toBe(4413)
    const sockets = Array.from({ length: 11 }, () => rehearsal.device().connect(ada))
    expect(sockets.map(({ closed }) => closed)).toEqual([...Array.from({ length: 10 }, () => null), 4529])
  })
})
