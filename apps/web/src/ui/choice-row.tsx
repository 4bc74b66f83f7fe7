import type { ReactNode } from 'react'
import { useChoice } from './choice-group.tsx'
import { Icon, type IconShape } from './icon.tsx'
import { Tick } from './tick.tsx'

export type ChoiceRowProps = { value: string; icon?: IconShape; label: string; second?: string; children?: ReactNode }

/** An equal row of 54 px with its radio at the right. What it contains opens inside it when chosen: a reason to give. */
export function ChoiceRow({ value, icon, label, second, children }: ChoiceRowProps) {
  const { chosen, radio } = useChoice(value)
  return (
    <div data-chosen={chosen} className="choosable focus-host rounded-button">
      <label className="relative flex min-h-13.5 items-center gap-3 px-4 py-2">
        <input {...radio} className="cover" />
        {icon && <Icon shape={icon} />}
        <span className="min-w-0 flex-1">
          <span className={chosen ? 'font-chosen' : 'font-strong'}>{label}</span>
          {second && <span className="block text-second text-ink2">{second}</span>}
        </span>
        <Tick state={chosen ? 'point' : 'empty'} />
      </label>
      {chosen && children && <div className="animate-appear px-4 pb-4">{children}</div>}
    </div>
  )
}
