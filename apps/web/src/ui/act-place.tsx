import { createContext, type ReactNode, use, useState } from 'react'
import { createPortal } from 'react-dom'

type Place = { target: HTMLElement | null; setTarget: (target: HTMLElement | null) => void }

const PlaceContext = createContext<Place | null>(null)

/** Gives the screen one place for the act of the moment, wherever the part that knows the act stands. */
export function ActPlaceProvider({ children }: { children: ReactNode }) {
  const [target, setTarget] = useState<HTMLElement | null>(null)
  return <PlaceContext value={{ target, setTarget }}>{children}</PlaceContext>
}

/** The place itself: the frame puts it at the screen's foot. Without an act it takes no room. */
export function ActPlace({ className }: { className?: string }) {
  const place = use(PlaceContext)
  return <div ref={place?.setTarget} className={`empty:hidden ${className ?? ''}`} />
}

/** What to press now. One part of a screen uses it at a time: whoever knows the present step best. */
export function ActOfMoment({ children }: { children: ReactNode }) {
  const place = use(PlaceContext)
  if (!place) throw new Error('ActOfMoment needs an ActPlaceProvider above')
  return place.target && createPortal(children, place.target)
}
