import { useLayoutEffect } from 'react'

function caretOf(element: Element | null): [number, number] | null {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return null
  const { selectionStart, selectionEnd } = element
  return selectionStart === null || selectionEnd === null ? null : [selectionStart, selectionEnd]
}

/** While the caller is shown, the page (`#root`) takes neither focus nor clicks; then focus and caret return where they were. */
export function usePageAsleep(): void {
  useLayoutEffect(() => {
    const root = document.getElementById('root')
    const was = document.activeElement
    const caret = caretOf(was)
    root?.setAttribute('inert', '')
    return () => {
      root?.removeAttribute('inert')
      if (!(was instanceof HTMLElement) || !was.isConnected) return
      was.focus({ preventScroll: true })
      if (caret && (was instanceof HTMLInputElement || was instanceof HTMLTextAreaElement)) was.setSelectionRange(...caret)
    }
  }, [])
}
