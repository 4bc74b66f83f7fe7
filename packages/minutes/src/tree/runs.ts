import type { Inline } from '../record/rich-text.ts'
import type { Phrase } from './nodes.ts'
import { cleanLines, tidy } from './typed.ts'

/** From the outermost mark to the innermost: the same note always prints the same. */
const nesting = [
  ['strike', 'delete'],
  ['bold', 'strong'],
  ['italic', 'emphasis'],
] as const
type Mark = (typeof nesting)[number][0]

/** A stretch of text that carries one set of marks; `null` is a line break. */
type Run = { text: string; marks: readonly Mark[]; href: string | undefined } | null

/** A rich line as phrases that every wiki can carry: neighbours joined, no mark around spaces at its ends or around a break, no empty mark. */
export const richLine = (content: readonly Inline[]): Phrase[] =>
  tidy(marked(content.flatMap(runsOf).reduce<Run[]>(joined, []).flatMap(bareSpaces), 0))

const runsOf = (inline: Inline): Run[] => {
  if ('break' in inline) return [null]
  const href = inline.href !== undefined && isWebAddress(inline.href) ? inline.href : undefined
  const marks = nesting.map(([mark]) => mark).filter((mark) => inline.marks?.includes(mark))
  return cleanLines(inline.text).flatMap((text, index): Run[] => (index > 0 ? [null, { text, marks, href }] : [{ text, marks, href }]))
}

/** The only links that leave in minutes; anything else is printed as its text. */
export const isWebAddress = (url: string): boolean =>
  /^(?:https?:\/\/|mailto:)[^\s\p{C}]+$/iu.test(url) && url.isWellFormed() && URL.canParse(url)

const alike = (a: Run | undefined, b: Run) => a && b && a.href === b.href && a.marks.join() === b.marks.join()

const joined = (runs: Run[], run: Run): Run[] => {
  const last = runs.at(-1)
  if (last && run && alike(last, run)) runs[runs.length - 1] = { ...last, text: last.text + run.text }
  else if (run === null || run.text !== '') runs.push(run)
  return runs
}

/** `** a **` is no bold in Markdown: spaces at the ends of a run lose its marks. */
const bareSpaces = (run: Run): Run[] => {
  if (run === null || (run.marks.length === 0 && run.href === undefined)) return [run]
  const inner = run.text.trim()
  const bare = (text: string): Run => ({ text, marks: [], href: undefined })
  if (inner === '') return [bare(run.text)]
  const start = run.text.indexOf(inner)
  return [bare(run.text.slice(0, start)), { ...run, text: inner }, bare(run.text.slice(start + inner.length))].filter(
    (each) => each?.text !== '',
  )
}

/** Links are innermost: DokuWiki reads no marks in a link, but a link in marks. */
const linked = (runs: readonly Run[]): Phrase[] =>
  runs.map((run): Phrase => {
    if (run === null) return { type: 'break' }
    const text: Phrase = { type: 'text', value: run.text }
    return run.href === undefined ? text : { type: 'link', url: run.href, children: [text] }
  })

const marked = (runs: readonly Run[], depth: number): Phrase[] => {
  const level = nesting[depth]
  if (level === undefined) return linked(runs)
  const [mark, type] = level
  return grouped(runs, (run) => run?.marks.includes(mark) ?? false).flatMap(([isMarked, group]) => {
    const children = marked(group, depth + 1)
    return isMarked ? [{ type, children }] : children
  })
}

const grouped = <K>(runs: readonly Run[], keyOf: (run: Run) => K): [K, Run[]][] => {
  const groups: [K, Run[]][] = []
  for (const run of runs) {
    const last = groups.at(-1)
    if (last !== undefined && last[0] === keyOf(run)) last[1].push(run)
    else groups.push([keyOf(run), [run]])
  }
  return groups
}
