import type { closingActs } from '../closing/acts.ts'
import type { floorActs } from '../floor/acts.ts'
import type { roundActs } from '../rounds/acts.ts'
import { roundKinds } from '../rounds/entities.ts'
import type { weatherActs } from '../weather/acts.ts'
import { SAMPLE, selves, type Ground, type Probes } from './probe.ts'

const round = ({ board }: Ground) => (board.now.roundId === null ? [] : [{ roundId: board.now.roundId }])
const turn = ({ board }: Ground) => (board.now.turn === null ? [] : [{ turnId: board.now.turn.turnId }])

export const roundProbes: Probes<keyof typeof roundActs> = {
  'start-round': () => roundKinds.map((kind) => ({ kind })),
  'start-turn': round,
  'end-turn': turn,
  'pass-turn': turn,
  'end-round': round,
}

export const weatherProbes: Probes<keyof typeof weatherActs> = {
  'give-weather': (ground) => selves(ground).map((who) => ({ ...who, value: 'sun' as const })),
  'pass-weather': selves,
}

export const floorProbes: Probes<keyof typeof floorActs> = {
  'ask-floor': () => (['speak', 'clarification', 'reaction', 'frame'] as const).map((kind) => ({ kind })),
  'leave-floor': () => [{}],
  'step-back': () => [{}],
  'set-floor-order': () => [{ order: 'asked' as const }, { order: 'least-heard' as const }],
  'give-floor': ({ board }) => Object.keys(board.people).map((personId) => ({ personId })),
  'end-floor': ({ board }) => (board.now.floor.turn === null ? [] : [{ turnId: board.now.floor.turn.turnId }]),
}

export const closingProbes: Probes<keyof typeof closingActs> = {
  'give-closing': (ground) => selves(ground).map((who) => ({ ...who, words: SAMPLE })),
  'pass-closing': selves,
}
