import type { ActOf } from '../acts.ts'
import { appearsAs, authorshipFor } from '../authorship.ts'
import type { Confidence, ConfidenceChange } from '../confidences/entities.ts'
import type { PersonId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import type { Actor, Judge, Scene } from '../scene.ts'
import { isStopped } from '../signals/untreated.ts'
import { factsAnd } from '../verdict.ts'
import { positionIds, type Concern, type Objection, type PositionId } from './entities.ts'
import { rollCallOf } from './roll-call.ts'
import { currentRound, isCounted, missingIn, openDecision, positionDrops, roundSubject } from './state.ts'

type Said = Extract<Confidence, { kind: 'position' }> & { personId: PersonId }

/**
 * An objection or concern as it will be known. Ids of entries that hide their author are random, and these stand last by id, so that no order tells; the others are
 * numbered among themselves, because a number left out would tell between whom one stood.
 */
const entries = (scene: Scene, actor: Actor, round: number, said: readonly Said[]) => {
  const objections: Omit<Objection, 'at'>[] = []
  const concerns: Concern[] = []
  const confidences: ConfidenceChange[] = []
  let count = 0
  for (const { personId, payload } of said) {
    const { position, voice, attribution } = payload
    const kind = position === 'objection' || position === 'concern' ? position : undefined
    if (!kind || (kind === 'concern' && payload.text === undefined)) continue
    const named = attribution === 'name-and-voice'
    const id = named ? `${actor.actId}.${++count}` : actor.randomId()
    const common = { id, text: payload.text ?? '', round, ...appearsAs(attribution, personId, voice) }
    if (kind === 'objection') objections.push({ ...common, tested: 'pending', lifted: false, carrierConfirmed: false, late: false })
    else concerns.push({ ...common, ...(payload.positions && named ? { positions: payload.positions } : {}) })
    confidences.push(...authorshipFor(kind, id, attribution, personId, voice, scene.now, payload.enteredBy))
  }
  const unnamedLast = <E extends { id: string; personId?: string }>(list: E[]): readonly E[] => [
    ...list.filter((entry) => entry.personId !== undefined),
    ...list.filter((entry) => entry.personId === undefined).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  ]
  return { objections: unnamedLast(objections), concerns: unnamedLast(concerns), confidences }
}

/**
 * Shows the round: counts, and the objections and concerns with their words [§2.5-5]. All have answered, or are away or gone; counted are the deciders
 * still in the meeting. The positions themselves are then forgotten, unless the circle chose a roll-call and everyone is named.
 */
export const reveal: Judge<ActOf<'reveal'>> = (scene, actor, act) => {
  const found = openDecision(scene.board, act.decisionId)
  if (!found.ok) return found
  const decision = found.value
  const round = currentRound(decision)
  if (!round || round.round !== act.round || (decision.step !== 'objections' && !round.revealedAt))
    return refuse('moved-on', { round: round?.round ?? 0 })
  if (round.revealedAt) return refuse('already-revealed')
  if (isStopped(scene.board)) return refuse('signal-open')
  if (scene.knowsAll) {
    const missing = missingIn(scene, decision, round.round)
    if (missing.length > 0) return refuse('positions-missing', { people: missing })
  }
  const { board } = scene
  const given = scene.secrets.all('position', roundSubject(decision, round.round))
  const said = decision.deciders.flatMap((personId): readonly Said[] => {
    const position = isCounted(board, personId) ? given.find((one) => one.personId === personId) : undefined
    return position ? [{ ...position, personId }] : []
  })
  const away = decision.deciders.filter((personId) => isCounted(board, personId) && !said.some((one) => one.personId === personId)).length
  const counts = Object.fromEntries(positionIds.map((id) => [id, said.filter(({ payload }) => payload.position === id).length])) as Record<
    PositionId,
    number
  >
  const rollCall = board.meeting.privacy.positions === 'roll-call' ? rollCallOf(said) : undefined
  const { objections, concerns, confidences } = entries(scene, actor, round.round, said)
  return factsAnd(
    [
      {
        type: 'positions-revealed',
        decisionId: decision.id,
        round: round.round,
        counts,
        away,
        ...(rollCall === undefined ? {} : { rollCall }),
        objections,
        concerns,
      },
    ],
    [...confidences, ...positionDrops(scene.secrets, decision, round.round)],
  )
}
