import { type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Icon, type IconShape } from './icon.tsx'
import { arcPath, ringPoints, seatSize } from './ring-points.ts'
import { type Tone, toneText } from './tone.ts'
import { usePageAsleep } from './use-page-asleep.ts'

export type FullPauseProps = {
  icon: IconShape
  tone: Tone
  /** The kind, as a word. */
  word: string
  title: string
  /** What was chosen: « minute de silence ». */
  response?: string | undefined
  people: number
  /** Elapsed part of the silence, 0 to 1; none when nothing is timed. With reduced motion the caller moves it every ten seconds. */
  part?: number | undefined
  /** Said large; empty where what stands below says it. */
  lead: string
  /** Something is to be pressed below: on a phone the ring leaves it the room, and the word stays clear of its dots. */
  compact?: boolean
  /** On the wall: read from the back of the hall, and never scrolled, however large the letters. */
  wall?: boolean
  children?: ReactNode
  wayOut?: ReactNode
}

const handSizes = {
  page: 'max-w-120',
  ring: 'max-w-80',
  word: '',
  icon: 'size-6',
  title: 'text-watched',
  response: 'text-act',
  lead: 'text-proposal',
  more: '',
}
const wallSizes: typeof handSizes = {
  page: 'max-w-260',
  ring: 'max-w-[min(30rem,60vh)]',
  word: 'text-[min(2.125rem,6vh)]',
  icon: 'size-[min(2.25rem,6vh)]',
  title: 'text-[min(6rem,13vh)] leading-none',
  response: 'text-[min(1.75rem,4.6vh)] leading-tight',
  lead: 'text-[min(2.125rem,5vh)] leading-snug',
  more: 'text-[min(1.375rem,4vh)] leading-snug',
}

const RADIUS = 148
const SEATS = 128

/** The whole screen says one thing. The page under it sleeps, untouched, and wakes where it was: same field, same caret. */
export function FullPause({
  icon,
  tone,
  word,
  title,
  response,
  people,
  part,
  lead,
  compact = false,
  wall = false,
  children,
  wayOut,
}: FullPauseProps) {
  const titleId = useId()
  const box = useRef<HTMLDivElement>(null)
  usePageAsleep()
  useEffect(() => box.current?.focus({ preventScroll: true }), [])
  const size = wall ? wallSizes : handSizes
  const dot = seatSize(people, SEATS, 13, 0.6) / 2
  return createPortal(
    <div
      ref={box}
      role="dialog"
      aria-modal="true"
      aria-labelledby={titleId}
      tabIndex={-1}
      className="fixed inset-0 z-50 animate-appear overflow-y-auto bg-soft"
    >
      <div className={`mx-auto flex min-h-full ${size.page} flex-col items-center px-5 pt-6 pb-5 text-center`}>
        <p className={`flex items-center gap-2.5 font-strong ${size.word} ${toneText[tone]}`}>
          <Icon shape={icon} className={size.icon} />
          {word}
        </p>
        <div className={`relative my-auto aspect-square w-full ${compact ? 'max-w-60 laptop:max-w-80' : size.ring} min-h-52 shrink`}>
          <svg viewBox="-160 -160 320 320" aria-hidden className="absolute inset-0 size-full">
            {ringPoints(people, SEATS).map((point) => (
              <circle key={`${point.x}/${point.y}`} cx={point.x} cy={point.y} r={dot} className="fill-ink2" />
            ))}
            {part !== undefined && (
              <path d={arcPath(part, RADIUS)} fill="none" strokeWidth={3} strokeLinecap="round" className="stroke-moss" />
            )}
          </svg>
          <div className="absolute inset-0 flex flex-col items-center justify-center">
            <h1 id={titleId} className={`said ${compact ? 'text-name laptop:text-watched' : size.title}`}>
              {title}
            </h1>
            {response && <p className={size.response}>{response}</p>}
          </div>
        </div>
        {lead && <p className={`mt-4 ${size.lead} text-balance whitespace-pre-line`}>{lead}</p>}
        {children && <div className={`mt-2 mb-6 ${size.more} text-balance text-ink2`}>{children}</div>}
        {wayOut && <div className="mt-auto w-full">{wayOut}</div>}
      </div>
    </div>,
    document.body,
  )
}
