import { describe, expect, test } from 'vitest'
import { Rehearsal } from './test/rehearsal.ts'
import { until } from './test/until.ts'

const learning = (text: string) => ({ kind: 'learning', text, rank: 0 })

describe('a sync', () => {
  test('that takes five seconds: words go on between people, nothing says saved, no fact shows, and a room that everyone left stays', async () => {
    const held: (() => void)[] = []
    let isSlow = false
    const rehearsal = await Rehearsal.start({}, { sync: () => (isSlow ? new Promise((resolve) => held.push(resolve)) : Promise.resolve()) })
    const ada = await rehearsal.join('Ada', { host: true })
    const ben = await rehearsal.join('Ben')
    const [one, two] = [rehearsal.device().connect(ada), rehearsal.device().connect(ben)]
    await until('in step', () => one.saved === 1 && two.saved === 1)
    one.doc.getMap('learnings').set('first', learning('d’abord'))
    await until('its id is known', () => one.saved === one.sent)
    isSlow = true
    one.doc.getMap('learnings').set('a', learning('pendant ce temps'))
    await until('the other reads it', () => two.doc.getMap('learnings').has('a'))
    const act = rehearsal.perform(ada, { type: 'propose-item', kind: 'information', title: 'Toit' })
    let isAnswered = false
    void act.then(() => (isAnswered = true))
    for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setImmediate(resolve))
    expect([one.saved, isAnswered]).toEqual([one.sent - 1, false])
    expect(JSON.stringify(two.doc.getMap('board').toJSON())).not.toContain('Toit')
    one.hangUp()
    two.hangUp()
    rehearsal.machine += 200_000
    rehearsal.room.sweep()
    expect(rehearsal.room.isIdle).toBe(false)
    expect(() => rehearsal.room.release()).toThrow('dirty')
    isSlow = false
    for (const release of held.splice(0)) release()
    expect(await act).toMatchObject({ ok: true })
    const reader = rehearsal.device().connect(ben)
    await until(
      'it is all there',
      () => reader.doc.getMap('learnings').has('a') && JSON.stringify(reader.doc.getMap('board').toJSON()).includes('Toit'),
    )
  })

  test('that fails is never tried again: nothing since the last good one is called saved, and what devices have they bring to the next start', async () => {
    let fails = false
    let syncs = 0
    const sync = (): Promise<void> => {
      syncs += fails ? 1 : 0
      return fails ? Promise.reject(Object.assign(new Error('input/output error'), { code: 'EIO' })) : Promise.resolve()
    }
    const rehearsal = await Rehearsal.start({}, { sync })
    const ada = await rehearsal.join('Ada', { host: true })
    const one = rehearsal.device().connect(ada)
    await until('in step', () => one.saved === 1)
    one.doc.getMap('learnings').set('a', learning('gardé'))
    await until('saved', () => one.saved === one.sent)
    let broken: unknown = null
    rehearsal.means.store.onBroken((fault) => (broken = fault))
    fails = true
    one.doc.getMap('learnings').set('b', learning('pas encore'))
    await until('the store says so', () => broken !== null)
    expect(one.saved).toBe(one.sent - 1)
    expect([rehearsal.means.store.state, syncs]).toEqual(['broken', 1])
    expect(() => rehearsal.room.release()).toThrow('dirty')
    fails = false
    await rehearsal.restart() // the process ended with an error
    const back = rehearsal.device()
    back.adopt(one.doc)
    back.connect(ada)
    await until('what was not saved comes from its device', () => rehearsal.room.doc.getMap('learnings').has('b'))
    expect(rehearsal.room.doc.getMap('learnings').has('a')).toBe(true)
    await until('and is saved', () => back.saved === back.sent)
  })
})
