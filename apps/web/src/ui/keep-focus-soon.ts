/** `keepFocusHere` as a screen takes it, its code fetched behind the screen: nothing that holds the keyboard goes before somebody has acted. */
export const keepFocusSoon = (screen: HTMLElement | null): (() => void) | undefined => {
  if (!screen) return undefined
  let stop: (() => void) | undefined
  let gone = false
  const start = async () => {
    const { keepFocusHere } = await import('./keep-focus-here.ts')
    if (!gone) stop = keepFocusHere(screen)
  }
  // Without network the browser does what it did: the page takes the focus.
  start().catch(() => undefined)
  return () => {
    gone = true
    stop?.()
  }
}
