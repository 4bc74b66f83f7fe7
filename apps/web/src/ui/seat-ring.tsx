import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { joinClasses } from './join-classes.ts'
import { ringPoints, seatSize } from './ring-points.ts'

export type Seat = {
  readonly id: string
  /** Two letters, three for homonyms. */
  readonly initials: string
  /** The whole name and what the seat's look says, for screen readers and on focus: « Dario Menetti, a la parole ». */
  readonly label: string
  readonly look: 'full' | 'outlined' | 'haloed' | 'away' | 'empty'
}

const WIDTH = 260
const SEAT = 40

const looks: Record<Seat['look'], string> = {
  full: 'bg-seat text-ink',
  outlined: 'bg-paper text-ink border-[1.5px] border-edge',
  haloed: 'bg-moss text-on outline-2 outline-offset-2 outline-moss',
  away: 'bg-transparent text-ink2 border border-dashed border-edge',
  empty: 'bg-transparent border-2 border-dotted border-edge',
}

/**
 * People seated around a circle, with their initials: for a laptop's column.
 * One tab stop; arrows go from seat to seat; the name shows under the pointer or the focus. Above thirty, seats lose their letters, never their names, and take a hue that is seen without them.
 */
export function SeatRing({ seats, label, children }: { seats: readonly Seat[]; label: string; children?: ReactNode }) {
  const [named, setNamed] = useState<number | null>(null)
  const [stop, setStop] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const radius = WIDTH / 2 - SEAT / 2
  const size = seatSize(seats.length, radius, SEAT, 0.12)
  const lettered = size >= 22
  const points = ringPoints(seats.length, radius)
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = (stop + step + seats.length) % seats.length
    setStop(next)
    list.current?.querySelectorAll('li')[next]?.focus()
  }
  const shown = named === null ? undefined : seats[named]
  return (
    <div className="relative mx-auto aspect-square w-full max-w-65">
      <ul ref={list} aria-label={label} onKeyDown={move} className="absolute inset-0">
        {seats.map((seat, index) => (
          <li
            key={seat.id}
            tabIndex={index === stop ? 0 : -1}
            aria-label={seat.label}
            onFocus={() => (setNamed(index), setStop(index))}
            onBlur={() => setNamed(null)}
            onPointerEnter={() => setNamed(index)}
            onPointerLeave={() => setNamed(null)}
            className={joinClasses(
              'absolute flex -translate-1/2 items-center justify-center rounded-full text-second font-strong focus-visible:outline-3 focus-visible:outline-ink',
              lettered || seat.look !== 'full' ? looks[seat.look] : 'bg-ink2',
            )}
            style={{
              left: `${50 + ((points[index]?.x ?? 0) / WIDTH) * 100}%`,
              top: `${50 + ((points[index]?.y ?? 0) / WIDTH) * 100}%`,
              width: `${(size / WIDTH) * 100}%`,
              height: `${(size / WIDTH) * 100}%`,
            }}
          >
            {lettered ? <span aria-hidden>{seat.initials}</span> : null}
          </li>
        ))}
      </ul>
      <div className="pointer-events-none absolute inset-[18%] flex flex-col items-center justify-center text-center">
        {shown ? <span className="said text-proposal">{shown.label}</span> : children}
      </div>
    </div>
  )
}
