import type { PublicBoard } from '../board.ts'
import { dayOf } from '../days.ts'
import type { Instant } from '../ids.ts'
import type { Meeting } from '../meeting/entities.ts'
import { highestNumbers } from '../previous.ts'

const prefixOf: Record<Meeting['type'], string> = { ecosystem: 'ECO', commission: 'COM', workshop: 'ATE', other: 'REU' }

const numbered = (number: number): string => String(number).padStart(3, '0')

/** The reference a decision gets when adopted now: 1 + the highest known in the meeting and those before it [contract § Acts]. */
export const nextDecisionRef = (board: PublicBoard, adoptedAt: Instant): string =>
  `${prefixOf[board.meeting.type]}-${dayOf(adoptedAt, board.meeting.timezone).slice(0, 4)}-${numbered(highestNumbers(board).decision + 1)}`

/** The reference of the next action, `A-NNN`, counted likewise. */
export const nextActionRef = (board: PublicBoard): string => `A-${numbered(highestNumbers(board).action + 1)}`
