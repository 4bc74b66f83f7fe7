/**
 * A ref for the row of the moment in a column that scrolls by itself: it comes into view as it becomes that row, and again when the column grows shorter or longer. Whoever
 * scrolls elsewhere meanwhile is left there.
 */
export const keepInSight = (row: HTMLElement | null): (() => void) | undefined => {
  const column = row && scrollerOf(row)
  if (!column) return undefined
  const observer = new ResizeObserver(() => row.scrollIntoView({ block: 'nearest' }))
  observer.observe(column)
  return () => observer.disconnect()
}

const scrollerOf = (element: HTMLElement): HTMLElement | null => {
  for (let above = element.parentElement; above; above = above.parentElement) if (getComputedStyle(above).overflowY === 'auto') return above
  return null
}
