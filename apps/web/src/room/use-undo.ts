import type { ActInput } from '@clairiere/ritual'
import { useCallback } from 'react'
import { useT } from '../i18n/words.tsx'
import { useSay } from '../ui/toasts.tsx'
import { useRoom } from './room.tsx'
import { useAct } from './use-act.ts'

/** Says what was just done, or that it waits on this device, and for ten seconds offers to take it back: `undo` is the act the rules have for that. */
export const useUndo = (): ((done: string, undo: ActInput) => void) => {
  const act = useAct()
  const say = useSay()
  const link = useRoom()
  const { queued } = useT('room')
  return useCallback(
    // Acts leave in order: while one waits, what was just done waits behind it.
    (done, undo) => say(link.outbox.waiting.length > 0 ? queued : done, () => void act(undo)),
    [act, say, link, queued],
  )
}
