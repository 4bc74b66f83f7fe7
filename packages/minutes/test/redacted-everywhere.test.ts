import { applyFact, boardJson, previousOf, redactables, sealedSeed, type Board, type Redactable } from '@clairiere/ritual'
import { describe, expect, test } from 'vitest'
import { minutesRecord, minutesTree, printDokuWiki, printHtml, printJson, printMarkdown, printMediaWiki } from '../src/index.ts'
import { fixtureBoard } from './fixture-board.ts'
import { at } from './fixture-clock.ts'
import { fixtureWords } from './fixture-words.ts'

const now = at('12:00', '2026-12-20')
const without = (board: Board, { kind, id }: Pick<Redactable, 'kind' | 'id'>): Board =>
  applyFact(board, { fact: { type: 'redacted', correctionId: 'taken-out', by: 'elise', kind, id }, stamp: { at: now } })

/** Everything that leaves sealed minutes: every print, their record, the board, what a new generation and a next meeting begin with. */
const leaving = (board: Board): Readonly<Record<string, string>> => {
  const record = minutesRecord(board, fixtureWords(), { now })
  const tree = minutesTree(record)
  return {
    markdown: printMarkdown(tree),
    dokuwiki: printDokuWiki(tree),
    mediawiki: printMediaWiki(tree),
    html: printHtml(tree),
    json: printJson(record),
    board: JSON.stringify(boardJson(board, 1)),
    seed: JSON.stringify(sealedSeed(board)),
    previous: JSON.stringify(previousOf(board)),
  }
}
const withCorrection = (before: string, after: string): Board => ({
  ...fixtureBoard(),
  corrections: {
    wording: {
      id: 'wording',
      version: 1,
      at: now,
      by: 'awa',
      place: 'Point 5',
      reason: '',
      before,
      after,
      kind: 'meaning',
      acceptedBy: [],
      status: 'accepted',
    },
  },
})

describe('[§2.7 Rights] of the evening, what is taken out is nowhere any more', () => {
  const board = fixtureBoard()
  const all = redactables(board).filter(({ kind }) => kind !== 'closing-name' && kind !== 'feedback')
  test.each(all.map((each) => [each.kind, each.text, each] as const))('%s: %s', (_kind, text, each) => {
    for (const [where, printed] of Object.entries(leaving(without(board, each)))) expect(printed.includes(text), where).toBe(false)
  })
  test('nor does a correction quote it, or a piece of it; one of other words stays', () => {
    const note = redactables(board).find(({ kind, text }) => kind === 'note' && text.startsWith('prendre des notes'))!
    const printed = (before: string) => leaving(without(withCorrection(before, 'notes seule'), note))['markdown']
    expect(printed('Notes à deux')).not.toContain('notes seule')
    expect(printed('Notes à trois')).toContain('« Notes à trois » → « notes seule »')
  })
})
