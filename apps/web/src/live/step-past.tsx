import { useT } from '../i18n/words.tsx'
import { useStepTime } from '../room/step-time.ts'
import { useBoard } from '../room/use-board.ts'

/** To whoever leads, once the step has held its planned minutes: a question for the group, beside the act that goes on and never instead of it [A17]. An open item asks its own. */
export function StepPast() {
  const t = useT('ritual')
  const time = useStepTime()
  const hasItem = useBoard((board) => board.now.itemId !== null)
  if (time === null || !time.past || hasItem) return null
  return <p className="text-second text-ink2">{t.stepPast(time.spent, time.planned)}</p>
}
