import { linkMark, canonLine, joinLists, type CanonBlock, type CanonEntry, type CanonLine, type CanonRun } from './canon.ts'

/**
 * A strict reader of DokuWiki source, written from its syntax page and its parser's modes: at each point the leftmost pattern wins, and among equals
 * the one whose mode sorts first. Whatever it recognises that minutes never print (macro, media, footnote, smiley, typography, automatic link,
 * code, rule) comes back as a run marked with its name, so that nothing slips through a comparison.
 */
export const readDokuWiki = (source: string): CanonBlock[] => joinLists(new Reader(`\n${source}\n`).blocks())

interface Pattern {
  name: string
  source: string
}
const pattern = (name: string, source: RegExp): Pattern => ({ name, source: source.source })

const formats = [
  pattern('strong', /\*\*(?=[\s\S]*\*\*)/),
  pattern('emphasis', /\/\/(?=[\s\S]*[^:]\/\/)/),
  pattern('underline', /__(?=[\s\S]*__)/),
  pattern('monospace', /''(?=[\s\S]*'')/),
  pattern('subscript', /<sub>(?=[\s\S]*<\/sub>)/),
  pattern('superscript', /<sup>(?=[\s\S]*<\/sup>)/),
  pattern('delete', /<del>(?=[\s\S]*<\/del>)/),
]
const exits: Record<string, RegExp> = {
  strong: /\*\*/,
  emphasis: /\/\//,
  underline: /__/,
  monospace: /''/,
  subscript: /<\/sub>/,
  superscript: /<\/sup>/,
  delete: /<\/del>/,
}
const lineBreak = pattern('break', /\\{2}(?:[ \t]|(?=\n))/)
const footnote = pattern('footnote', /\(\((?=[\s\S]*\)\))/)
const unformatted = [pattern('nowiki', /<nowiki>(?=[\s\S]*<\/nowiki>)/), pattern('percent', /%%(?=[\s\S]*%%)/)]
const code = pattern('code', /<(?:code|file|html|php|HTML|PHP)\b/)
const host = '[A-Za-z0-9%._-]'
const substitutions = [
  pattern(
    'smiley',
    /(?<![A-Za-z0-9_])(?:8-\)|8-O|8-o|:-\(|:-\)|=\)|:-\/|:-\\|:-\?|:-D|:-P|:-o|:-O|:-x|:-X|:-\||;-\)|\^_\^|m\(|:\?:|:!:|LOL|FIXME|DELETEME)(?![A-Za-z0-9_])/,
  ),
  pattern('entity', /<->|->|<-|<=>|=>|<=|>>|<<|---|--|\(c\)|\(tm\)|\(r\)|\.\.\./),
  pattern('multiply', /(?<![A-Za-z0-9_])(?:[1-9]|\d{2,})[xX](?:[1-9]|\d{2,})(?![A-Za-z0-9_])/),
  pattern('quotes', /"/),
  pattern('link', /\[\[(?:(?:[^[\]]*?\[[\s\S]*?\])|[\s\S]*?)\]\]/),
  pattern('media', /\{\{(?:[^}]|(?:\}[^}]))+\}\}/),
  { name: 'url', source: `\\b(?:https?|telnet|gopher|wais|ftp|ed2k|irc|ldap|file)://${host}+|\\b(?:www?|ftp?)\\.${host}+\\.${host}+` },
  pattern('email', /<[\w!#$%&'*+/=?^`{|}~.-]+@[\w.-]+\.[a-z]{2,}>/i),
  pattern('share', /\\\\\w+(?:\\[\w\-$]+)+/),
]
const macros = [pattern('macro', /~~(?:NOTOC|NOCACHE)~~/), pattern('plugin', /~~[A-Z]+[^~]*~~/)]
/** In the order of the modes' sort numbers. */
const inline = [...macros, ...formats, lineBreak, footnote, ...unformatted, code, ...substitutions]
const blocks = [
  pattern('list', /\n {2,}[*-]|\n\t+[*-]/),
  pattern('preformatted', /\n {2}(?![*-])|\n\t(?![*-])/),
  ...macros,
  pattern('heading', /[ \t]*={2,}[^\n]+={2,}[ \t]*(?=\n)/),
  pattern('table', /[\t ]*\n\^|[\t ]*\n\|/),
  ...formats,
  lineBreak,
  footnote,
  pattern('rule', /\n[ \t]*-{4,}[ \t]*(?=\n)/),
  ...unformatted,
  code,
  pattern('quote', /\n>+/),
  ...substitutions,
  pattern('eol', /\n/),
]
const listEnds = [pattern('item', /\n {2,}[*-]|\n\t+[*-]/), pattern('end', /\n/)]
const tableEnds = [pattern('span', /[\t ]*:::[\t ]*(?=[|^])/), pattern('row', /\n[\^|]/), pattern('end', /\n/), pattern('cell', /[\^|]/)]
const quoteEnds = [pattern('more', /\n>+/), pattern('end', /\n/)]

const compiled = new Map<readonly Pattern[], RegExp>()
const regexOf = (patterns: readonly Pattern[]) => {
  const known = compiled.get(patterns) ?? new RegExp(patterns.map((each) => `(${each.source})`).join('|'), 'g')
  compiled.set(patterns, known)
  return known
}
const combined = new Map<string, readonly Pattern[]>()
const inlineWith = (key: string, ends: readonly Pattern[], without: readonly string[]) => {
  const name = `${key}/${without.join('/')}`
  const known = combined.get(name) ?? [...inline.filter((each) => !without.includes(each.name)), ...ends]
  combined.set(name, known)
  return known
}

interface Match {
  name: string
  text: string
  start: number
}

class Reader {
  private readonly source: string
  private at = 0
  constructor(source: string) {
    this.source = source
  }

  blocks(): CanonBlock[] {
    const found: CanonBlock[] = []
    let paragraph: CanonRun[] = []
    const flush = () => {
      const line = canonLine(paragraph)
      if (line.length > 0) found.push({ kind: 'paragraph', line })
      paragraph = []
    }
    for (;;) {
      const match = this.next(blocks)
      const text = this.source.slice(this.at, match?.start)
      if (text !== '') paragraph.push({ text, marks: '' })
      if (match === undefined) {
        flush()
        return found
      }
      this.at = match.start + match.text.length
      switch (match.name) {
        case 'eol':
          if (this.source[this.at] === '\n') flush()
          else paragraph.push({ text: ' ', marks: '' })
          break
        case 'heading': {
          flush()
          const title = match.text.trim()
          const depth = 7 - /^=+/.exec(title)![0].length
          found.push({ kind: 'heading', depth: Math.max(depth, 1), text: title.replace(/^=+|=+$/g, '').trim() })
          break
        }
        case 'list':
          flush()
          found.push(...this.list(match))
          break
        case 'table':
          flush()
          found.push(this.table())
          break
        case 'quote':
          flush()
          found.push(this.quote(match))
          break
        default:
          paragraph.push(...this.substance(match, '', []))
      }
    }
  }

  private list(first: Match): CanonBlock[] {
    const items: { depth: number; ordered: boolean; line: CanonLine }[] = []
    let opener: Match | undefined = first
    while (opener !== undefined) {
      const spaces = opener.text.replace(/^\n/, '').replace(/[*-]$/, '')
      const [runs, end] = this.inlineUntil(inlineWith('list', listEnds, []), ['item', 'end'], '', [])
      items.push({ depth: Math.floor(spaces.length / 2), ordered: opener.text.endsWith('-'), line: canonLine(runs) })
      opener = end?.name === 'item' ? end : undefined
    }
    return nest(items)
  }

  private table(): CanonBlock {
    const rows: CanonLine[][] = []
    let cells: CanonLine[] = []
    let runs: CanonRun[] = []
    for (;;) {
      const [content, end] = this.inlineUntil(inlineWith('table', tableEnds, []), ['span', 'row', 'end', 'cell'], '', [])
      runs.push(...content)
      if (end?.name === 'span') runs.push({ text: end.text, marks: 'rowspan' })
      else {
        if (end?.name === 'cell') cells.push(canonLine(runs))
        else if (canonLine(runs).length > 0) cells.push([{ text: 'text after the last cell', marks: 'error' }])
        runs = []
      }
      if (end === undefined || end.name === 'row' || end.name === 'end') {
        rows.push(cells)
        cells = []
        if (end?.name !== 'row') return { kind: 'table', rows }
      }
    }
  }

  private quote(first: Match): CanonBlock {
    const runs: CanonRun[] = []
    let opener: Match | undefined = first
    while (opener !== undefined) {
      if (runs.length > 0) runs.push({ text: '\n', marks: '' })
      const [content, end] = this.inlineUntil(inlineWith('quote', quoteEnds, []), ['more', 'end'], '', [])
      runs.push(...canonLine(content))
      opener = end?.name === 'more' ? end : undefined
    }
    return { kind: 'quote', line: canonLine(runs) }
  }

  /** Reads on until one of `ends`, which is consumed. */
  private inlineUntil(
    patterns: readonly Pattern[],
    ends: readonly string[],
    marks: string,
    open: readonly string[],
  ): [CanonRun[], Match | undefined] {
    const runs: CanonRun[] = []
    for (;;) {
      const match = this.next(patterns)
      const text = this.source.slice(this.at, match?.start)
      if (text !== '') runs.push({ text, marks })
      if (match === undefined) {
        this.at = this.source.length
        return [runs, undefined]
      }
      this.at = match.start + match.text.length
      if (ends.includes(match.name)) return [runs, match]
      runs.push(...this.substance(match, marks, open))
    }
  }

  private substance(match: Match, marks: string, open: readonly string[]): CanonRun[] {
    if (match.name in exits) {
      const inside = [...open, match.name]
      const exit = { name: `exit ${match.name}`, source: exits[match.name]!.source }
      return this.inlineUntil(inlineWith(match.name, [exit], inside), [exit.name], `${marks} ${match.name}`, inside)[0]
    }
    switch (match.name) {
      case 'break':
        return [{ text: '\n', marks: '' }]
      case 'nowiki':
      case 'percent': {
        const close = match.name === 'nowiki' ? '</nowiki>' : '%%'
        const end = this.source.indexOf(close, this.at)
        const text = this.source.slice(this.at, end)
        this.at = end + close.length
        return [{ text, marks }]
      }
      case 'link': {
        const [address, title] = splitOnce(match.text.slice(2, -2), '|')
        return [{ text: title ?? address, marks: `${marks} ${linkMark(address, title ?? address)}` }]
      }
      default:
        return [{ text: match.text, marks: `${marks} ${match.name}` }]
    }
  }

  private next(patterns: readonly Pattern[]): Match | undefined {
    const regex = regexOf(patterns)
    regex.lastIndex = this.at
    const match = regex.exec(this.source)
    if (match === null) return undefined
    const index = match.slice(1).findIndex((group) => group !== undefined)
    return { name: patterns[index]!.name, text: match[0], start: match.index }
  }
}

const splitOnce = (text: string, separator: string): [string, string?] => {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** Items by depth into nested lists. */
export const nest = (items: readonly { depth: number; ordered: boolean; line: CanonLine }[]): CanonBlock[] => {
  const root: CanonEntry = { line: [], lists: [] }
  const stack: CanonEntry[] = [root]
  for (const item of items) {
    stack.length = Math.min(stack.length, item.depth)
    const parent = stack.at(-1)!
    const entry: CanonEntry = { line: item.line, lists: [] }
    const last = parent.lists.at(-1)
    if (last?.kind === 'list' && last.ordered === item.ordered) last.entries.push(entry)
    else parent.lists.push({ kind: 'list', ordered: item.ordered, entries: [entry] })
    stack.push(entry)
  }
  return root.lists
}
