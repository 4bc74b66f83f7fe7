import type { ActOf } from '../acts.ts'
import { personOf } from '../acting.ts'
import { addDays, dayOf } from '../days.ts'
import { given } from '../fields.ts'
import { ok, refuse, type Outcome } from '../refusal.ts'
import type { Item } from '../agenda/entities.ts'
import type { Day } from '../ids.ts'
import type { Judge, Scene } from '../scene.ts'
import { facts } from '../verdict.ts'
import type { Decision, DecisionStep } from './entities.ts'
import { absentSovereign } from './sovereign.ts'
import { currentVersion, openDecision } from './state.ts'

/** Reactions stay open so long after adoption, unless the proposal says longer or shorter [D2]. */
export const REACTION_DAYS = 14

const offered: readonly Decision['process'][] = ['consent', 'consent-express', 'ascertained']

/** An item of kind election is decided by an election, and no other is [D18]. */
const processOf = (item: Item, asked: Decision['process']): Outcome<Decision['process']> => {
  if (item.kind === 'election') return ok('election')
  if (item.kind !== 'decision') return refuse('process-locked')
  if (asked === 'election') return refuse('process-locked')
  return offered.includes(asked) ? ok(asked) : refuse('not-yet')
}
/** Steps in which the carrier may change the text: never while people take position on it [§2.5-9]. */
const amendable: readonly DecisionStep[] = ['listening', 'proposal', 'clarification', 'amendment', 'integration']

/** The role card and the agreement a proposal brings: people and structures that are known, and a last day still to come. */
const makes = (
  scene: Scene,
  { card, agreement }: Pick<ActOf<'propose'>, 'card' | 'agreement'>,
  today: Day,
): Outcome<Pick<Decision, 'card' | 'agreement'>> => {
  if (card?.holder !== undefined && !scene.board.people[card.holder]) return refuse('unknown-person')
  if (agreement?.parties.some(({ org }) => !scene.board.organisations[org])) return refuse('no-such-thing')
  if ([card, agreement].some((made) => made !== undefined && made.until < today)) return refuse('review-date-missing')
  return ok({
    ...(card === undefined ? {} : { card: { ...given(card), accepted: false } }),
    ...(agreement === undefined ? {} : { agreement }),
  })
}

/** The carrier's proposal, with all that a decision must have: competent structure, review date, reaction window [§2.5-11, A14, D13]. */
export const propose: Judge<ActOf<'propose'>> = (scene, actor, act) => {
  const carrier = personOf(scene, actor)
  if (!carrier.ok) return carrier
  const { board } = scene
  const item = board.items[act.itemId]
  if (!item) return refuse('no-such-thing')
  if (!item.carriers.includes(carrier.value.id) && item.replacement !== carrier.value.id) return refuse('carrier-missing')
  const process = processOf(item, act.process)
  if (!process.ok) return process
  if (item.status !== 'open' && item.status !== 'paused') return refuse('wrong-status')
  const sovereign = absentSovereign(board, item)
  if (sovereign !== undefined) return refuse('sovereign-absent', { organisations: [sovereign] })
  if (Object.values(board.decisions).some((other) => other.itemId === item.id && (other.status === 'open' || other.status === 'adopted')))
    return refuse('already-there')
  const orgs = [act.responsible, ...act.cc, ...act.efforts.map((effort) => effort.org)]
  if (!board.organisations[act.responsible]) return refuse('responsible-missing')
  if (!orgs.every((org) => board.organisations[org])) return refuse('no-such-thing')
  const today = dayOf(scene.now, board.meeting.timezone)
  if (act.reviewOn < today) return refuse('review-date-missing')
  const reactionUntil = act.reactionUntil ?? addDays(today, REACTION_DAYS)
  if (reactionUntil < today) return refuse('window-missing')
  const made = makes(scene, act, today)
  if (!made.ok) return made
  if (process.value === 'election' && !act.card) return refuse('incomplete', { missing: ['card'] })
  const { type: _type, title, cc, card: _card, agreement: _agreement, ...fields } = act
  return facts({
    type: 'decision-proposed',
    decisionId: actor.actId,
    ...given({ ...fields, replaces: fields.replaces ?? item.replaces }),
    ...made.value,
    process: process.value,
    title: title ?? item.title,
    carrier: carrier.value.id,
    cc: [...new Set(cc)].filter((org) => org !== act.responsible),
    reactionUntil,
  })
}

/** The carrier's new version, made from the text they saw [§2.5-9]. It integrates objections that the group has taken in. */
export const amend: Judge<ActOf<'amend'>> = (scene, actor, act) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const found = openDecision(scene.board, act.decisionId)
  if (!found.ok) return found
  const decision = found.value
  const item = scene.board.items[decision.itemId]
  if (decision.carrier !== person.value.id && !item?.carriers.includes(person.value.id) && item?.replacement !== person.value.id)
    return refuse('carrier-missing')
  if (!amendable.includes(decision.step)) return refuse('text-locked')
  const { n } = currentVersion(decision)
  if (act.from !== n) return refuse('moved-on', { version: n })
  const integrated = act.integrates.map((id) => decision.objections.find((objection) => objection.id === id))
  if (integrated.some((objection) => !objection)) return refuse('no-such-thing')
  if (integrated.some((objection) => objection?.tested !== 'accepted')) return refuse('objections-open')
  const made = makes(scene, act, dayOf(scene.now, scene.board.meeting.timezone))
  if (!made.ok) return made
  // In an election the person is proposed by facilitation and not by the card's author.
  const card =
    made.value.card && decision.process === 'election'
      ? { ...made.value.card, ...given({ holder: decision.card?.holder }) }
      : made.value.card
  const { type: _type, from: _from, card: _card, agreement: _agreement, ...fields } = act
  return facts({ type: 'decision-amended', ...given(fields), ...made.value, ...(card === undefined ? {} : { card }), n: n + 1 })
}
