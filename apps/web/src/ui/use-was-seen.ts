import { type RefObject, useEffect, useState } from 'react'

/** Whether an element has been wholly in view since it stands on this screen; null in the moment before that is known. What was seen stays so. */
export function useWasSeen(element: RefObject<Element | null>): boolean | null {
  const [seen, setSeen] = useState<boolean | null>(null)
  useEffect(() => {
    if (element.current === null) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        setSeen((before) => before === true || entry.isIntersecting)
        if (entry.isIntersecting) observer.disconnect()
      },
      { threshold: 1 },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return seen
}
