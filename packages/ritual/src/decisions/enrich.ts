import type { ActOf } from '../acts.ts'
import { personOf, unsigned } from '../acting.ts'
import { appearsAs, authorshipFor, entryId, hasVoice } from '../authorship.ts'
import { dayOf } from '../days.ts'
import { given } from '../fields.ts'
import { refuse } from '../refusal.ts'
import type { Judge } from '../scene.ts'
import { facts, factsAnd } from '../verdict.ts'
import { lateObjections } from './late.ts'
import { openDecision, unresolved } from './state.ts'

/** A last enrichment, once nobody objects: anyone present may offer one. */
export const improve: Judge<ActOf<'improve'>> = (scene, actor, act) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const found = openDecision(scene.board, act.decisionId)
  if (!found.ok) return found
  if (found.value.step !== 'improvement') return refuse('wrong-phase')
  if (!hasVoice(person.value, act.voice)) return refuse('not-yours')
  const { attribution, voice, text, decisionId } = act
  const id = entryId(actor, attribution)
  const improvement = { id, text, kept: null, ...appearsAs(attribution, person.value.id, voice) }
  const fact = { type: 'improvement-proposed' as const, decisionId, improvement }
  if (attribution === 'name-and-voice') return factsAnd([fact], [], { improvementId: id })
  return unsigned([fact], authorshipFor('improvement', id, attribution, person.value.id, voice, scene.now), { improvementId: id })
}

/** Kept only if the carrier takes it in and nobody objects [§2.4.6]; the text itself stays the one that was consented to. */
export const keepImprovement: Judge<ActOf<'keep-improvement'>> = (scene, actor, act) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const found = openDecision(scene.board, act.decisionId)
  if (!found.ok) return found
  const { carrier, itemId, improvements } = found.value
  const item = scene.board.items[itemId]
  if (carrier !== person.value.id && !item?.carriers.includes(person.value.id) && item?.replacement !== person.value.id)
    return refuse('carrier-missing')
  if (!improvements.some(({ id }) => id === act.improvementId)) return refuse('no-such-thing')
  const objected = [...unresolved(found.value), ...lateObjections(found.value)]
  if (act.kept && objected.length > 0) return refuse('objections-open', { objections: objected.map(({ id }) => id) })
  return facts({ type: 'improvement-kept', decisionId: act.decisionId, improvementId: act.improvementId, kept: act.kept })
}

/** One's own interest in the decision, printed with it [D6]; also just after the adoption. */
export const declareInterest: Judge<ActOf<'declare-interest'>> = (scene, actor, act) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const decision = scene.board.decisions[act.decisionId]
  if (!decision) return refuse('no-such-thing')
  if (decision.status !== 'open' && decision.status !== 'adopted') return refuse('wrong-status')
  return facts({ type: 'interest-declared', decisionId: decision.id, id: actor.actId, personId: person.value.id, text: act.text })
}

/** What one takes on with a decision, in one's own name or for a structure one speaks for [D19]; also just after the adoption. */
export const commit: Judge<ActOf<'commit'>> = (scene, actor, act) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const decision = scene.board.decisions[act.decisionId]
  if (!decision) return refuse('no-such-thing')
  if (decision.status !== 'open' && decision.status !== 'adopted') return refuse('wrong-status')
  if (!hasVoice(person.value, act.voice)) return refuse('not-yours')
  const spoken = act.voice === null ? undefined : person.value.voices.find(({ org }) => org === act.voice)
  const toConfirm = spoken?.mandate === 'ad-referendum'
  const today = dayOf(scene.now, scene.board.meeting.timezone)
  if (toConfirm && act.confirmBy !== undefined && act.confirmBy < today) return refuse('review-date-missing')
  const commitment = {
    id: actor.actId,
    personId: person.value.id,
    voice: act.voice,
    text: act.text,
    ...(toConfirm && { toConfirm: true as const, ...given({ confirmBy: act.confirmBy ?? spoken.confirmBy }) }),
  }
  return facts({ type: 'committed', decisionId: decision.id, commitment })
}

/** What the minutes print as Clarifications and Ressentis, in the group's words; never a part of the adopted text. */
export const setSummary: Judge<ActOf<'set-summary'>> = (scene, _actor, act) => {
  if (!scene.board.decisions[act.decisionId]) return refuse('no-such-thing')
  return facts({ type: 'summary-set', decisionId: act.decisionId, step: act.step, text: act.text })
}
