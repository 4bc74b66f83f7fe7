import type { PublicBoard } from './board.ts'
import { dayOf, daysBetween } from './days.ts'
import type { Day } from './ids.ts'
import type { Previous } from './meeting/handed-on.ts'
import { roleIds, type RoleId } from './roles/ids.ts'
import { signalKinds, type SignalStatus } from './signals/entities.ts'

/** What one meeting counts of itself, about nobody [G4]. */
export type Measures = NonNullable<Previous['measures']>[number]

const treated: readonly SignalStatus[] = ['settled', 'handed-over']

/**
 * Days from adoption to registration of each decision registered, how many still wait, and signals by kind, treated or left; no name, no hour. Nothing of the signals where the
 * circle keeps them out of its minutes [§2.7]. `on` is the meeting's day.
 */
export const measuresOf = ({ meeting, transmissions, decisions, signals }: PublicBoard, on: Day): Measures => {
  const circuits = Object.values(transmissions).filter(({ kind, carriedOver }) => kind === 'register' && !carriedOver)
  const days = circuits.flatMap(({ registered, decisionId }) => {
    const adoptedAt = decisions[decisionId ?? '']?.adoptedAt
    if (registered === undefined || adoptedAt === undefined) return []
    return [Math.max(0, daysBetween(dayOf(adoptedAt, meeting.timezone), registered.date))]
  })
  const shown = meeting.privacy.signals === 'none' ? [] : Object.values(signals).filter(({ status }) => status !== 'withdrawn')
  const kinds = signalKinds.flatMap((kind) => {
    const ofKind = shown.filter((signal) => signal.kind === kind)
    const well = ofKind.filter(({ status }) => treated.includes(status)).length
    return ofKind.length === 0 ? [] : [{ kind, treated: well, left: ofKind.length - well }]
  })
  return {
    on,
    meeting: meeting.id,
    days: days.toSorted((a, b) => a - b),
    waiting: circuits.filter(({ status }) => status !== 'registered' && status !== 'returned').length,
    signals: kinds,
  }
}

/** Whether both are counts of one meeting. Where it was not yet said of which, by its day. */
export const isSameCount = (known: Measures, told: Measures): boolean =>
  known.meeting === undefined ? known.on === told.on : known.meeting === told.meeting

/** The counts of meetings that follow each other, in one. `waiting` is that of the last: before it, what waited has been followed up since. */
export const sumOf = (all: readonly Measures[]): Omit<Measures, 'on' | 'meeting'> => ({
  days: all.flatMap(({ days }) => days).toSorted((a, b) => a - b),
  waiting: all.at(-1)?.waiting ?? 0,
  signals: signalKinds.flatMap((kind) => {
    const ofKind = all.flatMap(({ signals }) => signals.filter((each) => each.kind === kind))
    if (ofKind.length === 0) return []
    const sum = (field: 'treated' | 'left') => ofKind.reduce((total, each) => total + each[field], 0)
    return [{ kind, treated: sum('treated'), left: sum('left') }]
  }),
})

/**
 * How many meetings follow each other up to this one, and how many of them counted days and signals: a former one known only by who held its roles, as one
 * of before the counts or one told by hand, has none.
 */
export const meetingsFollowed = ({ previous }: Pick<PublicBoard, 'previous'>): { all: number; measured: number } => {
  const measured = previous.measures?.length ?? 0
  return { all: 1 + Math.max(measured, previous.roleHistory.length), measured: 1 + measured }
}

/** How a role went round: by how many different people it was held, in how many of the meetings followed. */
export interface Rotation {
  role: RoleId
  meetings: number
  people: number
}

/** Of each role held in this meeting or those before; how many people, never who [G4, I10]. */
export const rotationsOf = ({ previous, roles, people }: Pick<PublicBoard, 'previous' | 'roles' | 'people'>): readonly Rotation[] =>
  roleIds.flatMap((role): readonly Rotation[] => {
    if (role === 'host') return []
    const before = previous.roleHistory.flatMap((held) => held[role] ?? [])
    const now = people[roles[role]?.holders[0] ?? '']?.name
    const names = now === undefined ? before : [...before, now]
    return names.length === 0 ? [] : [{ role, meetings: names.length, people: new Set(names).size }]
  })
