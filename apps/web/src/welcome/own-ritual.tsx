import { ownPrompt, promptKinds, type Phase, type PromptKind, stepOrders, stepsOf } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { RitualChoice } from '../room/ritual-choice.tsx'
import { useBoard } from '../room/use-board.ts'

/** What the sheet of the frame changes of the template. */
export type RitualOfSheet = { steps: Phase[]; prompts: Partial<Record<PromptKind, string>> }

const isAfter = (steps: readonly Phase[]): boolean => steps.indexOf('follow-up') > steps.indexOf('agenda')

/** What the group has made its own, agreed with the frame: when it follows up, which questions it asks itself [A17, B18]. */
export function OwnRitual() {
  const t = useT('ritual')
  const meeting = useBoard((board) => board.meeting)
  const own = promptKinds.flatMap((kind) => {
    const prompt = ownPrompt(meeting, kind)
    return prompt === undefined ? [] : [t.ownSaid(t.names[kind], prompt)]
  })
  return (
    <>
      {isAfter(stepsOf(meeting)) && <p className="text-ink2">{t.afterSaid}</p>}
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

/** The same, to be changed until the weather begins. */
export function RitualFields({ ritual, onChange }: { ritual: RitualOfSheet | null; onChange: (ritual: RitualOfSheet) => void }) {
  const meeting = useBoard((board) => board.meeting)
  const asNow = { steps: [...stepsOf(meeting)], prompts: { ...meeting.prompts } }
  const shown = ritual ?? asNow
  return (
    <RitualChoice
      followUp={isAfter(shown.steps) ? 'after' : 'before'}
      onFollowUp={(place) => onChange({ ...shown, steps: [...(stepOrders[place === 'after' ? 1 : 0] ?? shown.steps)] })}
      prompts={shown.prompts}
      onPrompts={(prompts) => onChange({ ...shown, prompts })}
    />
  )
}
