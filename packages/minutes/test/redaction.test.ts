import {
  applyFact,
  boardJson,
  redactables,
  redactionKinds,
  redactionMarks,
  sealedSeed,
  type Board,
  type Redactable,
} from '@clairiere/ritual'
import { describe, expect, test } from 'vitest'
import { minutesRecord, minutesTree, printJson, printMarkdown } from '../src/index.ts'
import { fixtureBoard } from './fixture-board.ts'
import { at } from './fixture-clock.ts'
import { fixtureWords } from './fixture-words.ts'

const said = (kind: string) => `phrase personnelle (${kind})`
const author = { attribution: 'name-and-voice' as const, personId: 'capucine', voice: null }

/** The evening with one sentence of each kind that is said by somebody and found nowhere else. */
const confided = (): Board => {
  const board = fixtureBoard()
  const itemId = Object.values(board.items).find(({ kind }) => kind === 'feedback')!.id
  const decision = Object.values(board.decisions)[0]!
  const on = at('19:00')
  const of = (kind: string) => ({ ...author, id: `x-${kind}`, text: said(kind) })
  return {
    ...board,
    closing: {
      ...board.closing,
      words: [...board.closing.words, { id: 'x-closing-words', personId: 'capucine', text: said('closing-words') }],
      improvements: [...board.closing.improvements, of('closing-improvement')],
    },
    items: {
      ...board.items,
      [itemId]: {
        ...board.items[itemId]!,
        experience: { situation: said('experience'), did: said('experience'), difficulties: '', helped: '', published: true },
      },
    },
    notes: { ...board.notes, 'x-note': { ...of('note'), itemId, channel: 'oral', type: 'note', at: on, hidden: false } },
    reactions: {
      ...board.reactions,
      'x-reaction': { ...of('reaction'), decisionId: decision.id, type: 'support', at: on, answer: said('reaction-answer') },
    },
    advice: Object.fromEntries(
      Object.entries(board.advice).map(([id, request]) => [
        id,
        {
          ...request,
          given: [
            ...request.given,
            { ...of('advice'), as: 'free' as const, at: on, answer: 'partly' as const, why: said('advice-answer') },
          ],
        },
      ]),
    ),
    feedbacks: {
      ...board.feedbacks,
      [itemId]: {
        itemId,
        observation: said('feedback'),
        effect: said('feedback'),
        need: '',
        request: said('feedback'),
        answer: { personId: 'capucine', voice: null, text: said('feedback-answer'), at: on },
        learning: said('feedback-learning'),
        status: 'learned',
      },
    },
    decisions: {
      ...board.decisions,
      [decision.id]: {
        ...decision,
        summaries: { clarification: said('summary'), feelings: said('summary') },
        objections: [
          ...decision.objections,
          { ...of('objection'), round: 1, tested: 'accepted', lifted: true, carrierConfirmed: true, late: true, at: on },
        ],
        concerns: [...decision.concerns, { ...of('concern'), round: decision.rounds.at(-1)!.round }],
        improvements: [...decision.improvements, { ...of('improvement'), kept: true }],
        interests: [...decision.interests, of('interest')],
        commitments: [...(decision.commitments ?? []), of('commitment')],
      },
    },
    corrections: {
      ...board.corrections,
      'x-correction': {
        id: 'x-correction',
        version: 2,
        at: on,
        by: 'capucine',
        place: 'Point 1',
        before: said('correction'),
        after: 'autrement',
        reason: '',
        kind: 'meaning',
        acceptedBy: [],
        status: 'accepted',
      },
    },
  }
}

const redacted = (board: Board, { kind, id }: Pick<Redactable, 'kind' | 'id'>): Board =>
  applyFact(board, {
    fact: { type: 'redacted', correctionId: 'taken-out', by: 'awa', kind, id },
    stamp: { at: at('10:00', '2026-12-20') },
  })
const recordOf = (board: Board) => minutesRecord(board, fixtureWords(), { now: at('12:00', '2026-12-20') })

describe('[§2.7] taken out at the person’s request', () => {
  for (const kind of redactionKinds.filter((each) => each !== 'name' && each !== 'closing-name'))
    test(`${kind}: printed before, nowhere afterwards, and the mark in its place`, () => {
      const board = confided()
      const found = redactables(board).find((each) => each.kind === kind && each.text.includes(said(kind)))!
      const after = redacted(board, found)
      expect(JSON.stringify(boardJson(after, 1))).not.toContain(said(kind))
      expect(JSON.stringify(sealedSeed(after))).not.toContain(said(kind))
      const [before, printed] = [board, after].map((each) => printMarkdown(minutesTree(recordOf(each))))
      expect(before).toContain(said(kind))
      expect(printed).not.toContain(said(kind))
      expect(printJson(recordOf(after))).toContain(redactionMarks.fr)
      expect(printed).toContain('mention retirée à la demande de la personne')
      // What was taken out is not offered again.
      expect(redactables(after).some((each) => each.kind === kind && each.id === found.id)).toBe(false)
    })
  test('nobody is named as having declared an interest that was taken out', () => {
    const board = { ...confided(), people: { ...fixtureBoard().people } }
    const printed = printMarkdown(minutesTree(recordOf(redacted(board, { kind: 'interest', id: 'x-interest' }))))
    expect(printed).not.toMatch(/Capucine[^\n]*mention retirée/u)
  })
  test('[§4.5] the reaction that a late objection opened goes with it, and it with the reaction', () => {
    const board = confided()
    const opened: Board = {
      ...board,
      reactions: {
        'x-opened': {
          ...author,
          id: 'x-opened',
          text: said('objection'),
          decisionId: Object.keys(board.decisions)[0]!,
          type: 'objection',
          at: at('19:00'),
          objectionId: 'x-objection',
        },
      },
    }
    for (const one of [
      { kind: 'objection', id: 'x-objection' },
      { kind: 'reaction', id: 'x-opened' },
    ] as const)
      expect(JSON.stringify(redacted(opened, one))).not.toContain(said('objection'))
  })
})
