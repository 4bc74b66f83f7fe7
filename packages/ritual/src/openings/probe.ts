import { mayWriteFor } from '../acting.ts'
import type { ActInput, ActType } from '../acts.ts'
import type { PublicBoard } from '../board.ts'
import type { Secrets } from '../confidences/entities.ts'
import { addDays, dayOf } from '../days.ts'
import type { Day, Instant, PersonId } from '../ids.ts'
import type { OrgId } from '../ids.ts'

/** What a sample act is made from: things that stand on the board, and who would act. */
export interface Ground {
  board: PublicBoard
  secrets: Secrets
  now: Instant
  online: ReadonlySet<PersonId>
  /** Absent for the contact of a structure. */
  self: PersonId | undefined
}

type FieldsOf<T extends ActType> = Omit<Extract<ActInput, { type: T }>, 'type'>
/** For every kind of act, the acts of that kind that somebody could mean now: one per thing it may be about, with sample words. */
export type Probes<T extends ActType> = { [K in T]: (ground: Ground) => readonly FieldsOf<K>[] }

/** Words and a title that any schema takes: what is asked is whether an act is open, never what would be said. */
export const SAMPLE = 'Essai'

export const today = ({ board, now }: Ground): Day => dayOf(now, board.meeting.timezone)
export const nextMonth = (ground: Ground): Day => addDays(today(ground), 30)

/** The acting person and those without a device for whom they write; `undefined` stands for oneself. */
export const selves = (ground: Ground): readonly { personId?: PersonId }[] => {
  const { board, self } = ground
  if (self === undefined) return [{}]
  return [
    {},
    ...Object.values(board.people).flatMap((person) =>
      person.id !== self && mayWriteFor(ground, self, person) ? [{ personId: person.id }] : [],
    ),
  ]
}
/** The voice a person speaks with first; null is « en mon nom ». */
export const voiceOf = ({ board }: Ground, personId: PersonId | undefined): OrgId | null =>
  board.people[personId ?? '']?.voices[0]?.org ?? null

export const items = ({ board }: Ground): readonly { itemId: string }[] => Object.keys(board.items).map((itemId) => ({ itemId }))
export const decisions = ({ board }: Ground): readonly { decisionId: string }[] =>
  Object.keys(board.decisions).map((decisionId) => ({ decisionId }))
export const actions = ({ board }: Ground): readonly { actionId: string }[] => Object.keys(board.actions).map((actionId) => ({ actionId }))
