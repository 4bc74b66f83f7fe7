import { useCallback, useRef } from 'react'

/** A ref for fields that open where a button was: their first one receives the focus, once, as the button that opened them is gone. */
export const focusFirst = (fields: HTMLElement | null): void => {
  fields?.querySelector<HTMLElement>('textarea, select, input:not([type=hidden])')?.focus()
}

/**
 * The way back: when the fields close and their button stands there again, it receives the focus. `leave` notes which button is awaited,
 * `triggerOf` is the ref of each.
 */
export function useReturnFocus(): { leave: (id: string) => void; triggerOf: (id: string) => (button: HTMLElement | null) => void } {
  const awaited = useRef<string | null>(null)
  const leave = useCallback((id: string) => {
    awaited.current = id
  }, [])
  const triggerOf = useCallback(
    (id: string) => (button: HTMLElement | null) => {
      if (!button || awaited.current !== id) return
      awaited.current = null
      button.focus()
    },
    [],
  )
  return { leave, triggerOf }
}
