/** What names itself to a screen reader, so that whoever is put there hears where they are. */
const PLACES = 'article, li, section, fieldset, [role=group]'

/**
 * A ref for a whole screen: when what holds the keyboard goes, a button that was pressed, a form that was sent, the focus would fall on the page, and a screen reader
 * on its top. The nearest part of the screen around it that is still there takes it, so that Tab goes on from there; when nothing of it is left, the title.
 */
export const keepFocusHere = (screen: HTMLElement | null): (() => void) | undefined => {
  if (!screen) return undefined
  let path: readonly Element[] = []
  const note = ({ target }: FocusEvent): void => {
    const found: Element[] = []
    for (let at = target as Element | null; at && at !== screen; at = at.parentElement) found.push(at)
    path = found
  }
  const mend = (): void => {
    if (path[0]?.isConnected !== false || document.activeElement !== document.body) return
    const near = path.find((element) => element.isConnected && element.matches(PLACES)) ?? screen.querySelector('h1')
    if (!(near instanceof HTMLElement)) return
    if (!near.hasAttribute('tabindex')) near.setAttribute('tabindex', '-1')
    near.focus({ preventScroll: true })
  }
  // A sheet or a pause that had the keyboard meanwhile gives it back to what may be gone by then; what takes it next has until the frame is drawn.
  const later = (): void => void requestAnimationFrame(mend)
  const observer = new MutationObserver(later)
  observer.observe(screen, { childList: true, subtree: true })
  screen.addEventListener('focusin', note)
  document.addEventListener('focusout', later)
  return () => {
    observer.disconnect()
    screen.removeEventListener('focusin', note)
    document.removeEventListener('focusout', later)
  }
}
