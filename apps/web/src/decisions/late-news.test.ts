import type { Decision, Objection, PublicBoard, Reaction } from '@clairiere/ritual'
import { expect, test } from 'vitest'
import { lateNewsFor } from './late-news.ts'

const late: Objection = {
  id: 'o1',
  at: '2026-12-03T19:06:00Z',
  text: 'Cela exclut.',
  round: 1,
  attribution: 'name-and-voice',
  personId: 'joris',
  tested: 'pending',
  lifted: false,
  carrierConfirmed: false,
  late: true,
}
const board = (decision: Partial<Decision>, reactions: readonly Partial<Reaction>[] = []) =>
  ({
    decisions: { d1: { id: 'd1', carrier: 'lea', status: 'open', objections: [late], ...decision } },
    reactions: Object.fromEntries(reactions.map((reaction) => [reaction.id, reaction])),
    roles: { decisionKeeper: { holders: ['noe'] } },
  }) as unknown as PublicBoard
const hears = (of: PublicBoard) =>
  [
    ['awa', true],
    ['noe', false],
    ['lea', false],
    ['joris', false],
    ['eve', false],
  ].filter(([who, leads]) => lateNewsFor(of, who as string, leads as boolean).length > 0)

test('[§4.5, V3] a late objection is told to the facilitation, the decision keeper and the carrier, and to nobody else', () => {
  expect(hears(board({})).map(([who]) => who)).toEqual(['awa', 'noe', 'lea'])
  expect(hears(board({ objections: [{ ...late, late: false }] }))).toEqual([])
  expect(hears(board({ objections: [{ ...late, tested: 'accepted' }] }))).toEqual([])
})

test('[§4.5] once adopted it is told as a reaction until the carrier has answered', () => {
  const reaction = {
    id: 'o1.r',
    decisionId: 'd1',
    objectionId: 'o1',
    type: 'objection' as const,
    text: 'Cela exclut.',
    at: '2026-12-03T19:10:00Z',
  }
  const adopted = board({ status: 'adopted' }, [reaction])
  expect(lateNewsFor(adopted, 'lea', false)).toMatchObject([{ objection: { id: 'o1' }, reaction: { id: 'o1.r' } }])
  expect(hears(board({ status: 'adopted' }, [{ ...reaction, answer: 'Prévu.' }]))).toEqual([])
})
