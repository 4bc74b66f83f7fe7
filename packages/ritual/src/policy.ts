import * as v from 'valibot'
import type { PublicBoard } from './board.ts'
import { IdSchema, type PersonId } from './ids.ts'
import { wasInMeeting } from './permissions/circle-size.ts'
import { rootOf, type Root } from './roots.ts'
import { DisagreementSchema, IdeaSchema, LearningSchema, ResourceSchema } from './words.ts'

export type WordsVerdict = 'yes' | 'no' | 'frozen' | 'wait' | 'unknown-root'

/**
 * Whether a person may write into a root. By standing and path alone [architecture § The guard]: deciders write, observers do not, and what is
 * over is hidden by the screen, so that a keystroke in flight is never punished. Sealing alone closes words. An item the board does not know yet may be
 * on its way (an item proposed offline can have its note): `wait`.
 */
export const mayWrite = (board: PublicBoard, personId: PersonId, rootName: string): WordsVerdict => {
  const root = rootOf(rootName)
  if (!root) return 'unknown-root'
  const { status, closedAt } = board.meeting
  if (status === 'sealed' || status === 'cancelled') return 'frozen'
  const person = board.people[personId]
  if (root.kind === 'board' || person?.standing !== 'decider' || (closedAt !== undefined && !wasInMeeting(board, personId))) return 'no'
  return 'itemId' in root && !board.items[root.itemId] ? 'wait' : 'yes'
}

/** Schema of the values of a map root; a value is whole, removed by its flag and never deleted. */
export const wordValueSchemas = {
  ideas: IdeaSchema,
  learnings: LearningSchema,
  resources: ResourceSchema,
  disagreements: DisagreementSchema,
} as const satisfies Partial<Record<Root['kind'], v.GenericSchema>>

/** Keys of the map roots: any id. */
export const WordKeySchema = IdSchema

/** Limits of one root: entries of a map, UTF-16 units of a text or note, depth of a note. Generous to people, tight to scripts. */
export const wordLimits = { entries: 500, draftLength: 4000, noteLength: 60_000, noteDepth: 12 } as const
