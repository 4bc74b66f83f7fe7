import type { Attributed } from '../people/entities.ts'
import type { Id, Instant } from '../ids.ts'

export const noteChannels = ['oral', 'chat', 'written'] as const
export const noteTypes = ['note', 'question', 'answer', 'reaction', 'idea', 'important'] as const
export const noteHeadings = ['questions', 'synthesis', 'important'] as const
export type NoteHeading = (typeof noteHeadings)[number]

/** A note with a name (a chat line, a sentence taken down), or unsigned. Not the group's common notes, which are words. */
export interface Note extends Attributed {
  id: Id
  itemId: Id
  heading?: NoteHeading
  text: string
  channel: (typeof noteChannels)[number]
  type: (typeof noteTypes)[number]
  at: Instant
  editedAt?: Instant
  /** Out of frame: shown to its author and the scribe only, not exported, not destroyed before sealing. */
  hidden: boolean
}
