import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rivals, type PeerName } from './peer.ts'
import { quantile, type Figure, type Measured, type Row } from './row.ts'
import { rows } from './rows/rows.ts'

const page = fileURLToPath(new URL('./RESULTS.md', import.meta.url))
const store = fileURLToPath(new URL('./results.json', import.meta.url))
const START = '<!-- measured: written by pnpm bench -->'
const END = '<!-- end of what was measured -->'

interface Kept {
  /** The day it was measured. */
  readonly date: string
  readonly repetitions: number
  /** Medians, by server and figure. */
  readonly medians: Partial<Record<PeerName, Measured>>
}

const read = (): Record<string, Kept> => (existsSync(store) ? (JSON.parse(readFileSync(store, 'utf8')) as Record<string, Kept>) : {})

/** Keeps the medians of a row in the place of what was measured of it before. */
export function keep(row: Row, measured: ReadonlyMap<PeerName, readonly Measured[]>): void {
  const medians = Object.fromEntries(
    [...measured].map(([name, runs]) => {
      const keys = [...Object.keys(row.figures), ...(runs[0]?.['rss'] === undefined ? [] : ['rss'])]
      return [
        name,
        Object.fromEntries(
          keys.map((key) => [
            key,
            round(
              quantile(
                runs.map((run) => run[key] ?? Number.NaN),
                0.5,
              ),
            ),
          ]),
        ),
      ]
    }),
  )
  const repetitions = Math.max(...[...measured.values()].map((runs) => runs.length))
  const kept: Kept = { date: new Date().toISOString().slice(0, 10), repetitions, medians }
  writeFileSync(store, `${JSON.stringify({ ...read(), [row.id]: kept }, null, 2)}\n`)
}

/** Puts the tables of all that was ever measured into RESULTS.md; what is written around them stays. */
export function writeResults(): void {
  const kept = read()
  const text = readFileSync(page, 'utf8')
  const [before = text, rest = ''] = text.split(START)
  const after = rest.split(END)[1] ?? ''
  const tables = [goals(kept), ...rows.flatMap((row) => (kept[row.id] === undefined ? [] : [table(row, kept[row.id] as Kept)]))]
  writeFileSync(page, `${before}${START}\n\n${tables.join('\n\n')}\n\n${END}${after}`)
}

function goals(kept: Record<string, Kept>): string {
  const lines = ['| load | figure | ours | best peer | ratio | goal |  |', '| --- | --- | --- | --- | --- | --- | --- |']
  for (const row of rows) {
    const medians = kept[row.id]?.medians
    if (medians?.clairiere === undefined) continue
    for (const [key, figure] of Object.entries(row.figures)) {
      const ours = medians.clairiere[key]
      if (ours === undefined || figure.goal === undefined) continue
      const best = bestOf(medians, key, figure)
      const [value, goal, isMet] = judge(ours, best, figure)
      const cells = [
        row.title,
        `${figure.name}, ${figure.unit}`,
        ours.toFixed(figure.digits),
        best?.toFixed(figure.digits) ?? '–',
        value,
        goal,
        isMet ? 'met' : '**missed**',
      ]
      lines.push(`| ${cells.join(' | ')} |`)
    }
  }
  return `## Goals\n\n${lines.join('\n')}`
}

function judge(ours: number, best: number | null, { goal }: Figure): [value: string, goal: string, isMet: boolean] {
  if (goal === undefined) return ['–', '–', true]
  if ('atMost' in goal) return ['–', `≤ ${goal.atMost}`, ours <= goal.atMost]
  const ratio = best === null ? Number.NaN : ours / best
  if ('ratioAtMost' in goal) return [ratio.toFixed(2), `≤ ${goal.ratioAtMost} ×`, ratio <= goal.ratioAtMost]
  return [ratio.toFixed(2), `≥ ${goal.ratioAtLeast} ×`, ratio >= goal.ratioAtLeast]
}

function bestOf(medians: Kept['medians'], key: string, { goal }: Figure): number | null {
  const values = rivals.flatMap((name) => medians[name]?.[key] ?? [])
  if (values.length === 0) return null
  return goal !== undefined && 'ratioAtLeast' in goal ? Math.max(...values) : Math.min(...values)
}

function table(row: Row, { date, repetitions, medians }: Kept): string {
  const figures = Object.entries(row.figures)
  const head = ['server', ...figures.map(([, { name, unit }]) => `${name}, ${unit}`), 'RSS, MiB']
  const lines = Object.entries(medians).map(([name, values]) => {
    const cells = figures.map(([key, { digits }]) => values[key]?.toFixed(digits) ?? '–')
    return `| ${[name, ...cells, values['rss']?.toFixed(0) ?? '–'].join(' | ')} |`
  })
  const rule = `| ${head.map(() => '---').join(' | ')} |`
  return `### ${row.title}\n\n${date}, medians of ${repetitions}.\n\n| ${head.join(' | ')} |\n${rule}\n${lines.join('\n')}`
}

const round = (value: number): number => Math.round(value * 1000) / 1000
