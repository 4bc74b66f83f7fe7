import * as v from 'valibot'

/** Steps whose minutes a group may plan [A17]; the agenda has what they leave of the planned time. */
export const timedSteps = ['welcome', 'weather', 'follow-up', 'closing', 'wrap-up'] as const
export type TimedStep = (typeof timedSteps)[number]

/** In whole minutes, no step longer than the longest meeting. Refuses the agenda's rather than dropping them without a word. */
export const StepMinutesSchema = v.record(v.picklist(timedSteps), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440)))
export type StepMinutes = Readonly<Partial<Record<TimedStep, number>>>
