import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

type Props = { label: string; onUnfold?: () => void; children: ReactNode }

/** What only some look at, folded under its name between two hairlines, one for two that touch; the browser's own unfolding, with a mark that says so. */
export function Fold({ label, onUnfold, children }: Props) {
  return (
    <details className="border-y border-line [details+&]:border-t-0" onToggle={(event) => event.currentTarget.open && onUnfold?.()}>
      <summary className="flex min-h-12 cursor-pointer items-center justify-between gap-3 py-2.5 font-strong">
        {label}
        <Icon shape={ChevronDown} className="size-5 text-ink2 transition-transform [[open]>summary>&]:rotate-180" />
      </summary>
      {children}
    </details>
  )
}
