import type { Action, FollowUp, Review, TransmissionStatus } from '../record/follow-up.ts'
import type { Mood } from '../record/mood.ts'
import type { Sentences } from '../sentences/fr.ts'
import type { Block } from './nodes.ts'
import { takersOf } from './takers.ts'
import { entry, listOf, section, table } from './write.ts'

export const followUpSection = ({ transmissions, actions, reviews = [] }: FollowUp, s: Sentences): Block[] => {
  const f = s.followUp
  return section(2, f.title, [
    transmissions.length > 0 &&
      table(
        f.transmissions,
        transmissions.map((each) => [each.ref, each.title, each.to, transmissionIs(each.status, s)]),
      ),
    reviews.length > 0 &&
      table(
        f.reviews,
        reviews.map((each) => [each.ref, each.title, reviewIs(each, s)]),
      ),
    actions.length > 0 &&
      table(
        f.actions,
        actions.map((each) => {
          const isRunning = each.state !== 'done' && each.state !== 'given-back' && each.state !== 'dropped'
          const due = isRunning && each.due !== undefined ? `, ${f.due(each.due)}` : ''
          return [each.ref, withDecision(each, s), takersOf(each, s), f.actionStates[each.state] + due]
        }),
      ),
  ])
}

/** « Acheter le bois (ECO-2026-013, dépense, en attente d’enregistrement) »; the bare title when it carries out no decision. */
export const withDecision = ({ title, decision, spends }: Pick<Action, 'title' | 'decision' | 'spends'>, s: Sentences): string => {
  const said = [...(decision === undefined ? [] : [decision]), ...(spends === undefined ? [] : [s.registers.spends[spends]])]
  return said.length === 0 ? title : `${title} (${said.join(', ')})`
}

/** « gardée, à revoir le 3 juin 2027 ; a aidé : les permanences ; a gêné : le froid » */
const reviewIs = ({ verdict, nextOn, helped, hindered }: Review, s: Sentences): string => {
  const f = s.followUp
  const said = [
    verdict === undefined ? (nextOn === undefined ? f.notReviewed : f.putOff(nextOn)) : f.verdicts[verdict](nextOn),
    ...(helped === undefined ? [] : [f.helped(helped)]),
    ...(hindered === undefined ? [] : [f.hindered(hindered)]),
  ]
  return said.join(s.semicolon)
}

/** « transmise le 4 décembre 2026, enregistrement attendu » */
export const transmissionIs = (status: TransmissionStatus | undefined, s: Sentences): string => {
  const f = s.followUp
  switch (status?.state) {
    case undefined:
    case 'to-send':
      return f.toSend
    case 'sent':
      return f.sent(status.on)
    case 'received':
      return f.received(status.on)
    case 'registered':
      return f.registered(status.on, status.reference)
    case 'returned':
      return f.returned(status.on, status.reason)
  }
}

/** Signals as numbers and responses: no person, time, item [§2.7]. */
export const moodSection = (mood: Mood | undefined, s: Sentences): Block[] => {
  if (mood === undefined) return []
  const m = s.mood
  const total = mood.signals.reduce((sum, each) => sum + each.count, 0)
  const kinds = mood.signals.filter((each) => each.count > 0).map((each) => m.ofKind(each.kind, each.count))
  const fate = mood.carried > 0 ? ` ${m.carried(mood.carried)}` : mood.untreated > 0 ? '' : ` ${m.allTreated(total)}`
  const responses = mood.responses
    .map((each) => each.filter((response) => response !== 'handed-over').map((response) => m.responseNames[response]))
    .filter((each) => each.length > 0)
    .map((each) => each.join(m.thenInside))
  return section(2, m.title, [
    listOf([
      total > 0 && entry(`${s.label(m.signals(total))} ${kinds.join(', ')}.${fate}`),
      responses.length > 0 && entry(m.responses(responses.join(s.semicolon))),
      mood.handedOver > 0 && entry(m.handedOver(mood.handedOver)),
      ...mood.phrases.map((phrase) => entry(m.phrase(phrase))),
    ]),
  ])
}
