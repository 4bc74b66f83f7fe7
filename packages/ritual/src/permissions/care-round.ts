import type { PersonId } from '../ids.ts'
import type { Scene } from '../scene.ts'
import { mayWelcome } from './role-concerned.ts'

/** Whoever treats a signal about the facilitation also holds the round that is its response, since those it concerns do not [§4.11]. */
export const leadsCareRound = ({ board, online, secrets }: Scene, personId: PersonId): boolean =>
  Object.values(board.signals).some(({ id, status }) => {
    const about = status === 'in-care' ? secrets.all('signal', id)[0]?.payload : undefined
    return about?.aboutRole !== undefined && mayWelcome(board, online, personId, about)
  })
