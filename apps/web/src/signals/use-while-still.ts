import { useEffect, useState } from 'react'

/** How long after the last key a person is still held to be typing. */
const STILL_AFTER_MS = 2500

let lastKeyAt = 0
const listeners = new Set<() => void>()

const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox') ||
  (target instanceof HTMLElement && target.isContentEditable)

const onInput = (event: Event): void => {
  if (isTyped(event.target)) lastKeyAt = Date.now()
}
const onLeave = (): void => {
  lastKeyAt = 0
  for (const listener of listeners) listener()
}

const watch = (listener: () => void): (() => void) => {
  if (listeners.size === 0) {
    document.addEventListener('input', onInput, true)
    document.addEventListener('focusout', onLeave, true)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    document.removeEventListener('input', onInput, true)
    document.removeEventListener('focusout', onLeave, true)
  }
}

/**
 * The value, but never changed while the person types: what is put on the screen meanwhile waits until the hand rests or leaves the field,
 * so that nothing moves under a sentence being written. A screen reader is told at once by other means.
 */
export const useWhileStill = <T>(value: T): T => {
  const [shown, setShown] = useState(value)
  useEffect(() => {
    if (Object.is(shown, value)) return watch(() => undefined)
    let timer: ReturnType<typeof setTimeout>
    const settle = (): void => {
      clearTimeout(timer)
      const rest = lastKeyAt + STILL_AFTER_MS - Date.now()
      if (rest <= 0) setShown(value)
      else timer = setTimeout(settle, rest)
    }
    const unwatch = watch(settle)
    settle()
    return () => {
      clearTimeout(timer)
      unwatch()
    }
  }, [value, shown])
  return shown
}
