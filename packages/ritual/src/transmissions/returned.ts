import type { Board } from '../board.ts'
import { given } from '../fields.ts'
import type { Id } from '../ids.ts'
import type { Previous } from '../meeting/handed-on.ts'
import type { Transmission } from './entities.ts'

/** The feedback to its structure that a returned decision asks for on the next agenda, with the reason [§2.4.7, V5]. */
export const returnedItem = ({ title, to, returned }: Transmission): Previous['items'][number] => ({
  title,
  kind: 'feedback',
  status: 'returned',
  towards: to,
  ...given({ text: returned?.reason }),
})

/** The id of that point where it comes once the meeting was made. No colon: it would part the names of its notes. */
export const returnedItemId = ({ decisionRef }: Transmission): Id =>
  `former-returned-${decisionRef.replaceAll(/[^0-9A-Za-z_.-]/g, '-')}`.slice(0, 64)

/** Whether this meeting, or one of its line, has or had it on its agenda: from its beginning where it was made knowing of the return. */
export const isOnAgenda = ({ previous }: Pick<Board, 'previous'>, { decisionRef, to, returned }: Transmission): boolean =>
  returned?.onAgenda === true ||
  previous.transmissions.some((told) => told.state === 'returned' && told.ref === decisionRef && told.to === to)
