import type { ReactNode } from 'react'
import { joinClasses } from './join-classes.ts'

/**
 * A whole screen of a phone, and of a laptop without columns: the page scrolls, header and foot stay.
 * `foot` holds the act of the moment; `bar` the places. `<main>` is here: a screen brings its h1, never another main.
 */
export function Page({
  header,
  strip,
  children,
  foot,
  bar,
}: {
  header?: ReactNode
  strip?: ReactNode
  children: ReactNode
  foot?: ReactNode
  bar?: ReactNode
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      {header}
      {strip}
      <main className="flex min-w-0 flex-1 flex-col">
        <div className="mx-auto flex w-full max-w-160 min-w-0 flex-1 flex-col px-4 py-4">{children}</div>
        {foot && <Foot above={bar !== undefined}>{foot}</Foot>}
      </main>
      {bar}
    </div>
  )
}

/** The fixed end of a screen: a hairline, then the act, and perhaps one quiet way out below it. With `above`, it stands on the bottom bar. */
export function Foot({ children, above }: { children: ReactNode; above?: boolean }) {
  return (
    <div className={joinClasses('border-t border-line bg-paper', above ? 'on-bar' : 'stuck-bottom pb-[env(safe-area-inset-bottom)]')}>
      <div className="mx-auto flex w-full max-w-160 flex-col items-center gap-1 px-4 py-3">{children}</div>
    </div>
  )
}

/** The title of a screen, one a screen, 26 px; `large` makes it 34 on a laptop. `before` and `after` are its 15 and 17 px lines. */
export function Title({ children, before, after, large }: { children: ReactNode; before?: ReactNode; after?: ReactNode; large?: boolean }) {
  return (
    <div className="flex flex-col gap-1">
      {before && <p className="text-second text-ink2">{before}</p>}
      <h1 className={large ? 'said text-title laptop:text-head' : 'said text-title'}>{children}</h1>
      {after && <p className="text-ink2">{after}</p>}
    </div>
  )
}
