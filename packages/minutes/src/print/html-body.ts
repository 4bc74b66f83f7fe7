import type { Block, Entry, List, MinutesTree, Phrase, Table } from '../tree/nodes.ts'
import { breathe } from './spaces.ts'

const tags = { strong: 'strong', emphasis: 'em', delete: 's' } as const
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!)

/** The minutes as HTML of a body: sections under their headings, tables with scopes, non-breaking spaces of the language. No script, no style, no attribute that somebody typed but the address of a link. */
export const printHtmlBody = (tree: MinutesTree): string => {
  const say = (text: string) => escapeHtml(tree.locale === 'fr' ? breathe(text) : text)
  return tree.children.map((block) => printBlock(block, say)).join('\n')
}

type Say = (text: string) => string

const printBlock = (block: Block, say: Say): string => {
  switch (block.type) {
    case 'heading':
      return `<h${block.depth}>${inline(block.children, say)}</h${block.depth}>`
    case 'paragraph':
      return `<p>${inline(block.children, say)}</p>`
    case 'quote':
      return `<blockquote><p>${inline(block.children, say)}</p></blockquote>`
    case 'list':
      return printList(block, say)
    case 'table':
      return printTable(block, say)
  }
}

const printList = (list: List, say: Say): string => {
  const tag = list.ordered ? 'ol' : 'ul'
  return `<${tag}>\n${list.children.map((entry) => printEntry(entry, say)).join('\n')}\n</${tag}>`
}

const printEntry = ({ line, lists }: Entry, say: Say): string => {
  const below = lists.map((list) => `\n${printList(list, say)}`).join('')
  return `<li>${inline(line, say)}${below}</li>`
}

/** A reference, such as A-034 or ECO-2026-013, is one word. */
const isReference = /^[A-Z]+(?:-\d+)+$/

/** The scroll box keeps a wide table from widening a phone's page; it can be focused so that a keyboard can scroll it. */
const printTable = ({ rows: [header = [], ...rows] }: Table, say: Say): string => {
  const head = header.map((cell) => `<th scope="col">${inline(cell, say)}</th>`).join('')
  const body = rows.map((cells) => {
    const [first = [], ...others] = cells
    const name = inline(first, say)
    return `<tr><th scope="row"${isReference.test(name) ? ' class="reference"' : ''}>${name}</th>${others.map((cell) => `<td>${inline(cell, say)}</td>`).join('')}</tr>`
  })
  return `<div class="table" tabindex="0" role="group" aria-label="${header.map((cell) => inline(cell, say).replace(/<[^>]*>/g, '')).join(', ')}"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`
}

const inline = (phrases: readonly Phrase[], say: Say): string =>
  phrases
    .map((phrase) => {
      if (phrase.type === 'text') return say(phrase.value)
      if (phrase.type === 'break') return '<br>'
      if (phrase.type === 'link') return `<a href="${escapeHtml(phrase.url)}" rel="noopener noreferrer">${inline(phrase.children, say)}</a>`
      return `<${tags[phrase.type]}>${inline(phrase.children, say)}</${tags[phrase.type]}>`
    })
    .join('')
