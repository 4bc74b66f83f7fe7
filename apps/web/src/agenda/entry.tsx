import type { ReactNode } from 'react'

/** What somebody said: who and in what capacity on one line, then their words over the whole width, which a narrow phone needs. `about`: its id. */
export function Entry({ title, aside, about, children }: { title: ReactNode; aside?: ReactNode; about: string; children: ReactNode }) {
  return (
    <li data-about={about} className="flex min-w-0 flex-col py-3">
      <div className="flex items-baseline justify-between gap-4">
        <p className="min-w-0 font-strong">{title}</p>
        {aside && <p className="shrink-0 text-second text-ink2">{aside}</p>}
      </div>
      {children}
    </li>
  )
}
