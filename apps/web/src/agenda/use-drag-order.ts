import { type PointerEvent, type RefObject, useRef, useState } from 'react'

/** Where among its siblings a row would fall, by the middle of each. */
export const placeAt = (y: number, rows: readonly { top: number; height: number }[]): number => {
  const at = rows.findIndex(({ top, height }) => y < top + height / 2)
  return at === -1 ? rows.length - 1 : at
}

/** Moves a row of a list by its handle, with finger, pen or mouse; the buttons and the keyboard do the same. `onDrop` is told the place from 0. */
export const useDragOrder = (list: RefObject<HTMLElement | null>, onDrop: (from: number, to: number) => void) => {
  const [dragged, setDragged] = useState<{ from: number; to: number } | null>(null)
  const start = useRef<number | null>(null)
  const rowsNow = () => [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect())
  const handle = (index: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      start.current = index
      setDragged({ from: index, to: index })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (start.current !== null) setDragged({ from: start.current, to: placeAt(event.clientY, rowsNow()) })
    },
    onPointerUp: () => {
      const done = dragged
      start.current = null
      setDragged(null)
      if (done && done.from !== done.to) onDrop(done.from, done.to)
    },
    onPointerCancel: () => {
      start.current = null
      setDragged(null)
    },
  })
  return { dragged, handle }
}
