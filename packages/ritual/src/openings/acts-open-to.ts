import { actTypes, type Act, type ActType } from '../acts.ts'
import type { Id } from '../ids.ts'
import { judge } from '../judge.ts'
import type { Actor, Scene } from '../scene.ts'
import { parseAct } from '../wire.ts'
import { correctionProbes, decisionProbes, reviewProbes, transmissionProbes } from './of-deciding.ts'
import { actionProbes, adviceProbes, agendaProbes, circulationProbes, feedbackProbes } from './of-items.ts'
import { meetingProbes, peopleProbes, roleProbes } from './of-meeting.ts'
import { noteProbes, signalProbes } from './of-mood.ts'
import { closingProbes, floorProbes, roundProbes, weatherProbes } from './of-turns.ts'
import type { Ground, Probes } from './probe.ts'

const probes: Probes<ActType> = {
  ...meetingProbes,
  ...peopleProbes,
  ...roleProbes,
  ...roundProbes,
  ...weatherProbes,
  ...agendaProbes,
  ...noteProbes,
  ...floorProbes,
  ...signalProbes,
  ...decisionProbes,
  ...reviewProbes,
  ...adviceProbes,
  ...circulationProbes,
  ...feedbackProbes,
  ...actionProbes,
  ...closingProbes,
  ...transmissionProbes,
  ...correctionProbes,
}

/** Fields that say what an act is about or which of several it is; the others are words and amounts. */
const subjectFields = [
  'role',
  'rank',
  'kind',
  'level',
  'to',
  'result',
  'postponeRest',
  'status',
  'itemId',
  'decisionId',
  'reviewId',
  'objectionId',
  'improvementId',
  'adviceId',
  'reactionId',
  'noteId',
  'signalId',
  'whisperId',
  'actionId',
  'correctionId',
  'id',
  'personId',
] as const

/**
 * One name for « this act about this thing », e.g. `open-item 01J…` or `claim-role scribe holder`: what a screen offers and what the rules allow are compared
 * by it. Who the acting person is does not show; a person without a device for whom they write does.
 */
export const openingName = (act: Act): string => {
  const fields = act as unknown as Readonly<Record<string, unknown>>
  const said = subjectFields.flatMap((field) => {
    const value = fields[field]
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : value === true ? [field] : []
  })
  return [act.type, ...said].join(' ')
}

/** Ids for acts that are only asked about and never sent. */
const UNUSED: Id = '00000000000000000000000000'

/**
 * Every act open to this person or contact now, each as a sample: built on `judge`, so it is what the server would take from them at this moment [§2.6, C14].
 * An act that would change nothing (a role one already holds) is not listed. On a device (`knowsAll: false`) an act that hangs on what the device is not
 * told is listed, and may still be refused.
 */
export const actsOpenTo = (
  scene: Scene,
  who: Pick<Actor, 'kind'> & ({ kind: 'person'; personId: Id } | { kind: 'contact'; org: Id }),
  types: readonly ActType[] = actTypes,
): readonly Act[] => {
  const actor: Actor = { ...who, actId: UNUSED, randomId: () => UNUSED }
  const ground: Ground = { ...scene, self: who.kind === 'person' ? who.personId : undefined }
  return types.flatMap((type) => probesOf(type, ground).filter((act) => changesSomething(scene, actor, act)))
}

const probesOf = (type: ActType, ground: Ground): readonly Act[] =>
  probes[type](ground).flatMap((fields) => {
    const act = parseAct({ type, ...fields })
    return act.ok ? [act.value] : []
  })

const changesSomething = (scene: Scene, actor: Actor, act: Act): boolean => {
  const answer = judge(scene, actor, act)
  return answer.ok && answer.value.facts.length + answer.value.confidences.length > 0
}
