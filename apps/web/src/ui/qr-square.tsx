import { useMemo } from 'react'
import { encode } from 'uqr'

/** Dark modules as one path: a row's runs are drawn as rectangles, so that no seam shows between squares. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  let path = ''
  for (const [y, row] of rows.entries()) {
    let x = 0
    while (x < row.length) {
      let end = x
      while (row[end]) end++
      if (end > x) path += `M${x} ${y}h${end - x}v1h${x - end}z`
      x = end + 1
    }
  }
  return path
}

export function QrSquare({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: 1 })
    return { size: code.size, path: pathOf(code.data) }
  }, [text])
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges" className="size-full">
      <path d={path} className="fill-square-ink" />
    </svg>
  )
}
