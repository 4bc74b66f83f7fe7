import { type Meeting, plannedSteps, stepOrders, stepShare, type StepMinutes, type TimedStep, timedSteps } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { Field } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'

export type MinutesOf = Pick<Meeting, 'plannedMinutes' | 'without'>

type StepMinutesChoiceProps = {
  stepMinutes: StepMinutes
  onChange: (minutes: StepMinutes) => void
  meeting: MinutesOf
  /** Which of `stepOrders`. */
  order: number
  /** Nothing is said yet: they are those of the meeting before, which this screen does not know. */
  asBefore: boolean
  readOnly: boolean
}

const LONGEST_MINUTES = 1440
const isTimed = (phase: string): phase is TimedStep => timedSteps.some((step) => step === phase)

/** How long the group wants its steps, each over the template's own; what they leave is the items' [A17]. Empty is the template's. */
export function StepMinutesChoice({ stepMinutes, onChange, meeting, order, asBefore, readOnly }: StepMinutesChoiceProps) {
  const t = useT('ritual')
  const names = useT('agenda').phases
  const steps = plannedSteps({ ...meeting, steps: stepOrders[order] ?? [], stepMinutes })
  const rest = steps.find(({ phase }) => phase === 'agenda')?.minutes ?? 0
  const change = (step: TimedStep, typed: string) => {
    const { [step]: _before, ...others } = stepMinutes
    const minutes = Math.min(LONGEST_MINUTES, Number.parseInt(typed, 10))
    onChange(minutes > 0 ? { ...others, [step]: minutes } : others)
  }
  return (
    <Fold label={t.minutes}>
      <div className="flex flex-col gap-4 pb-4">
        <p className="text-second text-ink2">{asBefore ? t.minutesAsBefore : t.minutesHint}</p>
        <div className="grid grid-cols-2 gap-4 tablet:grid-cols-3">
          {steps
            .map(({ phase }) => phase)
            .filter(isTimed)
            .map((step) => (
              <Field
                key={step}
                label={names[step]}
                hint={asBefore ? undefined : t.proposed(stepShare(step, meeting.plannedMinutes))}
                type="number"
                inputMode="numeric"
                min="1"
                max={String(LONGEST_MINUTES)}
                value={String(stepMinutes[step] ?? '')}
                onChange={(typed) => change(step, typed)}
                readOnly={readOnly}
              />
            ))}
        </div>
        <p aria-live="polite">{!asBefore && t.rest(rest)}</p>
      </div>
    </Fold>
  )
}
