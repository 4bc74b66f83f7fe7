import type { ReactNode } from 'react'
import { ActOfMoment } from '../ui/act-place.tsx'

/** The foot of the screen: what is asked, why, a way back, and the one filled button at the right. */
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
      {/* On a phone these are lines of the place itself, so that the ways back and aside share one. */}
      <div className="max-laptop:contents laptop:flex laptop:flex-1 laptop:items-center laptop:gap-6">
        <div className="min-w-0 max-laptop:w-full laptop:flex-1">
          <p className="font-strong">{title}</p>
          {text && <p className="text-second text-ink2 max-laptop:hidden">{text}</p>}
        </div>
        <div className="flex flex-col items-stretch empty:hidden max-laptop:w-full laptop:order-3 laptop:shrink-0">{children}</div>
        {back && <div className="laptop:order-2 laptop:shrink-0">{back}</div>}
      </div>
    </ActOfMoment>
  )
}
