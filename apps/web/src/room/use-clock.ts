import { useSyncExternalStore } from 'react'
import { useRoom } from './room.tsx'

/** Record time in ms, rounded down to `everyMs` so that a screen renders once per step (a minute by default). */
export const useRecordTime = (everyMs = 60_000): number => {
  const { clock } = useRoom()
  return useSyncExternalStore(
    (listener) => {
      const unsubscribe = clock.changes.subscribe(listener)
      let timer: ReturnType<typeof setTimeout>
      const next = (): void => {
        timer = setTimeout(
          () => {
            listener()
            next()
          },
          everyMs - (clock.now() % everyMs) + 5,
        )
      }
      next()
      return () => {
        unsubscribe()
        clearTimeout(timer)
      }
    },
    () => Math.floor(clock.now() / everyMs) * everyMs,
  )
}
