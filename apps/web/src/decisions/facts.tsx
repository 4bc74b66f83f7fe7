import type { Day } from '@clairiere/ritual'
import type { ReactNode } from 'react'
import { useDates } from '../i18n/words.tsx'

/** One thing said of a decision, beside its label. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-3">
      <dt className="text-ink2">{label}</dt>
      <dd className="min-w-0 whitespace-pre-wrap">{children}</dd>
    </div>
  )
}

export function Facts({ label, children }: { label: string; children: ReactNode }) {
  return (
    <dl aria-label={label} className="flex flex-col gap-1 text-second">
      {children}
    </dl>
  )
}

/** A calendar day as people say it. */
export const useSayDay = (): ((day: Day) => string) => {
  const dates = useDates()
  return (day) => dates.day(Date.parse(`${day}T12:00:00Z`))
}
