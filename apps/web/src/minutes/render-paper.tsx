import { createElement, type ReactNode } from 'react'
import { comparable } from './my-words.ts'

/** What the printer of the minutes may put on a page; anything else gives its text alone. A heading goes one level down, under the page's own title. */
const tags: Readonly<Record<string, string>> = {
  H1: 'h2',
  H2: 'h3',
  H3: 'h4',
  H4: 'h5',
  H5: 'h6',
  P: 'p',
  UL: 'ul',
  OL: 'ol',
  LI: 'li',
  TABLE: 'table',
  THEAD: 'thead',
  TBODY: 'tbody',
  TR: 'tr',
  TH: 'th',
  TD: 'td',
  STRONG: 'strong',
  EM: 'em',
  S: 's',
  BR: 'br',
  BLOCKQUOTE: 'blockquote',
}
const safeAddress = /^(https?:|mailto:|\/)/i

const attributesOf = (element: Element): Record<string, unknown> => {
  const scope = element.getAttribute('scope')
  return {
    ...(scope === null ? {} : { scope }),
    ...(element.classList.contains('reference') ? { className: 'reference' } : {}),
    ...asTable(element),
  }
}

const roles: Readonly<Record<string, string>> = {
  TABLE: 'table',
  THEAD: 'rowgroup',
  TBODY: 'rowgroup',
  TR: 'row',
  TD: 'cell',
}

/** On a phone each row of a table is a small list whose entries say their column; laid out so it would be no table any more to a screen reader, but for its roles. */
const asTable = (element: Element): Record<string, unknown> => {
  const { tagName } = element
  if (tagName === 'TH') return { role: element.getAttribute('scope') === 'row' ? 'rowheader' : 'columnheader' }
  const role = roles[tagName]
  if (role === undefined) return {}
  if (tagName !== 'TD') return { role }
  const columns = [...(element.closest('table')?.querySelectorAll('thead th') ?? [])]
  const column = columns[[...(element.parentElement?.children ?? [])].indexOf(element)]?.textContent
  // Of two columns the first names the second.
  return columns.length > 2 ? { role, 'data-column': column } : { role }
}

const render = (node: Node, key: number, isMine: (text: string) => boolean, mineLabel: string): ReactNode => {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent
  if (!(node instanceof Element)) return null
  const children = [...node.childNodes].map((child, index) => render(child, index, isMine, mineLabel))
  if (node.tagName === 'A') {
    const href = node.getAttribute('href') ?? ''
    return safeAddress.test(href) ? (
      <a key={key} href={href} rel="noopener noreferrer" target="_blank">
        {children}
      </a>
    ) : (
      <span key={key}>{children}</span>
    )
  }
  if (node.tagName === 'DIV' && node.classList.contains('table')) {
    return (
      <div key={key} className="paper-table" tabIndex={0} role="group" aria-label={node.getAttribute('aria-label') ?? undefined}>
        {children}
      </div>
    )
  }
  const tag = tags[node.tagName]
  if (tag === undefined) return children
  if (tag === 'br') return <br key={key} />
  const mine = (tag === 'li' || tag === 'p') && isMine(comparable(node.textContent ?? ''))
  return createElement(
    tag,
    { key, ...attributesOf(node), ...(mine ? { 'data-mine': '' } : {}) },
    ...(mine
      ? [
          <span key="mine" className="sr-only">
            {mineLabel}{' '}
          </span>,
        ]
      : []),
    ...children,
  )
}

/** The body of the server's page as elements of this one: same words, our type and theme, nothing that was typed can become markup. `mine` are the reader's own words. */
export const renderPaper = (html: string, mine: readonly string[], mineLabel: string): { title: string; content: ReactNode } => {
  // The page's own style is for when it stands alone; parsed here, the policy of this page would report it.
  const page = new DOMParser().parseFromString(html.replaceAll(/<style>[\s\S]*?<\/style>/g, ''), 'text/html')
  const article = page.querySelector('article') ?? page.body
  const sought = mine.map(comparable).filter((text) => text.length > 2)
  const isMine = (text: string): boolean => sought.some((one) => text.includes(one))
  return { title: page.title, content: [...article.childNodes].map((node, index) => render(node, index, isMine, mineLabel)) }
}
