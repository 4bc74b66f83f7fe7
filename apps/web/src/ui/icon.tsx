import type { ComponentType, ReactNode } from 'react'
import { joinClasses } from './join-classes.ts'
import { type Tone, toneText } from './tone.ts'

/** What lucide's icons are, and the few drawn here. Always hidden from screen readers: the word beside it speaks. */
export type IconShape = ComponentType<{ className?: string; strokeWidth?: number; 'aria-hidden'?: boolean }>

/** A bare icon, for controls that already carry their word. Size is in rem so that it grows with the text. */
export function Icon({ shape: Shape, className }: { shape: IconShape; className?: string | undefined }) {
  return <Shape aria-hidden strokeWidth={1.75} className={joinClasses('shrink-0', className ?? 'size-5')} />
}

type IconWordProps = { icon: IconShape; tone?: Tone; children: ReactNode; second?: boolean; strong?: boolean; className?: string }

/** An icon with its word. There is no way to show the icon alone. `second` is the 15 px line; `tone` colours the icon, not the word. */
export function IconWord({ icon, tone, children, second, strong, className }: IconWordProps) {
  return (
    <span className={joinClasses('flex items-start gap-2', second && 'text-second text-ink2', strong && 'font-strong', className)}>
      <span className="flex h-[1lh] items-center">
        <Icon shape={icon} className={joinClasses(second ? 'size-4.5' : 'size-5', tone && toneText[tone])} />
      </span>
      <span className="min-w-0">{children}</span>
    </span>
  )
}
