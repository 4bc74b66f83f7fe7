import type { ReactNode } from 'react'
import { joinClasses } from './join-classes.ts'

export type ColumnsProps = {
  header: ReactNode
  strip?: ReactNode
  left: ReactNode
  /** The foot of the left column: what time is left. */
  leftFoot?: ReactNode
  right: ReactNode
  leftLabel: string
  rightLabel: string
  /** The act of the moment: under the centre, always in view. */
  foot?: ReactNode
  /** A foot that comes and goes by itself and brings its own ground: an `ActPlace`. */
  actPlace?: ReactNode
  /** The bottom bar: shows below 1100 px. */
  bar?: ReactNode
  /** A lower ground under the centre: nothing here calls just now. */
  dim?: boolean
  children: ReactNode
}

/**
 * The laptop's three columns, 272 / rest / 296 px, each scrolling by itself. Below 1100 px the right one folds away (its places are in the
 * bottom bar then), below 760 the left one too. A zoomed page falls back to the phone's screens by itself.
 */
export function Columns({
  header,
  strip,
  left,
  leftFoot,
  right,
  leftLabel,
  rightLabel,
  foot,
  actPlace,
  bar,
  dim = false,
  children,
}: ColumnsProps) {
  return (
    <div className="flex min-h-dvh flex-col tablet:h-dvh">
      {/* One block at the top, so that the strips stand under the header whatever its height. Where they are folded, what shows below them can be pressed. */}
      <div className="pointer-events-none stuck-top">
        {header}
        {strip}
      </div>
      <div className="flex min-h-0 flex-1">
        <aside aria-label={leftLabel} className="hidden w-68 shrink-0 flex-col border-e border-line tablet:flex">
          <div className="min-h-0 flex-1 overflow-y-auto py-5">{left}</div>
          {leftFoot && <div className="border-t border-line px-6 py-4 empty:hidden">{leftFoot}</div>}
        </aside>
        <main className={joinClasses('flex min-w-0 flex-1 flex-col', dim && 'bg-sunk')}>
          <div className="min-h-0 flex-1 px-4 py-4 tablet:overflow-y-auto laptop:px-8 laptop:py-5">{children}</div>
          {foot && (
            <div
              className={joinClasses(
                'border-t border-line bg-paper px-4 py-3 laptop:px-8 laptop:py-4',
                bar === undefined ? 'stuck-bottom' : 'on-bar tablet:bottom-0',
              )}
            >
              {foot}
            </div>
          )}
          {actPlace}
        </main>
        <aside aria-label={rightLabel} className="hidden w-74 shrink-0 overflow-y-auto border-s border-line laptop:block">
          {right}
        </aside>
      </div>
      {bar}
    </div>
  )
}

/** A part of a side column: its name, something at its right, then a hairline before the next. */
export function SideSection({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-b border-line px-6 py-5 last:border-b-0">
      <div className="mb-3 flex items-baseline justify-between gap-3 text-second text-ink2">
        <h2 className="font-strong">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
