import { useLayoutEffect, useRef } from 'react'

/** As high as the text in it at its present width. */
const fit = (box: HTMLTextAreaElement): void => {
  box.style.height = 'auto'
  const border = box.offsetHeight - box.clientHeight
  box.style.height = `${box.scrollHeight + border}px`
}

/** A ref for a textarea whose height follows its text, also when the phone is turned: not every browser does it by itself (`field-sizing`). */
export function useGrowingHeight(value: string) {
  const ref = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (ref.current) fit(ref.current)
  }, [value])
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return
    let width = box.clientWidth
    const watch = new ResizeObserver(() => {
      if (box.clientWidth === width) return
      width = box.clientWidth
      fit(box)
    })
    watch.observe(box)
    return () => watch.disconnect()
  }, [])
  return ref
}
