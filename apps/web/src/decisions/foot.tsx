import type { ReactNode } from 'react'
import { ActOfMoment } from '../ui/act-place.tsx'

/** The foot of the screen: what is asked, why, a way back, and the one filled button last: at the right, on a phone below. */
export function Foot({
  title,
  text,
  back,
  children,
}: {
  title: string
  text?: string | undefined
  back?: ReactNode
  children?: ReactNode
}) {
  return (
    <ActOfMoment>
      {/* Lines of the place itself, so that the ways aside of whoever leads stand beside the way back, before the filled button as everywhere. */}
      <div className="contents">
        <div className="order-1 min-w-0 max-laptop:w-full laptop:flex-1">
          <p className="font-strong">{title}</p>
          {text && <p className="text-second text-ink2 max-laptop:hidden">{text}</p>}
        </div>
        {back && <div className="order-2 laptop:shrink-0">{back}</div>}
        <div className="order-4 flex flex-col items-stretch empty:hidden max-laptop:w-full laptop:shrink-0">{children}</div>
      </div>
    </ActOfMoment>
  )
}
