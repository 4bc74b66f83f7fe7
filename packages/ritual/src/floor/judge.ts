import type { ActOf } from '../acts.ts'
import type { Fact } from '../facts.ts'
import type { PersonId } from '../ids.ts'
import { spokenFor } from '../people/judge.ts'
import { hatsOf, holdersOf } from '../permissions/hats.ts'
import { refuse } from '../refusal.ts'
import type { RoundKind } from '../rounds/entities.ts'
import type { Judge } from '../scene.ts'
import { facts, whoActs } from '../verdict.ts'
import type { floorActs } from './acts.ts'

/** Rounds in which nobody answers anybody [§2.4.2, B23]. */
export const roundsWithoutReply: readonly RoundKind[] = ['weather', 'feelings', 'closing']

const ask: Judge<ActOf<'ask-floor'>> = (scene, actor, { kind, forOrg, personId: forPerson }) => {
  const who = spokenFor(scene, actor, forPerson)
  if (!who.ok) return who
  const { board } = scene
  const personId = who.value
  const round = board.now.roundId === null ? undefined : board.rounds[board.now.roundId]
  if (kind === 'reaction' && round && roundsWithoutReply.includes(round.kind)) return refuse('round-running', { round: round.id })
  // One asks for a structure one speaks for.
  if (forOrg !== undefined && !board.people[personId]?.voices.some(({ org }) => org === forOrg)) return refuse('no-such-thing')
  const asked = board.now.floor.queue.find((entry) => entry.personId === personId)
  if (asked?.kind === kind && asked.forOrg === forOrg) return facts()
  return facts({ type: 'floor-asked', personId, kind, ...(forOrg !== undefined && { forOrg }) })
}

/** What one does with one's own place in the queue; without a place there is nothing to do. */
const ofOwnPlace =
  (type: 'floor-left' | 'floor-stepped-back'): Judge<{ personId?: PersonId | undefined }> =>
  (scene, actor, { personId }) => {
    const who = spokenFor(scene, actor, personId)
    if (!who.ok) return who
    return scene.board.now.floor.queue.some((entry) => entry.personId === who.value) ? facts({ type, personId: who.value }) : facts()
  }

const give: Judge<ActOf<'give-floor'>> = ({ board }, actor, { personId, from }) => {
  if (!board.people[personId]) return refuse('unknown-person')
  const { turn } = board.now.floor
  if (from !== undefined && from !== (turn?.turnId ?? null)) return refuse('moved-on')
  if (turn?.personId === personId) return facts()
  return facts({ type: 'floor-given', turnId: actor.actId, personId })
}

const end: Judge<ActOf<'end-floor'>> = (scene, actor, { turnId }) => {
  const { board, online } = scene
  const { turn } = board.now.floor
  if (turn?.turnId !== turnId) return refuse('moved-on')
  const self = whoActs(actor)
  const speaks = spokenFor(scene, actor, turn.personId).ok
  const keeps = hatsOf(board, online, actor).has('F') || holdersOf(board, 'speechKeeper').includes(self)
  if (!speaks && !keeps) return refuse('not-your-turn')
  const ended: Fact = { type: 'floor-ended', turnId, personId: turn.personId }
  return facts(ended)
}

export const floorJudges = {
  'ask-floor': ask,
  'leave-floor': ofOwnPlace('floor-left'),
  'step-back': ofOwnPlace('floor-stepped-back'),
  'give-floor': give,
  'end-floor': end,
  'set-floor-order': ({ board }, _actor, { order }) =>
    (board.now.floor.order ?? 'least-heard') === order ? facts() : facts({ type: 'floor-ordered', order }),
} satisfies { [T in keyof typeof floorActs]: Judge<ActOf<T>> }
