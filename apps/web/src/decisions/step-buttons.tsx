import type { Decision } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAllowed } from '../room/use-act.ts'

/** One step back, said aloud; absent where there is nothing before. */
export function Back({ decision }: { decision: Decision }) {
  const t = useT('decisions').foot
  const may = useAllowed({ type: 'previous-step', decisionId: decision.id, from: decision.step })
  if (!may.allowed) return null
  return (
    <ActButton act={{ type: 'previous-step', decisionId: decision.id, from: decision.step }} kind="quiet">
      {t.back}
    </ActButton>
  )
}

/** One step on: the filled button of facilitation. */
export function Next({ decision, children }: { decision: Decision; children: string }) {
  return (
    <ActButton act={{ type: 'next-step', decisionId: decision.id, from: decision.step }} kind="act">
      {children}
    </ActButton>
  )
}
