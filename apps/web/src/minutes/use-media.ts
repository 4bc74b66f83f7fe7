import { useSyncExternalStore } from 'react'

/** Whether the window is as wide as the query asks: for parts that stand elsewhere on a laptop, and must not stand twice. */
export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
