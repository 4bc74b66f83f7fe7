export type Point = { readonly x: number; readonly y: number }

/** Places of `count` seats on a circle around (0, 0), the first at the top, clockwise; `radius` in any unit. */
export function ringPoints(count: number, radius: number): readonly Point[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
  })
}

/**
 * The widest a seat may be so that neighbours keep `gap` (a share of the seat's width) between them, never above `largest`.
 * The chord between neighbours decides, not the arc: they differ when few are seated.
 */
export function seatSize(count: number, radius: number, largest: number, gap: number): number {
  if (count < 2) return largest
  const chord = 2 * radius * Math.sin(Math.PI / count)
  return Math.min(largest, chord / (1 + gap))
}

/**
 * Places of `count` discs along a vault: half an ellipse from left to right, at equal lengths of curve so that discs are evenly apart.
 * y grows downwards, 0 at the vault's foot; one disc alone stands at the top.
 */
export function vaultPoints(count: number, radiusX: number, radiusY: number): readonly Point[] {
  const at = (angle: number) => ({ x: -radiusX * Math.cos(angle), y: -radiusY * Math.sin(angle) })
  if (count === 1) return [at(Math.PI / 2)]
  const STEPS = 360
  const lengths = [0]
  let before = at(0)
  for (let step = 1; step <= STEPS; step++) {
    const here = at((step / STEPS) * Math.PI)
    lengths.push((lengths[step - 1] ?? 0) + Math.hypot(here.x - before.x, here.y - before.y))
    before = here
  }
  const whole = lengths[STEPS] ?? 0
  return Array.from({ length: count }, (_, index) => {
    const wanted = (index / (count - 1)) * whole
    const step = lengths.findIndex((length) => length >= wanted - 1e-9)
    return at((Math.max(0, step) / STEPS) * Math.PI)
  })
}

/** The path of an arc from the top, clockwise, over `part` (0 to 1) of a circle around (0, 0); '' when there is nothing to draw. */
export function arcPath(part: number, radius: number): string {
  const drawn = Math.min(0.9999, Math.max(0, part))
  if (drawn === 0) return ''
  const angle = drawn * 2 * Math.PI - Math.PI / 2
  const end = `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`
  return `M 0 ${-radius} A ${radius} ${radius} 0 ${drawn > 0.5 ? 1 : 0} 1 ${end}`
}
