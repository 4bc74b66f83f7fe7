import type { Id } from '@clairiere/ritual'

/** Which form of an item's page is open: one at a time, opened from the band or from its place. */
export type Opened =
  | 'set-advice'
  | 'ask-advice'
  | 'give-advice'
  | 'conclude-advice'
  | 'set-broadcast'
  | 'react'
  | 'state-feedback'
  | 'answer-feedback'
  | 'no-answer'
  | 'learn'
  | 'sovereignty'
  | 'idea'
  | 'edit'
  | { answer: Id }
  | null

/** What a kind's panel is given. */
export interface PanelProps {
  opened: Opened
  onOpen: (opened: Opened) => void
}

export const answers = (opened: Opened, id: Id): boolean => opened !== null && typeof opened === 'object' && opened.answer === id
