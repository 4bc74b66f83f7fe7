import { describe, expect, test } from 'vitest'
import { Circle } from '../circle.ts'
import type { Scene } from '../scene.ts'
import { ID, parsed, scenes } from './cast.ts'
import { permit } from './permit.ts'

describe('[§2.6] the notes under the table', () => {
  const can = (name: string, act: unknown, scene: Scene = scenes.live): boolean =>
    permit(scene, { kind: 'person', personId: name, actId: ID, randomId: () => ID }, parsed(act)).ok
  const without = (name: string): Scene => {
    const online = new Set(scenes.live.online)
    online.delete(name)
    const person = scenes.live.board.people[name]
    if (!person) throw new Error(name)
    return {
      ...scenes.live,
      online,
      board: { ...scenes.live.board, people: { ...scenes.live.board.people, [name]: { ...person, presence: 'away' } } },
    }
  }

  test('2 the timekeeper adds minutes, never takes any, and does not reorder', () => {
    expect(can('tom', { type: 'plan-minutes', itemId: 'i', minutes: 15 })).toBe(true)
    expect(can('tom', { type: 'plan-minutes', itemId: 'i', minutes: 5 })).toBe(false)
    expect(can('tom', { type: 'order-items', ids: ['i'] })).toBe(false)
    expect(can('facil', { type: 'order-items', ids: ['i'] })).toBe(true)
  })
  test('3 without facilitator any decider opens, changes phase and closes; an observer does not', () => {
    for (const act of [{ type: 'set-phase', from: null, to: 'weather' }, { type: 'close' }, { type: 'interrupt', reason: 'x' }]) {
      expect(can('dan', act)).toBe(false)
      expect(can('dan', act, without('facil'))).toBe(true)
      expect(can('oli', act, without('facil'))).toBe(false)
    }
  })
  test('4 an observer keeps time or helps to write; neither facilitates nor keeps the mood', () => {
    expect(can('oli', { type: 'claim-role', role: 'timekeeper' })).toBe(true)
    expect(can('oli', { type: 'claim-role', role: 'scribe', rank: 'pair' })).toBe(true)
    for (const role of ['facilitator', 'moodWatcher', 'scribe', 'decisionKeeper'])
      expect(can('oli', { type: 'claim-role', role })).toBe(false)
  })
  test('5 the mood-watch pauses only behind a level-3 signal', () => {
    expect(can('gwen', { type: 'pause-item', itemId: 'i' })).toBe(false)
    const signal = { id: 's', kind: 'tension' as const, level: 3 as const, at: '', status: 'raised' as const, responses: [] }
    const alert = { ...scenes.live, board: { ...scenes.live.board, signals: { s: signal } } }
    expect(can('gwen', { type: 'pause-item', itemId: 'i' }, alert)).toBe(true)
    expect(can('gwen', { type: 'close-item', itemId: 'i' }, alert)).toBe(false)
  })
  test('6 the carrier withdraws, or asks to postpone', () => {
    expect(can('pia', { type: 'withdraw-item', itemId: 'i' })).toBe(true)
    expect(can('pia', { type: 'postpone-item', itemId: 'i' })).toBe(true)
    expect(can('pia', { type: 'close-item', itemId: 'i' })).toBe(false)
  })
  test('8 pace, confusion and joy are everyone’s; everything is when nobody keeps the mood', () => {
    for (const kind of ['pace', 'confusion', 'joy']) expect(can('dan', { type: 'raise-signal', kind, level: 2 })).toBe(true)
    expect(can('dan', { type: 'raise-signal', kind: 'tension', level: 3 })).toBe(false)
    expect(can('oli', { type: 'raise-signal', kind: 'tension', level: 3 }, without('gwen'))).toBe(true)
  })
  test('9 [§2.5-14] a signal about a role is neither welcomed nor settled by its holder', () => {
    const about = (aboutRole: 'facilitator' | 'moodWatcher'): Scene => {
      const c = new Circle({ title: 'x' })
      c.secrets.apply([{ put: { kind: 'signal', subject: ID, personId: 'gwen', at: c.now, payload: { aboutRole } } }])
      return { ...scenes.live, secrets: c.secrets }
    }
    const welcome = { type: 'acknowledge-signal', signalId: ID }
    const settle = { type: 'settle-signal', signalId: ID }
    expect(can('facil', welcome, about('facilitator'))).toBe(false)
    expect(can('sam', welcome, about('facilitator'))).toBe(true)
    expect(can('gwen', settle, about('facilitator'))).toBe(true)
    expect(can('gwen', settle, about('moodWatcher'))).toBe(false)
    expect(can('sam', settle, about('moodWatcher'))).toBe(true)
    expect(can('facil', settle, about('moodWatcher'))).toBe(false)
    expect(can('facil', welcome, about('moodWatcher'))).toBe(true)
  })
  test('12 who speaks for the target answers the feedback', () => {
    expect(can('dan', { type: 'answer-feedback', itemId: 'i', text: 'x' })).toBe(true)
    expect(can('pia', { type: 'answer-feedback', itemId: 'i', text: 'x' })).toBe(false)
  })
  test('host: nothing more than being present once the meeting is live and somebody facilitates', () => {
    expect(can('hal', { type: 'set-item', itemId: 'i', title: 'x' })).toBe(false)
    const roles_ = { ...scenes.live.board.roles }
    delete roles_['facilitator']
    expect(
      can('hal', { type: 'set-item', itemId: 'i', title: 'x' }, { ...scenes.live, board: { ...scenes.live.board, roles: roles_ } }),
    ).toBe(true)
  })
  test('[§4.1] the relay acts while the facilitator’s device is silent, and no longer', () => {
    const seat = scenes.live.board.roles['facilitator']
    if (!seat) throw new Error('no seat')
    const board = { ...scenes.live.board, roles: { ...scenes.live.board.roles, facilitator: { ...seat, backups: ['dan'] } } }
    expect(can('dan', { type: 'set-frame', frame: ['x'] }, { ...scenes.live, board })).toBe(false)
    expect(can('dan', { type: 'set-frame', frame: ['x'] }, { ...without('facil'), board })).toBe(true)
  })
})
