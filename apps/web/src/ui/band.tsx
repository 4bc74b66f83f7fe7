import type { ReactNode } from 'react'

/** What concerns the reader: the one filled ground of a screen, from edge to edge of the text. */
export function Band({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="-mx-4 flex flex-col gap-2 bg-soft px-4 py-4 laptop:mx-0 laptop:rounded-button">
      <h2 className="font-strong">{title}</h2>
      {children}
    </section>
  )
}

/** A part of a screen: its name and a hairline, then its content. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 border-b border-line pb-2">
        <h2 className="font-strong">{title}</h2>
        {aside && <div className="text-second text-ink2">{aside}</div>}
      </div>
      {children}
    </section>
  )
}

/** Entries parted by hairlines. */
export function Lines({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {children}
    </ul>
  )
}

/** One entry: who or what, something at its right, then its text. `about`: the id of what it shows, where something may be done with it. */
export function Line({
  title,
  second,
  aside,
  about,
  children,
}: {
  title?: ReactNode
  second?: ReactNode
  aside?: ReactNode
  about?: string
  children?: ReactNode
}) {
  return (
    <li data-about={about} className="flex min-w-0 items-start justify-between gap-4 py-3">
      <div className="min-w-0 flex-1">
        {title && <div className="font-strong">{title}</div>}
        {second && <div className="text-second text-ink2">{second}</div>}
        {children}
      </div>
      {aside && <div className="shrink-0">{aside}</div>}
    </li>
  )
}

/** Nothing yet: one sentence that teaches what comes here, and perhaps the act that makes the first. */
export function EmptyState({ children, act }: { children: string; act?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-2 py-4 text-ink2">
      <p>{children}</p>
      {act}
    </div>
  )
}
