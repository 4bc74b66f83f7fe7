/** One curve; both axes are logarithmic. */
export interface Line {
  readonly title: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

const WIDTH = 640
const HEIGHT = 360
const LEFT = 64
const RIGHT = 24
const TOP = 56
const BOTTOM = 48
/** Dark enough on paper, light enough on a dark page. */
const COLOURS = ['#3a7d44', '#b5651d']

/** A small drawing on its own background, readable by eye and by text: every point carries its number. */
export function plot(title: string, lines: readonly Line[], date: string): string {
  const points = lines.flatMap((line) => line.points)
  const [x0, x1] = decades(points.map(({ x }) => x))
  const [y0, y1] = decades(points.map(({ y }) => y))
  const across = (x: number): number => LEFT + ((Math.log10(x) - x0) / (x1 - x0)) * (WIDTH - LEFT - RIGHT)
  const up = (y: number): number => HEIGHT - BOTTOM - ((Math.log10(y) - y0) / (y1 - y0)) * (HEIGHT - TOP - BOTTOM)
  const marks: string[] = []
  for (let power = x0; power <= x1; power++) {
    const x = across(10 ** power).toFixed(0)
    marks.push(
      `<path d="M${x} ${TOP}V${HEIGHT - BOTTOM}" stroke="#ddd"/><text x="${x}" y="${HEIGHT - 26}" text-anchor="middle">${10 ** power}</text>`,
    )
  }
  for (let power = y0; power <= y1; power++) {
    const y = up(10 ** power).toFixed(0)
    marks.push(
      `<path d="M${LEFT} ${y}H${WIDTH - RIGHT}" stroke="#ddd"/><text x="${LEFT - 8}" y="${Number(y) + 4}" text-anchor="end">${10 ** power}</text>`,
    )
  }
  const curves = lines.map((line, index) => curve(line, COLOURS[index % COLOURS.length] ?? '#333', index, across, up))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#222" role="img">
<title>${title}</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${LEFT}" y="20" font-size="14">${title} (${date})</text>
${marks.join('\n')}
${curves.join('\n')}
</svg>
`
}

function curve({ title, points }: Line, colour: string, index: number, across: (x: number) => number, up: (y: number) => number): string {
  const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${across(x).toFixed(1)} ${up(y).toFixed(1)}`).join('')
  const dots = points.map(
    ({ x, y }) =>
      `<circle cx="${across(x).toFixed(1)}" cy="${up(y).toFixed(1)}" r="3.5"/><text x="${across(x).toFixed(1)}" y="${(up(y) - 8).toFixed(1)}" text-anchor="middle">${y.toFixed(1)}</text>`,
  )
  return `<g fill="${colour}"><path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}<text x="${LEFT + index * 180}" y="42">● ${title}</text></g>`
}

/** The powers of ten around all values. */
function decades(values: readonly number[]): [low: number, high: number] {
  const low = Math.floor(Math.log10(Math.min(...values)))
  return [low, Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))))]
}
