import { type ReactNode, useId } from 'react'
import { ChoiceGroup, useChoice } from './choice-group.tsx'

const numbers = ['1', '2', '3', '4', '5'] as const

function NumberTile({ value }: { value: string }) {
  const { chosen, radio } = useChoice(value)
  return (
    <label data-chosen={chosen} className="choosable focus-host said flex min-h-14 items-center justify-center rounded-button text-title">
      <input {...radio} className="cover" />
      {value}
    </label>
  )
}

export type NumberChoiceProps = {
  label: string
  aside?: ReactNode
  value: number | null
  onChange: (value: number) => void
  /** What each number means, from 1 to 5: the chosen one's is shown below, in the same place. */
  sentences: readonly [string, string, string, string, string]
}

/** Five equal numbers, no stars, no faces. The sentence of the chosen one tells what it means. */
export function NumberChoice({ label, aside, value, onChange, sentences }: NumberChoiceProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-2">
      <ChoiceGroup
        label={label}
        aside={aside}
        layout="numbers"
        value={value === null ? null : String(value)}
        onChange={(next) => onChange(Number(next))}
        describedBy={id}
      >
        {numbers.map((number) => (
          <NumberTile key={number} value={number} />
        ))}
      </ChoiceGroup>
      <p id={id} className="min-h-[1lh]" aria-live="polite">
        {value === null ? '' : sentences[value - 1]}
      </p>
    </div>
  )
}
