import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { minutesTree, printDokuWiki, printMarkdown, printMediaWiki } from '../src/index.ts'
import type { MinutesTree } from '../src/tree/nodes.ts'
import { textOf } from '../src/tree/typed.ts'
import { line, list, table } from '../src/tree/write.ts'
import { fixtureRecord } from './fixture.ts'
import { hostileTexts } from './hostile.ts'

const pandoc = (from: string, to: string, input: string) =>
  spawnSync('pandoc', ['-f', from, '-t', to, '--wrap=none'], { input, encoding: 'utf8' }).stdout
const isInstalled = spawnSync('pandoc', ['--version']).status === 0

interface PandocNode {
  t?: string
  c?: unknown
}
/** The text of pandoc's document, whatever holds it. */
const wordsOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(wordsOf).join('')
  if (typeof value !== 'object' || value === null) return ''
  const { t, c } = value as PandocNode
  if (t === 'Str') return String(c)
  if (t === 'Space' || t === 'SoftBreak' || t === 'LineBreak') return ' '
  if (t === 'Code' || t === 'Link') return wordsOf((c as unknown[])[1])
  const inside = wordsOf(c)
  return t === undefined || t === 'Strong' || t === 'Emph' || t === 'Strikeout' ? inside : `${inside}\n`
}
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

test.skipIf(!isInstalled)('[§2.9] through pandoc the three wikis of the fixture have the same headings, tables, lists and text', () => {
  const tree = minutesTree(fixtureRecord())
  const html = [
    pandoc('gfm', 'html', printMarkdown(tree)),
    pandoc('dokuwiki', 'html', printDokuWiki(tree)),
    pandoc('mediawiki', 'html', printMediaWiki(tree)),
  ]
  const count = (page: string, tag: RegExp) => page.match(tag)?.length
  for (const page of html) {
    expect([count(page, /<h[1-6]/g), count(page, /<table/g), count(page, /<ul/g), count(page, /<blockquote/g)]).toEqual([21, 9, 14, 1])
    expect(plain(page.replaceAll(/<[^>]*>/g, ' '))).toBe(plain(html[0]!.replaceAll(/<[^>]*>/g, ' ')))
  }
})

/** Pandoc decodes entities in DokuWiki, which DokuWiki does not; and it has no smiley, macro or typography to defend from. */
const readable = hostileTexts.filter((text) => !/&[#\w]+;/.test(text) && line(text).length > 0)

test.skipIf(!isInstalled)('[§2.9 Escape] DokuWiki source of hostile texts reads back through pandoc', () => {
  const tree: MinutesTree = {
    locale: 'fr',
    title: '',
    children: readable.flatMap((text) => [
      { type: 'paragraph', children: line('a ', text, ' z') },
      list([{ line: line('a ', text, ' z'), lists: [] }]),
      table(['Texte', 'Autre'], [[`a ${text} z`, 'b']]),
    ]),
  }
  const read = plain(wordsOf((JSON.parse(pandoc('dokuwiki', 'json', printDokuWiki(tree))) as { blocks: unknown }).blocks))
  for (const text of readable) {
    const seen = plain(textOf(line('a ', text, ' z')))
    expect(read.split(seen).length - 1, text).toBeGreaterThanOrEqual(3)
  }
})
