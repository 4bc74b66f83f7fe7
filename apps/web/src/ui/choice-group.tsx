import { createContext, type ReactNode, use, useId, useMemo } from 'react'
import { joinClasses } from './join-classes.ts'

type Choice = { name: string; value: string | null; choose: (value: string) => void; inert: boolean }

const ChoiceContext = createContext<Choice | null>(null)

/** What a choice needs to know of its group; throws outside one. */
export function useChoice(value: string) {
  const group = use(ChoiceContext)
  if (!group) throw new Error('a choice stands in a ChoiceGroup')
  const chosen = group.value === value
  return {
    chosen,
    radio: {
      type: 'radio' as const,
      name: group.name,
      value,
      checked: chosen,
      disabled: group.inert,
      onChange: () => group.choose(value),
    },
  }
}

const layouts = {
  rows: 'flex flex-col gap-2',
  tiles: 'grid grid-cols-[repeat(auto-fit,minmax(max(5rem,30%),1fr))] gap-x-2 gap-y-1',
  pair: 'grid grid-cols-[repeat(auto-fit,minmax(max(9rem,40%),1fr))] gap-2',
  cells: 'grid grid-cols-[repeat(auto-fit,minmax(max(6rem,30%),1fr))] border-t border-line',
  segments: 'grid auto-cols-fr grid-flow-col rounded-field border border-edge',
  numbers: 'grid auto-cols-fr grid-flow-col gap-2',
  plain: '',
}

export type ChoiceGroupProps<Value extends string> = {
  label: string
  labelHidden?: boolean
  /** Stands at the right of the label: an acronym, a link. */
  aside?: ReactNode
  value: Value | null
  onChange: (value: Value) => void
  layout?: keyof typeof layouts
  /** Readable, but nothing can be chosen yet. */
  inert?: boolean
  describedBy?: string
  children: ReactNode
}

/** One choice among several: native radios under whatever the choices look like, so arrows, names and counts are the browser's. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const { label, labelHidden, aside, value, onChange, layout = 'rows', inert = false, describedBy, children } = props
  const name = useId()
  const choice = useMemo(() => ({ name, value, inert, choose: (next: string) => onChange(next as Value) }), [name, value, inert, onChange])
  return (
    <fieldset className="min-w-0" aria-describedby={describedBy}>
      <legend className={labelHidden ? 'sr-only' : 'mb-2 w-full font-strong'}>
        {aside ? (
          <span className="flex items-baseline justify-between gap-4">
            <span>{label}</span>
            <span className="font-text">{aside}</span>
          </span>
        ) : (
          label
        )}
      </legend>
      <ChoiceContext value={choice}>
        <div className={joinClasses(layouts[layout])}>{children}</div>
      </ChoiceContext>
    </fieldset>
  )
}
