import type { ReactNode } from 'react'

export type HeaderProps = {
  /** The small ring of people: on phones and where the right column is folded. */
  ring?: ReactNode
  /** The phase on a phone: « Point 4 · objections ». */
  phase: string
  /** On a laptop: the name of the product, then what is open. */
  brand: string
  title: string
  saved?: ReactNode
  clock?: ReactNode
  /** Things to press at the right, few. */
  aside?: ReactNode
  /** The time line of what is going on, at the foot of the header on phones. */
  timeLine?: ReactNode
}

/** 64 px, stuck to the top. A phone reads ring, phase, saved state, clock; a laptop reads name, title, saved state, clock. */
export function Header({ ring, phase, brand, title, saved, clock, aside, timeLine }: HeaderProps) {
  return (
    <header className="pointer-events-auto stuck-top border-b border-line bg-paper">
      <div className="flex min-h-16 flex-wrap items-center gap-x-3 px-4 py-1 laptop:px-6">
        {ring && <div className="laptop:hidden">{ring}</div>}
        <div className="flex min-w-22 flex-1 flex-col laptop:hidden">
          <span className="line-clamp-2 leading-5.5 font-strong">{phase}</span>
          {saved}
        </div>
        <div className="hidden min-w-0 flex-1 items-center laptop:flex">
          <span className="said pe-4 text-clock">{brand}</span>
          {title && <span className="truncate border-s border-line py-1 ps-4">{title}</span>}
        </div>
        <div className="hidden laptop:flex">{saved}</div>
        {aside}
        {clock && <div className="shrink-0 laptop:ps-6">{clock}</div>}
      </div>
      {timeLine && <div className="-mb-px laptop:hidden">{timeLine}</div>}
    </header>
  )
}
