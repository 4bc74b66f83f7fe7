/**
 * A ref for what takes the whole keyboard, a sheet: when the button that was pressed goes, the focus would fall on the page beneath, where Escape
 * and Tab no longer reach the sheet; the sheet itself takes it then.
 */
export const keepFocus = (sheet: HTMLElement | null): (() => void) | undefined => {
  if (!sheet) return undefined
  const observer = new MutationObserver(() => {
    if (document.activeElement === document.body) sheet.focus({ preventScroll: true })
  })
  observer.observe(sheet, { childList: true, subtree: true })
  return () => observer.disconnect()
}
