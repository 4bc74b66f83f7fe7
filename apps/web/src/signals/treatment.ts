import { isUntreated, responseIds, type Id, type Now, type ResponseId, type Signal, type SignalKind } from '@clairiere/ritual'

/** Signals that still need the group, the strongest first, then the latest. */
export const untreatedIn = (signals: Readonly<Record<Id, Signal>>): readonly Signal[] =>
  Object.values(signals)
    .filter(isUntreated)
    .toSorted((a, b) => b.level - a.level || (a.at < b.at ? 1 : -1))

/** Signals already met with, the latest first: what the panel keeps in one line each. */
export const treatedIn = (signals: Readonly<Record<Id, Signal>>): readonly Signal[] =>
  Object.values(signals)
    .filter((signal) => !isUntreated(signal) && signal.status !== 'withdrawn')
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))

/** The signal the calm banner speaks of: untreated, not the one that already fills the screen, not put away by this person. */
export const bannerSignal = (signals: Readonly<Record<Id, Signal>>, pause: Now['pause'], dismissed: ReadonlySet<Id>): Signal | null =>
  untreatedIn(signals).find((signal) => signal.id !== pause?.signalId && !dismissed.has(signal.id)) ?? null

const firstFor: Readonly<Record<SignalKind, readonly ResponseId[]>> = {
  tension: ['cross-restatement', 'silence', 'feelings-round', 'frame-reminder', 'pause'],
  fatigue: ['pause', 'slow-down', 'postpone', 'silence'],
  pace: ['slow-down', 'clarify', 'postpone', 'heard'],
  voice: ['give-voice', 'feelings-round', 'slow-down', 'heard'],
  confusion: ['clarify', 'slow-down', 'pause', 'postpone'],
  clash: ['cross-restatement', 'give-voice', 'silence', 'frame-reminder'],
  emotion: ['silence', 'pause', 'feelings-round', 'aside-talk'],
  frame: ['frame-reminder', 'pause', 'aside-talk', 'heard'],
  joy: ['celebrate', 'heard', 'pause'],
}

/** The toolbox for one kind [B14]: what helps most often first, then all the rest; handing over has its own road, with consents. */
export const toolbox = (kind: SignalKind, framePoint = false): { first: readonly ResponseId[]; rest: readonly ResponseId[] } => {
  // What two people called is a round, and it was said so before they did [§4.11].
  const first = framePoint ? ['feelings-round' as const, ...firstFor.frame] : firstFor[kind]
  return { first, rest: responseIds.filter((id) => id !== 'handed-over' && !first.includes(id)) }
}

/** Where a handing over stands by the answers of those concerned [§2.5-15]: one refusal ends it, whoever else is still asked; null before anybody was. */
export const handoverStands = (answers: readonly ('asked' | 'consented' | 'refused')[]): 'refused' | 'waits' | 'ready' | null => {
  if (answers.length === 0) return null
  if (answers.includes('refused')) return 'refused'
  return answers.includes('asked') ? 'waits' : 'ready'
}
