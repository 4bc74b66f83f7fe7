import { expect, test } from 'vitest'
import { savedState, type SavedInputs } from './saved-state.ts'

const open: SavedInputs = {
  socket: 'open',
  everTried: true,
  synced: true,
  sent: 3,
  saved: 3,
  unsavedEdits: 0,
  pendingActs: 0,
  serverSaving: true,
  refused: null,
}

test('everything the server counted as synced is saved', () => {
  expect(savedState(open)).toEqual({ kind: 'saved' })
})

test('a message the server has not counted is still sending', () => {
  expect(savedState({ ...open, sent: 4, unsavedEdits: 1 })).toEqual({ kind: 'sending', unsent: 1 })
})

test('nothing is saved before the first message of this socket was counted', () => {
  expect(savedState({ ...open, sent: 0, saved: 0 })).toEqual({ kind: 'sending', unsent: 0 })
  expect(savedState({ ...open, synced: false })).toEqual({ kind: 'sending', unsent: 0 })
})

test('an act without answer is not saved', () => {
  expect(savedState({ ...open, pendingActs: 1 })).toEqual({ kind: 'sending', unsent: 1 })
})

test('offline says how much waits here', () => {
  expect(savedState({ ...open, socket: 'connecting', unsavedEdits: 2, pendingActs: 1 })).toEqual({ kind: 'offline', unsent: 3 })
  expect(savedState({ ...open, socket: 'connecting', everTried: false })).toEqual({ kind: 'connecting' })
})

test('a server that cannot write is said, even when all older messages are saved', () => {
  expect(savedState({ ...open, serverSaving: false })).toEqual({ kind: 'not-saving', unsent: 0 })
})

test('a refusal stands over everything', () => {
  expect(savedState({ ...open, socket: 'none', refused: 'frozen' })).toEqual({ kind: 'not-accepted', code: 'frozen' })
})
