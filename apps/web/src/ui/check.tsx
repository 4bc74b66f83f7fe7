import type { ReactNode } from 'react'
import { joinClasses } from './join-classes.ts'
import { TickMark } from './tick.tsx'

export type CheckProps = {
  label: string
  second?: string
  checked: boolean
  onChange: (checked: boolean) => void
  describedBy?: string
  children?: ReactNode
}

/** A box to tick, its row 48 px high. What it contains opens below when ticked, indented under the words. */
export function Check({ label, second, checked, onChange, describedBy, children }: CheckProps) {
  return (
    <div>
      <label className="relative flex min-h-12 items-center gap-3 py-1">
        <input
          type="checkbox"
          className="peer cover"
          checked={checked}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span
          aria-hidden
          className={joinClasses(
            'flex size-6 shrink-0 items-center justify-center rounded-box border peer-focus-visible:outline-3 peer-focus-visible:outline-offset-3 peer-focus-visible:outline-ink',
            checked ? 'border-moss bg-moss text-on' : 'border-edge bg-raised',
          )}
        >
          {checked && <TickMark />}
        </span>
        <span className="min-w-0">
          <span className={joinClasses(checked && 'font-chosen')}>{label}</span>
          {second && <span className="block text-second text-ink2">{second}</span>}
        </span>
      </label>
      {checked && children && <div className="animate-appear ps-9 pb-3">{children}</div>}
    </div>
  )
}

export type ChipProps = { label: string; checked: boolean; onChange: (checked: boolean) => void }

/** A name to take or leave, in a line that wraps. */
export function Chip({ label, checked, onChange }: ChipProps) {
  return (
    <label
      data-chosen={checked}
      className="choosable focus-host inline-flex min-h-11 items-center gap-2 rounded-full bg-transparent px-4 py-1.5"
    >
      <input type="checkbox" className="cover" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {checked && (
        <span className="flex size-5 items-center justify-center text-moss">
          <TickMark />
        </span>
      )}
      <span className={joinClasses(checked && 'font-chosen')}>{label}</span>
    </label>
  )
}
