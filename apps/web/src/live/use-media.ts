import { useSyncExternalStore } from 'react'

/** Whether a media query holds now, and whenever that changes: for parts not worth fetching where they are not shown. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}

/** The widths at which a laptop's columns appear, as in the tokens. */
export const LEFT_COLUMN = '(min-width: 47.5rem)'
export const RIGHT_COLUMN = '(min-width: 68.75rem)'
