import { useT } from '../i18n/words.tsx'
import { useStepTime } from '../room/step-time.ts'
import { TimeLine } from '../ui/time-line.tsx'

/** What the present step has taken of the minutes planned for it: said, never urged. `line`: drawn too, where no item has its own. */
export function StepTime({ line = false }: { line?: boolean }) {
  const t = useT('agenda')
  const time = useStepTime()
  if (time === null) return null
  return (
    <>
      <p className="text-second text-ink2">{t.items.time.step(t.phases[time.phase], time.spent, time.planned)}</p>
      {line && <TimeLine part={time.part} />}
    </>
  )
}
