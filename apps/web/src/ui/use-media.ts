import { useRef, useSyncExternalStore } from 'react'

/**
 * Whether a media query holds now, and whenever that changes: for parts not worth fetching where they are not shown, or that must not stand twice. While a sheet is
 * open nothing moves: what stands in it, and what was typed there, would go with the column from which it was opened. The answer comes once it is closed.
 */
export function useMedia(query: string): boolean {
  const held = useRef<boolean>(null)
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      // Where a sheet closes, somebody has just pressed something.
      addEventListener('keyup', listener)
      addEventListener('click', listener)
      return () => {
        media.removeEventListener('change', listener)
        removeEventListener('keyup', listener)
        removeEventListener('click', listener)
      }
    },
    () => {
      if (held.current === null || !document.querySelector('[role=dialog]')) held.current = matchMedia(query).matches
      return held.current
    },
  )
}

/** The widths at which a laptop's columns appear, as in the tokens. */
export const LEFT_COLUMN = '(min-width: 47.5rem)'
export const RIGHT_COLUMN = '(min-width: 68.75rem)'
