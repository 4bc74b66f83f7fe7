import { defaultTemplate } from '../template.ts'
import type { Meeting, Phase } from './entities.ts'
import { stepsOf } from './ritual-template.ts'

/** Whole minutes that the template gives a step of a meeting of this length: its share of the planned time, rounded. */
export const stepShare = (phase: Phase, plannedMinutes: number): number =>
  Math.round((defaultTemplate.phases.find((each) => each.phase === phase)?.share ?? 0) * plannedMinutes)

/**
 * Every step held, in the meeting's order, with its planned minutes [A17]: the group's own, else the template's share. The agenda has what the others leave, so that the
 * steps make the planned time, and a part left out gives it its minutes; none where the others take it all, and they then make more than was planned.
 */
export const plannedSteps = (
  meeting: Pick<Meeting, 'steps' | 'stepMinutes' | 'without' | 'plannedMinutes'>,
): readonly { phase: Phase; minutes: number }[] => {
  const { stepMinutes = {}, without = [], plannedMinutes } = meeting
  const left: readonly string[] = without
  const held = stepsOf(meeting).filter((phase) => !left.includes(phase))
  const own = (phase: Phase): number => (phase === 'agenda' ? 0 : (stepMinutes[phase] ?? stepShare(phase, plannedMinutes)))
  const taken = held.reduce((sum, phase) => sum + own(phase), 0)
  return held.map((phase) => ({ phase, minutes: phase === 'agenda' ? Math.max(0, plannedMinutes - taken) : own(phase) }))
}
