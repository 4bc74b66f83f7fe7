/**
 * A ref for a list whose buttons go as they are pressed: the focus would fall on the page, and Tab begin again at its top. The list takes it; when the list itself
 * goes, the title of the screen.
 */
export const keepFocusNear = (list: HTMLElement | null): (() => void) | undefined => {
  if (!list) return undefined
  let last: Element | null = null
  const note = ({ target }: FocusEvent): void => void (last = target as Element)
  const isLost = (): boolean => last?.isConnected === false && document.activeElement === document.body
  const observer = new MutationObserver(() => {
    if (isLost()) list.focus({ preventScroll: true })
  })
  list.addEventListener('focusin', note)
  observer.observe(list, { childList: true, subtree: true })
  return () => {
    observer.disconnect()
    list.removeEventListener('focusin', note)
    // It is still on the page while it is being taken away.
    requestAnimationFrame(() => {
      if (!isLost()) return
      const title = document.querySelector('h1')
      title?.setAttribute('tabindex', '-1')
      title?.focus({ preventScroll: true })
    })
  }
}
