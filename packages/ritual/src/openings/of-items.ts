import type { actionActs } from '../actions/acts.ts'
import type { adviceActs } from '../advice/acts.ts'
import type { agendaActs } from '../agenda/acts.ts'
import type { circulationActs } from '../circulation/acts.ts'
import type { feedbackActs } from '../feedback/acts.ts'
import { actions, items, nextMonth, SAMPLE, today, voiceOf, type Ground, type Probes } from './probe.ts'

const advices = ({ board }: Ground) => Object.values(board.advice)

export const agendaProbes: Probes<keyof typeof agendaActs> = {
  'propose-item': () => [{ kind: 'information', title: SAMPLE }],
  'list-item': items,
  'order-items': ({ board }) => [
    {
      ids: Object.values(board.items)
        .flatMap(({ id, position, status }) => (position >= 0 && status === 'listed' ? [id] : []))
        .toReversed(),
    },
  ],
  'set-item': (ground) => items(ground).map((about) => ({ ...about, context: SAMPLE })),
  'tell-experience': (ground) => items(ground).map((about) => ({ ...about, published: true })),
  'open-item': items,
  'pause-item': items,
  'resume-item': items,
  'close-item': (ground) => items(ground).map((about) => ({ ...about, nextStep: SAMPLE })),
  'postpone-item': items,
  'withdraw-item': items,
  'plan-minutes': ({ board }) => Object.values(board.items).map(({ id, plannedMinutes }) => ({ itemId: id, minutes: plannedMinutes + 1 })),
  'agree-overrun': (ground) => items(ground).map((about) => ({ ...about, minutes: 5 })),
}

export const adviceProbes: Probes<keyof typeof adviceActs> = {
  'set-advice': (ground) =>
    items(ground).map((about) => ({ ...about, question: SAMPLE, decider: ground.self ?? '', decideBy: nextMonth(ground) })),
  'ask-advice': (ground) =>
    advices(ground).flatMap(({ itemId, asked }) => {
      const others = Object.keys(ground.board.organisations).filter((org) => !asked.some(({ target }) => target === org))
      return others.slice(0, 1).map((target) => ({ itemId, target, as: 'competent' as const }))
    }),
  'give-advice': (ground) => advices(ground).map(({ itemId }) => ({ itemId, voice: voiceOf(ground, ground.self), text: SAMPLE })),
  'answer-advice': (ground) =>
    advices(ground).flatMap(({ itemId, given }) => given.map(({ id }) => ({ itemId, adviceId: id, answer: 'kept' as const }))),
  'conclude-advice': (ground) => advices(ground).map(({ itemId }) => ({ itemId, text: SAMPLE })),
}

export const circulationProbes: Probes<keyof typeof circulationActs> = {
  // The text that stands, since what was reacted to is locked: only its window is still to be lengthened.
  'set-broadcast': (ground) =>
    items(ground).map((about) => ({
      ...about,
      text: ground.board.broadcasts[about.itemId]?.text ?? SAMPLE,
      decidedOn: today(ground),
      openUntil: nextMonth(ground),
    })),
  react: (ground) =>
    [
      ...Object.keys(ground.board.broadcasts).map((itemId) => ({ itemId })),
      ...Object.keys(ground.board.decisions).map((decisionId) => ({ decisionId })),
    ].map((about) => ({ ...about, voice: voiceOf(ground, ground.self), reactionType: 'support' as const, text: SAMPLE })),
  'answer-reaction': ({ board }) => Object.keys(board.reactions).map((reactionId) => ({ reactionId, text: SAMPLE })),
}

export const feedbackProbes: Probes<keyof typeof feedbackActs> = {
  'state-feedback': (ground) => items(ground).map((about) => ({ ...about, observation: SAMPLE })),
  'answer-feedback': (ground) => items(ground).map((about) => ({ ...about, text: SAMPLE })),
  'close-feedback': (ground) => items(ground).map((about) => ({ ...about, noAnswerOn: today(ground) })),
  'learn-from-feedback': (ground) => items(ground).map((about) => ({ ...about, text: SAMPLE })),
  'set-sovereignty': ({ board }) =>
    Object.keys(board.organisations)
      .slice(0, 1)
      .map((org) => ({ org, text: SAMPLE })),
}

export const actionProbes: Probes<keyof typeof actionActs> = {
  'create-action': () => [{ title: SAMPLE }],
  'accept-action': actions,
  'give-back-action': actions,
  'update-action': (ground) =>
    actions(ground).flatMap((about) => [
      { ...about, seen: true },
      { ...about, status: 'done' as const },
    ]),
  'help-action': actions,
}
