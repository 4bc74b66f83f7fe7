import {
  ownPrompt,
  plannedSteps,
  promptKinds,
  type Phase,
  type PromptKind,
  type RitualPart,
  type StepMinutes,
  stepOrders,
  stepsOf,
} from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { RitualChoice } from '../room/ritual-choice.tsx'
import { useBoard } from '../room/use-board.ts'

/** What the sheet of the frame changes of the template. */
export type RitualOfSheet = { steps: Phase[]; stepMinutes: StepMinutes; prompts: Partial<Record<PromptKind, string>> }

const isAfter = (steps: readonly Phase[]): boolean => steps.indexOf('follow-up') > steps.indexOf('agenda')

/** What the group has made its own, agreed with the frame: when it follows up, how long its steps are, which questions it asks itself [A17, B18]. */
export function OwnRitual() {
  const t = useT('ritual')
  const meeting = useBoard((board) => board.meeting)
  const own = promptKinds.flatMap((kind) => {
    const prompt = ownPrompt(meeting, kind)
    return prompt === undefined ? [] : [t.ownSaid(t.names[kind], prompt)]
  })
  const minutes = plannedSteps(meeting).map(({ phase, minutes: each }) => t.stepSaid(t.steps[phase], each))
  return (
    <>
      {isAfter(stepsOf(meeting)) && <p className="text-ink2">{t.afterSaid}</p>}
      {meeting.stepMinutes && <p className="text-ink2">{t.minutesSaid(minutes)}</p>}
      {own.length > 0 && (
        <ul className="flex flex-col gap-1">
          {own.map((said) => (
            <li key={said}>{said}</li>
          ))}
        </ul>
      )}
    </>
  )
}

type RitualFieldsProps = {
  ritual: RitualOfSheet | null
  /** Parts left out, as the sheet has them. */
  without: readonly RitualPart[]
  onChange: (ritual: RitualOfSheet) => void
}

/** The same, to be changed until the weather begins. */
export function RitualFields({ ritual, without, onChange }: RitualFieldsProps) {
  const meeting = useBoard((board) => board.meeting)
  const asNow = { steps: [...stepsOf(meeting)], stepMinutes: { ...meeting.stepMinutes }, prompts: { ...meeting.prompts } }
  const shown = ritual ?? asNow
  return (
    <RitualChoice
      followUp={isAfter(shown.steps) ? 'after' : 'before'}
      onFollowUp={(place) => onChange({ ...shown, steps: [...(stepOrders[place === 'after' ? 1 : 0] ?? shown.steps)] })}
      stepMinutes={shown.stepMinutes}
      onStepMinutes={(stepMinutes) => onChange({ ...shown, stepMinutes })}
      meeting={{ plannedMinutes: meeting.plannedMinutes, without }}
      prompts={shown.prompts}
      onPrompts={(prompts) => onChange({ ...shown, prompts })}
    />
  )
}
