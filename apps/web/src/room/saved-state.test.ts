import { expect, test } from 'vitest'
import { savedState, type SavedInputs } from './saved-state.ts'

const open: SavedInputs = {
  socket: 'open',
  everTried: true,
  polled: false,
  synced: true,
  allSaved: true,
  unsavedEdits: 0,
  unkeptEdits: 0,
  pendingActs: 0,
  unkeptActs: 0,
  serverSaving: true,
  refused: null,
}
const away: SavedInputs = { ...open, socket: 'connecting', allSaved: false }

test('everything the server counted as synced is saved', () => {
  expect(savedState(open)).toEqual({ kind: 'saved' })
})

test('a message the server has not counted is still sending', () => {
  expect(savedState({ ...open, allSaved: false, unsavedEdits: 1 })).toEqual({ kind: 'sending', unsent: 1 })
  expect(savedState({ ...open, synced: false })).toEqual({ kind: 'sending', unsent: 0 })
})

test('an act without answer is not saved', () => {
  expect(savedState({ ...open, pendingActs: 1 })).toEqual({ kind: 'sending', unsent: 1 })
})

test('offline says how much waits here, and never « kept » of what is not on the disk', () => {
  expect(savedState({ ...away, unsavedEdits: 2, pendingActs: 1 })).toEqual({ kind: 'offline', kept: 3, loose: 0 })
  expect(savedState({ ...away, unsavedEdits: 2, unkeptEdits: 1, pendingActs: 1, unkeptActs: 1 })).toEqual({
    kind: 'offline',
    kept: 1,
    loose: 2,
  })
  expect(savedState({ ...away, everTried: false })).toEqual({ kind: 'connecting' })
})

test('where HTTP answers and no socket opens, the network is filtered', () => {
  expect(savedState({ ...away, polled: true, unsavedEdits: 1 })).toEqual({ kind: 'filtered', kept: 1, loose: 0 })
})

test('a server that cannot write is said, even when all older messages are saved', () => {
  expect(savedState({ ...open, serverSaving: false })).toEqual({ kind: 'not-saving', unsent: 0 })
})

test('a refusal stands over everything', () => {
  expect(savedState({ ...open, socket: 'none', refused: 'frozen' })).toEqual({ kind: 'not-accepted', code: 'frozen' })
})
