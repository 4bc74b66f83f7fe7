import { promptKinds, type PromptKind, type StepMinutes } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import { StepMinutesChoice, type MinutesOf } from './step-minutes-choice.tsx'
import { useLabels } from './use-labels.ts'

/** Where the follow-up stands; `''` leaves it where the meeting before had it. */
export type FollowUpPlace = '' | 'before' | 'after'
const places: readonly FollowUpPlace[] = ['', 'before', 'after']

type RitualChoiceProps = {
  followUp: FollowUpPlace
  onFollowUp: (place: FollowUpPlace) => void
  /** None is said while this is undefined; so for the questions. */
  stepMinutes: StepMinutes | undefined
  onStepMinutes: (minutes: StepMinutes) => void
  /** The meeting whose time they share. */
  meeting: MinutesOf
  prompts: Readonly<Partial<Record<PromptKind, string>>> | undefined
  onPrompts: (prompts: Readonly<Partial<Record<PromptKind, string>>>) => void
  /** The meeting follows another, whose template it takes over unless said. */
  follows?: boolean
  readOnly?: boolean
}

/** What the group makes its own of the template: when it follows up, how long its steps are, and its questions; an empty one is the template's, read over its field [A17]. */
export function RitualChoice({
  followUp,
  onFollowUp,
  stepMinutes,
  onStepMinutes,
  meeting,
  prompts,
  onPrompts,
  follows = false,
  readOnly = false,
}: RitualChoiceProps) {
  const t = useT('ritual')
  const rounds = useLabels().meeting.rounds
  const improvement = useT('closing').improvement
  const askedAsBefore = follows && prompts === undefined
  const shown = follows ? places : places.filter((place) => place !== '')
  return (
    <>
      <SelectField
        label={t.followUp}
        value={followUp}
        onChange={readOnly ? () => undefined : (value) => onFollowUp(places.find((place) => place === value) ?? 'before')}
        options={shown.map((place) => ({ value: place, label: place === '' ? t.asBefore : t.orders[place] }))}
      />
      <div>
        <StepMinutesChoice
          stepMinutes={stepMinutes ?? {}}
          onChange={onStepMinutes}
          meeting={meeting}
          order={followUp === 'after' ? 1 : 0}
          asBefore={follows && stepMinutes === undefined}
          readOnly={readOnly}
        />
        <Fold label={t.prompts}>
          <div className="flex flex-col gap-4 pb-4">
            <p className="text-second text-ink2">{askedAsBefore ? t.promptsAsBefore : t.promptsHint}</p>
            {promptKinds.map((kind) => (
              <Field
                key={kind}
                label={t.names[kind]}
                hint={askedAsBefore ? undefined : kind === 'improvement' ? improvement : rounds[kind].prompt}
                value={prompts?.[kind] ?? ''}
                onChange={(prompt) => onPrompts({ ...prompts, [kind]: prompt })}
                maxLength={200}
                readOnly={readOnly}
              />
            ))}
          </div>
        </Fold>
      </div>
    </>
  )
}
