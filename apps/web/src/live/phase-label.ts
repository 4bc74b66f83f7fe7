import type { DecisionStep, PublicBoard } from '@clairiere/ritual'
import { agendaOf } from '../room/agenda-order.ts'
import type { fr } from './fr.ts'

/** What the header says is going on: the item and its decision step when there is one, else the phase, else the meeting's status. */
export const phaseLabel = (board: PublicBoard, words: (typeof fr)['phase'], stepName: (step: DecisionStep) => string): string => {
  const { status } = board.meeting
  if (status === 'draft' || status === 'scheduled') return words.before
  if (status !== 'live') return words[status]
  if (board.now.pause) return words.paused
  const { itemId, phase } = board.now
  if (itemId !== null) {
    const agenda = agendaOf(board.items)
    const number = agenda.findIndex((item) => item.id === itemId) + 1
    const decision = Object.values(board.decisions).find((one) => one.itemId === itemId && one.status === 'open')
    return decision ? words.itemStep(number, stepName(decision.step)) : words.item(number, agenda.length)
  }
  return words[phase ?? 'welcome']
}
