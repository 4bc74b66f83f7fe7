import { expect, test } from 'vitest'
import { applyFact } from '../fold.ts'
import type { Board, PublicBoard } from '../board.ts'
import { lateRoots, lateWordsAt } from './late-words.ts'

const board = (status: string, lateWords?: Record<string, string>) =>
  ({
    meeting: { status },
    now: { ...(lateWords && { lateWords }) },
    roles: { scribe: { role: 'scribe', holders: ['cleo'], pairs: [], backups: [] } },
  }) as unknown as PublicBoard & Board

test('[§4.5] words that reach the server after close are noted, once a minute, and not the scribe’s own', () => {
  const at = '2026-12-03T18:47:30.000Z'
  expect(lateRoots(board('review'), 'dan', ['note:i1', 'note:i1', 'learnings', 'nothing:of:ours'], at)).toEqual(['note:i1', 'learnings'])
  expect(lateRoots(board('live'), 'dan', ['note:i1'], at)).toEqual([])
  expect(lateRoots(board('review'), 'cleo', ['note:i1'], at)).toEqual([])
  expect(lateRoots(board('review', { 'note:i1': '2026-12-03T18:47:00.000Z' }), 'dan', ['note:i1'], at)).toEqual([])
  expect(lateRoots(board('review', { 'note:i1': '2026-12-03T18:46:00.000Z' }), 'dan', ['note:i1'], at)).toEqual(['note:i1'])
})

test('[§4.5] the scribe reads where they stand and when they were last synced', () => {
  const stamp = (at: string) => ({ at })
  const once = applyFact(board('review'), {
    fact: { type: 'words-came-late', roots: ['note:i1', 'learnings'] },
    stamp: stamp('2026-12-03T18:47:00.000Z'),
  })
  const twice = applyFact(once, { fact: { type: 'words-came-late', roots: ['note:i1'] }, stamp: stamp('2026-12-03T18:52:00.000Z') })
  expect(lateWordsAt(twice)).toEqual([
    { root: 'learnings', itemId: null, at: '2026-12-03T18:47:00.000Z' },
    { root: 'note:i1', itemId: 'i1', at: '2026-12-03T18:52:00.000Z' },
  ])
  expect(lateWordsAt(board('review'))).toEqual([])
})
