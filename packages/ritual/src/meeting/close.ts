import type { ActOf } from '../acts.ts'
import type { PublicBoard } from '../board.ts'
import { improvementsTold } from '../closing/improvements.ts'
import { countRoti } from '../closing/roti.ts'
import type { ConfidenceChange } from '../confidences/entities.ts'
import { memoryOnlyKinds } from '../confidences/entities.ts'
import { addDays, dayOf } from '../days.ts'
import { endDecisions } from '../decisions/endings.ts'
import type { Fact } from '../facts.ts'
import { actingFacilitators } from '../permissions/hats.ts'
import { ok, refuse, type Outcome } from '../refusal.ts'
import type { Actor, Judge, Scene, Verdict } from '../scene.ts'
import { isUntreated } from '../signals/untreated.ts'
import { facts, whoActs } from '../verdict.ts'

/** What keeps a meeting from closing: each list becomes part of the sentence that offers « reporter ce qui reste ». */
export const openThings = (board: PublicBoard) => ({
  items: Object.values(board.items).filter((item) => item.status === 'open' || item.status === 'paused'),
  signals: Object.values(board.signals).filter(isUntreated),
  decisions: Object.values(board.decisions).filter((decision) => decision.status === 'open'),
})

/** Whispers and ripples die with the live meeting [§2.5-16]. */
const forgetConfided = ({ secrets }: Scene): readonly ConfidenceChange[] =>
  memoryOnlyKinds.flatMap((kind) =>
    secrets.all(kind).map(({ subject, personId }) => ({ drop: { kind, subject, ...(personId !== undefined && { personId }) } })),
  )

/** What is not done goes to the next meeting: items postponed, signals carried, decisions suspended with their text [§2.4.1, V7]. */
const endMeeting = (scene: Scene, actor: Actor, interrupted?: string): Outcome<Verdict> => {
  const { board, now } = scene
  const { signals } = openThings(board)
  const decisions = endDecisions(scene, { status: 'suspended' })
  const told = improvementsTold(scene, actor)
  const unfinished = Object.values(board.items)
    .filter((item) => ['open', 'paused', 'listed'].includes(item.status))
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const made: Fact[] = [
    ...decisions.facts,
    ...signals.map((signal): Fact => ({ type: 'signal-carried', signalId: signal.id, as: 'aside-talk' })),
    ...unfinished.map((item): Fact => ({ type: 'item-postponed', itemId: item.id })),
    ...countRoti(scene),
    ...told.facts,
    {
      type: 'meeting-closed',
      reviewUntil: addDays(dayOf(now, board.meeting.timezone), board.meeting.reviewDays),
      ...(interrupted !== undefined && { interrupted }),
    },
  ]
  return ok({ facts: made, confidences: [...decisions.confidences, ...told.confidences, ...forgetConfided(scene)] })
}

/** Without a facilitator nobody ends a meeting alone: the first asks, the second agrees [§2.4.1]. */
const needsSecondPerson = ({ board, online }: Scene, actor: Actor, what: 'close' | 'interrupt'): Fact | undefined => {
  const personId = whoActs(actor)
  if (actingFacilitators(board, online).includes(personId)) return undefined
  if (board.meeting.keys.some((key) => key.for === what && key.personId !== personId)) return undefined
  return { type: 'key-turned', role: null, personId, for: what }
}

export const judgeClose: Judge<ActOf<'close'>> = (scene, actor, { postponeRest }) => {
  const { items, signals, decisions } = openThings(scene.board)
  const open = {
    ...(items.length > 0 && { items: items.map((item) => item.id) }),
    ...(signals.length > 0 && { signals: signals.map((signal) => signal.id) }),
    ...(decisions.length > 0 && { decisions: decisions.map((decision) => decision.id) }),
  }
  const isOpen = Object.keys(open).length > 0
  if (isOpen && !postponeRest)
    return refuse(signals.length > 0 ? 'signals-untreated' : items.length > 0 ? 'items-open' : 'decisions-open', open)
  const first = isOpen ? needsSecondPerson(scene, actor, 'close') : undefined
  return first ? facts(first) : endMeeting(scene, actor)
}

export const judgeInterrupt: Judge<ActOf<'interrupt'>> = (scene, actor, { reason }) => {
  const first = needsSecondPerson(scene, actor, 'interrupt')
  return first ? facts(first) : endMeeting(scene, actor, reason)
}
