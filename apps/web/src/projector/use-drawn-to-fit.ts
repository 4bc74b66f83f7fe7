import { useCallback, useLayoutEffect, useRef } from 'react'

const STEP = 0.05
const LEAST = 0.3

/**
 * A ref for what stands on the wall, alone in a box as high as the window: nobody scrolls there, so what is longer is drawn smaller, by twentieths, until it fits;
 * looked at again when `content` is another, when it grows, and when the window or the letters change.
 */
export const useDrawnToFit = (content: unknown) => {
  const wall = useRef<HTMLDivElement>(null)
  const fit = useCallback(() => {
    const box = wall.current?.parentElement
    if (!wall.current || !box) return
    // Where motion is reduced every change takes a millisecond: what is measured at once would be the size before.
    wall.current.style.transition = 'none'
    for (let zoom = 1; zoom > LEAST; zoom -= STEP) {
      wall.current.style.zoom = String(zoom)
      if (box.offsetHeight <= window.innerHeight) return
    }
  }, [])
  useLayoutEffect(() => fit(), [content, fit])
  useLayoutEffect(() => {
    // It sees the size that `fit` itself left, once; the same answer then leaves the same size, and it is quiet.
    const seen = new ResizeObserver(fit)
    if (wall.current) seen.observe(wall.current)
    return () => seen.disconnect()
  }, [fit])
  return wall
}
