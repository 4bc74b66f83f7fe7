import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minutesTree, printHtml, printHtmlBody } from '../src/index.ts'
import type { MinutesTree } from '../src/tree/nodes.ts'
import { heading, line, list, entry, paragraph, table } from '../src/tree/write.ts'
import { fixtureRecord } from './fixture.ts'
import { hostileTexts } from './hostile.ts'

const allowed =
  /^<(?:\/?(?:h[1-5]|p|ul|ol|li|blockquote|strong|em|s|table|thead|tbody|tr|td|th|a|div)|br|th scope="(?:col|row)"|a href="(?:https?:\/\/|mailto:)[^"<>]*" rel="noopener noreferrer"|div class="table" tabindex="0" role="group" aria-label="[^"<>]*")>$/
const decode = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

/** The text of a page, all of whose tags are ours. */
const textOfHtml = (html: string): string => {
  for (const [tag] of html.matchAll(/<[^>]*>?/g)) expect(tag).toMatch(allowed)
  expect(html.replaceAll(/<[^>]*>/g, '')).not.toMatch(/[<>]|&(?!(?:lt|gt|quot|amp|#39);)/)
  return decode(html.replaceAll('<br>', '\n').replaceAll(/<[^>]*>/g, ''))
}
const ordinary = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

const pageOf = (text: string): MinutesTree => ({
  locale: 'fr',
  title: text,
  children: [
    heading(1, text),
    paragraph(text),
    list([entry(text)]),
    table(['a', 'b'], [[text, 'x']]),
    { type: 'quote', children: line(text) },
  ],
})

describe('[§2.9 HTML] nothing typed becomes markup', () => {
  /** How often a text is read on its page, and how often at least it should be. */
  const readings = (text: string) => {
    const seen = line(text)
      .map((phrase) => (phrase.type === 'text' ? phrase.value : phrase.type === 'link' ? phrase.url : '\n'))
      .join('')
    const read = ordinary(textOfHtml(printHtmlBody(pageOf(text))))
    return { found: seen === '' ? 4 : read.split(ordinary(seen)).length - 1, atLeast: 4 }
  }
  test.each(hostileTexts.map((text) => [JSON.stringify(text), text]))('%s', (_label, text) => {
    const { found, atLeast } = readings(text)
    expect(found).toBeGreaterThanOrEqual(atLeast)
  })
  test('any mixture', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 6 }),
        (parts) => {
          const { found, atLeast } = readings(parts.join(''))
          expect(found).toBeGreaterThanOrEqual(atLeast)
        },
      ),
      { numRuns: 200, seed: 20261203 },
    )
  })
  test('a link leads to the web or to a mailbox, never to a script', () => {
    const record = fixtureRecord()
    const [first, second] = record.resources
    record.resources = [
      { ...first!, url: 'javascript:alert(1)' },
      { ...second!, url: 'https://exemple.fr/?a="><script>' },
    ]
    const page = printHtmlBody(minutesTree(record))
    expect(page).not.toContain('javascript')
    expect(page).not.toContain('<script')
    expect(page).toContain('href="https://exemple.fr/?a=&quot;&gt;&lt;script&gt;"')
  })
})

describe('[§2.9 HTML] the page', () => {
  const page = printHtml(minutesTree(fixtureRecord()))
  test('says its language and title, has one main, one first heading, and no script', () => {
    expect(page).toContain('<html lang="fr">')
    expect(page).toContain('<title>Réunion écosystème du jeudi 3 décembre 2026</title>')
    expect(page.match(/<main>/g)).toHaveLength(1)
    expect(page.match(/<h1>/g)).toHaveLength(1)
    expect(page).not.toMatch(/<script|javascript:| on[a-z]+=|https?:\/\/(?!exemple)/)
  })
  test('has a scope on every header cell and as many tables as the wikis', () => {
    expect(page.match(/<table>/g)).toHaveLength(9)
    expect(page).not.toMatch(/<th>/)
    expect(page, 'a reference is one word').toContain('<th scope="row" class="reference">A-034</th>')
  })
  test('keeps French signs with their words', () => {
    expect(page).toContain('18\u00a0h\u00a000 – 19\u00a0h\u00a030 (90\u00a0min)')
    expect(page).toContain('à l’essai\u202f?')
    expect(page).toContain('«\u00a0Parcours de découverte des personnes nouvelles\u00a0»\u00a0: réactions')
  })
  test('leaves English spaces alone', () => {
    expect(printHtmlBody({ locale: 'en', title: 'x', children: [paragraph('18 h ; x ?')] })).toBe('<p>18 h ; x ?</p>')
  })
})
