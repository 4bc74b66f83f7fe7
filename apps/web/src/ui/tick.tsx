import { joinClasses } from './join-classes.ts'

/** The sign of what is chosen or done: a round, filled or not, with a tick or a point in it. Decorative beside a word or a native control. */
export function Tick({ state, className }: { state: 'empty' | 'tick' | 'point'; className?: string }) {
  const filled = state !== 'empty'
  return (
    <span
      aria-hidden
      className={joinClasses(
        'flex size-5.5 shrink-0 items-center justify-center rounded-full border-[1.5px]',
        filled ? 'border-moss bg-moss text-on' : 'border-edge bg-paper',
        className,
      )}
    >
      {state === 'tick' && <TickMark />}
      {state === 'point' && <span className="size-2 rounded-full bg-on" />}
    </span>
  )
}

/** The stroke alone, in the current colour. */
export function TickMark() {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden
      className="size-[65%] fill-none stroke-current"
      strokeWidth={2.6}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="m5 12.5 4.5 4.5L19 7.5" />
    </svg>
  )
}
