import { useLayoutEffect, useRef } from 'react'

/** A ref for a textarea whose height follows its text, where the browser cannot do it by itself (`field-sizing`). */
export function useGrowingHeight(value: string) {
  const ref = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return
    box.style.height = 'auto'
    const border = box.offsetHeight - box.clientHeight
    box.style.height = `${box.scrollHeight + border}px`
  }, [value])
  return ref
}
