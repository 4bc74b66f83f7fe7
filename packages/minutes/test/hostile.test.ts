import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printDokuWiki, printMarkdown, printMediaWiki } from '../src/index.ts'
import type { Inline } from '../src/record/rich-text.ts'
import type { Block, MinutesTree } from '../src/tree/nodes.ts'
import { richLine } from '../src/tree/runs.ts'
import { labelled, labelledEntry, entry, heading, line, list, paragraph, table } from '../src/tree/write.ts'
import { fr } from '../src/sentences/fr.ts'
import { bracketsOutOfLinks, canonTree } from './canon.ts'
import { readDokuWiki } from './dokuwiki-reader.ts'
import { hostileTexts } from './hostile.ts'
import { readMarkdown } from './markdown-reader.ts'
import { readMediaWiki } from './mediawiki-reader.ts'

/** A typed text wherever minutes may print one: title, paragraph, after a label, quote, list, cell. */
const everywhere = (text: string): MinutesTree => {
  const blocks: (Block | false)[] = [
    heading(1, text),
    line(text).length > 0 && paragraph(text),
    labelled(fr, 'Suite', text),
    line(text).length > 0 && { type: 'quote', children: line(text) },
    list([
      entry(`Dario : « ${text} »`),
      labelledEntry(fr, text === '' ? 'Vide' : text, 'x'),
      ...(line(text).length > 0 ? [entry(text)] : []),
    ]),
    table(
      ['Repère', 'Contenu'],
      [
        [text, 'x'],
        ['x', text],
        ['y', `${text} ; ${text}`],
      ],
    ),
    paragraph('fin'),
  ]
  return { locale: 'fr', title: text, children: blocks.filter((block) => block !== false) }
}

const formats = [
  ['Markdown', printMarkdown, readMarkdown],
  ['DokuWiki', printDokuWiki, readDokuWiki],
  ['MediaWiki', printMediaWiki, readMediaWiki],
] as const

describe.each(formats)('[§2.9 Escape] %s parses back to what was typed', (name, print, read) => {
  test.each(hostileTexts.map((text) => [JSON.stringify(text), text]))('%s', (_label, text) => {
    const tree = everywhere(text)
    expect(read(print(tree))).toEqual(canonTree(tree))
  })

  test('any mixture of them', () => {
    const pieces = fc.array(
      fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'grapheme', maxLength: 4 }), fc.constantFrom(' ', 'mot')),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const tree = everywhere(parts.join(''))
        expect(read(print(tree))).toEqual(canonTree(tree))
      }),
      { numRuns: 150, seed: 20261203 },
    )
  })

  test('rich lines of any texts and marks', () => {
    const inline = fc.oneof(
      {
        weight: 9,
        arbitrary: fc.record({
          text: fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ maxLength: 6 }), fc.constantFrom('mot', ' ')),
          marks: fc.uniqueArray(fc.constantFrom('bold' as const, 'italic' as const, 'strike' as const)),
          href: fc.option(
            fc.constantFrom('https://exemple.fr/a', 'https://exemple.fr/?q=[x]|y&z=__a__', 'mailto:elle@exemple.fr', 'javascript:alert(1)'),
            { nil: undefined, freq: 4 },
          ),
        }),
      },
      { weight: 1, arbitrary: fc.constant({ break: true as const }) },
    )
    fc.assert(
      fc.property(fc.array(inline, { minLength: 1, maxLength: 6 }), (content: Inline[]) => {
        const children = richLine(content)
        fc.pre(children.length > 0)
        const tree: MinutesTree = {
          locale: 'fr',
          title: '',
          children: [
            { type: 'paragraph', children },
            { type: 'list', ordered: true, children: [{ line: children, lists: [] }] },
            table(['a', 'b'], [['x', children]]),
          ],
        }
        expect(read(print(tree))).toEqual(name === 'DokuWiki' ? bracketsOutOfLinks(canonTree(tree)) : canonTree(tree))
      }),
      { numRuns: 150, seed: 20261203 },
    )
  })

  test('ten thousand characters', () => {
    const tree = everywhere(hostileTexts.join(' ').repeat(5).slice(0, 10_000))
    expect(read(print(tree))).toEqual(canonTree(tree))
  })
})
