const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** What MediaWiki would read inside a line: quotes, links (whose text may hold no replacement character), templates, tables, signatures,
 * behaviour switches, automatic links. */
const special = new RegExp(
  [
    /'{2,}|~{3,}|_{2,}|!{2,}|[[\]{}|]+|\ufffd+/,
    /(?<=\b(?:bitcoin|geo|magnet|mailto|matrix|news|sips?|sms|tel|urn|xmpp)):|:(?=\/\/)/,
    /(?<=\b(?:RFC|PMID|ISBN))\s+(?=\d)/,
  ]
    .map((each) => `(?:${each.source})`)
    .join('|'),
  'gi',
)

const nowiki = (text: string) => `<nowiki>${text}</nowiki>`

/** A text that MediaWiki shows as it stands, between the syntax printed `before` and `after` it: a quote next to quotes is wrapped too. */
export const escapeMediaWiki = (text: string, before: string, after: string): string => {
  const start = before.endsWith("'") && /^'(?!')/.test(text) ? 1 : 0
  const end = after.startsWith("'") && /(?<!')'$/.test(text) && text.length > start ? text.length - 1 : text.length
  return (start > 0 ? nowiki("'") : '') + escapeInside(text.slice(start, end)) + (end < text.length ? nowiki("'") : '')
}

const escapeInside = (text: string) => {
  let escaped = ''
  let from = 0
  for (const match of text.matchAll(special)) {
    escaped += entitiesOf(text.slice(from, match.index)) + nowiki(match[0])
    from = match.index + match[0].length
  }
  return escaped + entitiesOf(text.slice(from))
}

const entitiesOf = (text: string) => text.replace(/[&<>]/g, (character) => entities[character]!)

/** Keeps the first character of a paragraph from beginning a list, a heading, a rule or a code block. */
export const guardLineStart = (source: string): string => (/^(?:[#*:;=\s]|----)/.test(source) ? `<nowiki/>${source}` : source)
