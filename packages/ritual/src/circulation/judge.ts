import type { ActOf } from '../acts.ts'
import { personOf, unsigned } from '../acting.ts'
import { appearsAs, authorshipFor, entryId, hasVoice } from '../authorship.ts'
import type { PublicBoard } from '../board.ts'
import { dayOf } from '../days.ts'
import { given } from '../fields.ts'
import type { Day } from '../ids.ts'
import { ok, refuse, type Outcome } from '../refusal.ts'
import type { Judge } from '../scene.ts'
import { facts, factsAnd } from '../verdict.ts'
import type { circulationActs } from './acts.ts'
import type { Reaction } from './entities.ts'

/**
 * A commission's decision, circulated for reactions [D2]. Its end date may follow later, but the item does not close without it [AC-07]; once announced it
 * only moves away [§2.5-21], and once somebody has reacted the text stays what they read.
 */
const setBroadcast: Judge<ActOf<'set-broadcast'>> = (scene, _actor, act) => {
  const { board } = scene
  const item = board.items[act.itemId]
  if (!item) return refuse('no-such-thing')
  if (item.kind !== 'broadcast') return refuse('process-locked')
  const org = act.org === undefined ? item.onBehalfOf : act.org
  if (org !== null && !board.organisations[org]) return refuse('no-such-thing')
  const before = board.broadcasts[item.id]
  const openUntil = act.openUntil ?? before?.openUntil
  if (before?.openUntil !== undefined && openUntil !== undefined && openUntil < before.openUntil) return refuse('window-only-lengthens')
  if (act.openUntil !== undefined && act.openUntil < dayOf(scene.now, board.meeting.timezone)) return refuse('window-closed')
  const reactedTo = Object.values(board.reactions).some((reaction) => reaction.itemId === item.id)
  if (before && reactedTo && before.text !== act.text) return refuse('text-locked')
  return facts({ type: 'broadcast-set', itemId: item.id, org, decidedOn: act.decidedOn, text: act.text, ...given({ openUntil }) })
}

/** What is reacted to, and until when. */
const windowOf = (
  board: PublicBoard,
  act: ActOf<'react'>,
): Outcome<{ until: Day | undefined; about: Pick<Reaction, 'itemId' | 'decisionId'> }> => {
  if (act.decisionId !== undefined) {
    const decision = board.decisions[act.decisionId]
    if (!decision) return refuse('no-such-thing')
    return decision.status === 'adopted'
      ? ok({ until: decision.reactionUntil, about: { decisionId: decision.id } })
      : refuse('wrong-status')
  }
  const broadcast = act.itemId === undefined ? undefined : board.broadcasts[act.itemId]
  return broadcast ? ok({ until: broadcast.openUntil, about: { itemId: broadcast.itemId } }) : refuse('no-such-thing')
}

/** A typed reaction within the window; afterwards it is refused politely and offered as a point of the agenda [D2]. */
const react: Judge<ActOf<'react'>> = (scene, actor, act) => {
  const found = windowOf(scene.board, act)
  if (!found.ok) return found
  const { until, about } = found.value
  if (until !== undefined && dayOf(scene.now, scene.board.meeting.timezone) > until) return refuse('window-closed', { until })
  const words = { ...about, type: act.reactionType, text: act.text }
  if (actor.kind === 'contact') {
    const reaction = { id: actor.actId, ...words, attribution: 'voice-only' as const, voice: actor.org }
    return factsAnd([{ type: 'reaction-given', reaction }], [], { reactionId: reaction.id })
  }
  const person = personOf(scene, actor)
  if (!person.ok) return person
  if (!hasVoice(person.value, act.voice)) return refuse('not-yours')
  const id = entryId(actor, act.attribution)
  const reacted = { type: 'reaction-given' as const, reaction: { id, ...words, ...appearsAs(act.attribution, actor.personId, act.voice) } }
  if (act.attribution === 'name-and-voice') return factsAnd([reacted], [], { reactionId: id })
  return unsigned([reacted], authorshipFor('reaction', id, act.attribution, actor.personId, act.voice, scene.now), { reactionId: id })
}

/** The carrier of what was reacted to answers, also after the meeting. */
const answerReaction: Judge<ActOf<'answer-reaction'>> = (scene, actor, act) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const { board } = scene
  const reaction = board.reactions[act.reactionId]
  if (!reaction) return refuse('no-such-thing')
  const decision = board.decisions[reaction.decisionId ?? '']
  const item = board.items[reaction.itemId ?? decision?.itemId ?? '']
  const carries = [decision?.carrier, item?.replacement, ...(item?.carriers ?? [])].includes(person.value.id)
  return carries ? facts({ type: 'reaction-answered', reactionId: reaction.id, text: act.text }) : refuse('not-permitted')
}

/** Rules of circulated decisions and of reactions [D2]. */
export const circulationJudges: { [T in keyof typeof circulationActs]: Judge<ActOf<T>> } = {
  'set-broadcast': setBroadcast,
  react,
  'answer-reaction': answerReaction,
}
