import type { ReactNode } from 'react'
import { ringPoints, seatSize } from './ring-points.ts'

/** `full` is filled, `outlined` a bare circle, `now` filled and larger. What each means is the caller's. */
export type Dot = 'full' | 'outlined' | 'now'

type RingProps = {
  dots: readonly Dot[]
  /** What the whole ring says, for those who do not see it: « 14 personnes ». */
  label: string
  /** `small` is the header's, 44 px; `large` takes the width it is given, up to 280 px. */
  size?: 'small' | 'large'
  /** ink for waiting and pause, moss for presence */
  tone?: 'moss' | 'ink'
  children?: ReactNode
}

const WIDTH = { small: 44, large: 280 }
const DOT = { small: 4.2, large: 13 }

/** People as dots on a circle, and what the centre holds. Data, not ornament: one dot is one person. */
export function Ring({ dots, label, size = 'small', tone = 'moss', children }: RingProps) {
  const width = WIDTH[size]
  const largest = DOT[size]
  const radius = width / 2 - largest
  const dot = seatSize(dots.length, radius, largest, 0.5) / 2
  const points = ringPoints(dots.length, radius)
  const fill = tone === 'moss' ? 'fill-moss stroke-moss' : 'fill-ink2 stroke-ink2'
  return (
    <div className={size === 'small' ? 'relative size-11 shrink-0' : 'relative mx-auto aspect-square w-full max-w-70'}>
      <svg
        viewBox={`${-width / 2} ${-width / 2} ${width} ${width}`}
        role="img"
        aria-label={label}
        className="absolute inset-0 size-full overflow-visible"
      >
        {points.map((point, index) => {
          const state = dots[index] ?? 'outlined'
          const grown = state === 'now' ? dot * 1.7 : dot
          return (
            <circle
              key={`${point.x}/${point.y}`}
              cx={point.x}
              cy={point.y}
              r={state === 'outlined' ? dot - 0.4 : grown}
              strokeWidth={size === 'small' ? 0.9 : 1.5}
              className={state === 'outlined' ? 'fill-transparent stroke-edge' : fill}
            />
          )
        })}
      </svg>
      <div
        className={
          size === 'small'
            ? 'absolute inset-0 flex items-center justify-center text-second font-strong'
            : 'absolute inset-[14%] flex flex-col items-center justify-center text-center'
        }
      >
        {children}
      </div>
    </div>
  )
}
