/** What names itself to a screen reader, so that whoever is put there hears where they are. */
const PLACES = 'article, li, section, fieldset, [role=group]'

/**
 * For as long as the page is open: when what holds the keyboard goes, a button that was pressed, a form that was sent, the focus would fall on the page, and a screen
 * reader on its top. The nearest part of the screen around it that is still there takes it, so that Tab goes on from there; when nothing of it is left, the title.
 */
export const keepFocusHere = (page: HTMLElement): void => {
  let path: readonly Element[] = []
  page.addEventListener('focusin', ({ target }) => {
    const found: Element[] = []
    for (let at = target as Element | null; at && at !== page; at = at.parentElement) found.push(at)
    path = found
  })
  const isLost = (): boolean => path[0]?.isConnected === false && document.activeElement === document.body
  const mend = (): void => {
    if (!isLost()) return
    const left = path.filter(({ isConnected }) => isConnected)
    const dialog = left.find((element) => element.matches('[role=dialog]'))
    const near = left.find((element) => element.matches(PLACES)) ?? (dialog ?? page).querySelector('h1')
    if (!(near instanceof HTMLElement)) return
    if (!near.hasAttribute('tabindex')) near.setAttribute('tabindex', '-1')
    near.focus({ preventScroll: true })
  }
  // A sheet or a pause that had the keyboard meanwhile gives it back to what may be gone by then; what takes it next has until the frame is drawn.
  const later = (): void => void (isLost() && requestAnimationFrame(mend))
  new MutationObserver(later).observe(page, { childList: true, subtree: true })
  page.addEventListener('focusout', () => requestAnimationFrame(mend))
}
