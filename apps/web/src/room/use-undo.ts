import type { ActInput } from '@clairiere/ritual'
import { useCallback } from 'react'
import { useSay } from '../ui/toasts.tsx'
import { useAct } from './use-act.ts'

/** Says what was just done, and for ten seconds offers to take it back: `undo` is the act the rules have for that. */
export const useUndo = (): ((done: string, undo: ActInput) => void) => {
  const act = useAct()
  const say = useSay()
  return useCallback((done, undo) => say(done, () => void act(undo)), [act, say])
}
