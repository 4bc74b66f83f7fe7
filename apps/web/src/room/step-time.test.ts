import { circle } from '@clairiere/ritual/circle'
import { expect, test } from 'vitest'
import { stepTimeOf } from './step-time.ts'

test('[A17] what a step has taken of its planned minutes: counted from its start, pauses left out, past once it is held', () => {
  const c = circle('ada', 'ben', 'cleo')
  const read = () => stepTimeOf(c.board, Date.parse(c.now))
  c.did('ada', { type: 'set-frame', frame: [], stepMinutes: { weather: 20 } })
  c.at(6).did('ada', { type: 'set-phase', from: 'welcome', to: 'weather' })
  expect(read()).toEqual({ phase: 'weather', planned: 20, spent: 0, left: 20, part: 0, past: false })
  c.at(5)
  expect(read()).toMatchObject({ spent: 5, left: 15, part: 0.25, past: false })
  c.did('ada', { type: 'pause' })
  c.at(30)
  expect(read()).toMatchObject({ spent: 5 })
  c.did('ada', { type: 'resume' })
  c.at(15)
  expect(read()).toMatchObject({ spent: 20, left: 0, part: 1, past: true })
  c.at(4)
  expect(read()).toMatchObject({ spent: 24, left: 0, part: 1, past: true })
})

test('a meeting opened before steps were timed, a step without minutes, a meeting that is over: nothing is said', () => {
  const c = circle('ada', 'ben', 'cleo')
  const { stepTimer: _timer, ...untimed } = c.board.now
  expect(stepTimeOf({ ...c.board, now: untimed }, Date.parse(c.now))).toBeNull()
  c.did('ada', { type: 'set-frame', frame: [], stepMinutes: { weather: 200 } })
  c.did('ada', { type: 'set-phase', from: 'welcome', to: 'agenda' })
  expect(stepTimeOf(c.board, Date.parse(c.now))).toBeNull()
  c.did('ada', { type: 'interrupt', reason: 'La salle ferme' })
  expect(stepTimeOf(c.board, Date.parse(c.now))).toBeNull()
})
