/** Between two tries: a busy device may be slow to answer once, one that keeps nothing is not asked all the time. Ms. */
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 60_000

/**
 * Tries to open the store of a document that one already works in, because the device did not answer when it was first asked. `open` does so once and rejects where
 * it still does not; null: not now, as only a part of the document is there. Resolves once it is open; `isOver` ends it.
 */
export const openLate = async (open: () => Promise<unknown> | null, isOver: () => boolean): Promise<void> => {
  for (let ms = FIRST_WAIT_MS; !isOver(); ms = Math.min(ms * 2, LONGEST_WAIT_MS)) {
    await new Promise((resolve) => setTimeout(resolve, ms))
    const opening = isOver() ? null : open()
    const isOpen = await opening?.then(
      () => true,
      () => false,
    )
    if (isOpen === true) return
  }
}
