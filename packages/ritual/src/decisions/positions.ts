import type { ActOf } from '../acts.ts'
import { confides, personFor } from '../acting.ts'
import { hasVoice } from '../authorship.ts'
import type { OrgId } from '../ids.ts'
import type { Person } from '../people/entities.ts'
import { ok, refuse, type Outcome } from '../refusal.ts'
import type { Judge } from '../scene.ts'
import type { PositionId } from './entities.ts'
import { currentRound, missingIn, openDecision, roundSubject } from './state.ts'

/** From the most protective on: when somebody's voices differ, the first of these is their one position [§4.9]. */
const mostProtective: readonly PositionId[] = ['objection', 'not-clear', 'concern', 'no-objection', 'aside']

interface OnePosition {
  position: PositionId
  voice: OrgId | null
  positions?: Readonly<Record<string, PositionId>>
}

/** One person, one position, however many voices [§2.5-5, E6]: theirs by voice, joined to the most protective and said with that voice. */
const joinVoices = (person: Person, act: ActOf<'give-position'>): Outcome<OnePosition> => {
  const { position, voice } = act
  const byVoice = Object.entries(act.positions ?? {})
  if (!hasVoice(person, voice) || byVoice.some(([org]) => org !== '' && !hasVoice(person, org))) return refuse('not-yours')
  if (byVoice.length === 0) return ok({ position, voice })
  const all: readonly (readonly [string, PositionId])[] = byVoice.some(([org]) => org === (voice ?? ''))
    ? byVoice
    : [...byVoice, [voice ?? '', position]]
  const joined = mostProtective.find((candidate) => candidate === position || all.some(([, given]) => given === candidate)) ?? position
  const positions = Object.fromEntries(all)
  if (joined === position && positions[voice ?? ''] === position) return ok({ position, voice, positions })
  const said = all.find(([, given]) => given === joined)
  return ok({ position: joined, voice: said ? said[0] || null : voice, positions })
}

/**
 * One's position in the round under way, hidden from everyone until the reveal and changed freely until then [§2.5-5]. Observers never [§2.5-20]; whoever
 * came after the freezing may state a possible objection, not a position [§2.5-6]. Nobody writes for someone with a device [§2.5-8].
 */
export const givePosition: Judge<ActOf<'give-position'>> = (scene, actor, act) => {
  const given = personFor(scene, actor, act.personId)
  if (!given.ok) return given
  const person = given.value
  const found = openDecision(scene.board, act.decisionId)
  if (!found.ok) return found
  const decision = found.value
  const round = currentRound(decision)
  if (!round || round.round !== act.round) return refuse('moved-on', { round: round?.round ?? 0 })
  if (round.revealedAt) return refuse('already-revealed')
  if (decision.step !== 'objections') return refuse('moved-on', { step: decision.step })
  if (person.standing === 'observer') return refuse('observers-do-not')
  if (!decision.deciders.includes(person.id)) return refuse('not-a-decider')
  // Whoever is proposed speaks last, so that nobody is held back by their wish [§2.4.6].
  if (scene.knowsAll && decision.process === 'election' && decision.card?.holder === person.id) {
    const before = missingIn(scene, decision, round.round).filter((personId) => personId !== person.id)
    if (before.length > 0) return refuse('proposed-last')
  }
  const one = joinVoices(person, act)
  if (!one.ok) return one
  const writer = actor.kind === 'person' && actor.personId !== person.id ? { enteredBy: actor.personId } : {}
  const payload = { ...one.value, ...(act.text === undefined ? {} : { text: act.text }), attribution: act.attribution, ...writer }
  return confides({ put: { kind: 'position', subject: roundSubject(decision, round.round), personId: person.id, at: scene.now, payload } })
}
