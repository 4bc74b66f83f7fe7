/** Reading or folding a long document leaves room for a frame as often as this. */
const BREATHE_MS = 12

/** Waits for a new task when this one has lasted long enough. */
export const breather = (): (() => Promise<void>) => {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < BREATHE_MS) return
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
}
