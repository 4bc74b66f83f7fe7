import type { Board } from '../board.ts'
import { changeEntity, changeNow, changeRecord, putEntity } from '../board-changes.ts'
import { endFloorTurn } from '../floor/facts.ts'
import type { Id, PersonId } from '../ids.ts'
import type { Appliers } from '../stamp.ts'
import type { RoundKind, RoundMode, TurnStatus } from './entities.ts'

export type RoundFact =
  | {
      type: 'round-started'
      roundId: Id
      kind: RoundKind
      mode: RoundMode
      prompt: string
      order: readonly PersonId[]
      direction: 1 | -1
      itemId?: Id
      perPersonSeconds?: number
    }
  /** `skipped` were away when their turn came. */
  | { type: 'turn-started'; roundId: Id; turnId: Id; personId: PersonId; skipped: readonly PersonId[] }
  | { type: 'turn-ended'; roundId: Id; turnId: Id; personId: PersonId; status: 'said' | 'passed' | 'waiting' }
  /** A late comer, at the end of the order [§2.4.2]; `said` when they gave their weather to a round already over. */
  | { type: 'round-joined'; roundId: Id; personId: PersonId; status: 'waiting' | 'said' }
  | { type: 'round-ended'; roundId: Id; status: 'done' | 'interrupted' }

const endTurn = (board: Board, at: string): Board => {
  const { turn, roundId } = board.now
  if (turn === null) return board
  const turns = [...board.record.turns, { turnId: turn.turnId, roundId, personId: turn.personId, from: turn.startedAt, to: at }]
  return changeRecord(changeNow(board, { turn: null }), { turns })
}

export const roundAppliers: Appliers<RoundFact> = {
  'round-started': (board, { type: _type, roundId, order, ...round }, { at }) => {
    const turns: Record<PersonId, TurnStatus> = {}
    for (const personId of order) turns[personId] = 'waiting'
    const started = putEntity(endFloorTurn(board, at), 'rounds', roundId, {
      id: roundId,
      ...round,
      order,
      turns,
      status: 'running',
      offeredAgain: [],
      startedAt: at,
    })
    return changeNow(started, { roundId, turn: null })
  },
  'turn-started': (board, { roundId, turnId, personId, skipped }, { at }) => {
    const begun = changeEntity(board, 'rounds', roundId, (round) => {
      const turns = { ...round.turns, [personId]: 'speaking' as const }
      for (const away of skipped) turns[away] = 'away'
      return { ...round, turns, offeredAgain: round.turns[personId] === 'passed' ? [...round.offeredAgain, personId] : round.offeredAgain }
    })
    return changeNow(begun, { turn: { turnId, personId, startedAt: at } })
  },
  'turn-ended': (board, { roundId, personId, status }, { at }) =>
    endTurn(
      changeEntity(board, 'rounds', roundId, (round) => ({ ...round, turns: { ...round.turns, [personId]: status } })),
      at,
    ),
  'round-joined': (board, { roundId, personId, status }) =>
    changeEntity(board, 'rounds', roundId, (round) =>
      round.order.includes(personId)
        ? round
        : { ...round, order: [...round.order, personId], turns: { ...round.turns, [personId]: status } },
    ),
  'round-ended': (board, { roundId, status }, { at }) => {
    const speaking = board.now.roundId === roundId ? board.now.turn?.personId : undefined
    const ended = changeEntity(board, 'rounds', roundId, (round) => ({
      ...round,
      status,
      turns: speaking === undefined ? round.turns : { ...round.turns, [speaking]: 'said' },
    }))
    return board.now.roundId === roundId ? changeNow(endTurn(ended, at), { roundId: null }) : ended
  },
}
