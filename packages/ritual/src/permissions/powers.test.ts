import { expect, test } from 'vitest'
import { powersOfRole, powersOfStanding } from './powers.ts'

const named = (powers: readonly { permission: string }[]) => powers.map(({ permission }) => permission)

test('[C14] what a role adds is what the matrix opens to its column and not to everybody', () => {
  expect(named(powersOfRole('facilitator'))).toEqual(expect.arrayContaining(['run-round', 'run-item', 'reveal-positions', 'close-meeting']))
  expect(named(powersOfRole('facilitator'))).not.toEqual(expect.arrayContaining(['edit-words']))
  expect(powersOfRole('moodWatcher')).toContainEqual({ permission: 'hand-over-signal', cell: 'with-consents' })
  expect(powersOfRole('timekeeper')).toContainEqual({ permission: 'run-timer', cell: 'yes' })
  expect(powersOfRole('speechKeeper')).toEqual([])
})

test('[C10] holding a role takes nothing that is everybody’s', () => {
  for (const own of ['own-entry', 'add-note', 'ask-floor', 'tighten-privacy']) {
    expect(named(powersOfStanding('decider'))).toContain(own)
    expect(named(powersOfRole('facilitator'))).not.toContain(own)
  }
  expect(named(powersOfStanding('observer'))).not.toContain('own-position')
})
