/** What DokuWiki would read in plain text: its inline patterns (formatting, links, media, footnotes, macros, nowiki itself), its typography
 * (entities.conf, multiplication, straight double quotes), its smileys and automatic links. Straight single quotes stay: only the
 * non-default typography 2 touches them, and they are in every second French word. */
const special = new RegExp(
  [
    /[|^<>"]+/,
    /\*{2,}|\/{2,}|_{2,}|'{2,}|%{2,}|~{2,}|\\+|={2,}|-{2,}|\.{3,}|:{3,}/,
    /\({2,}|\){2,}|\[{2,}|\]{2,}|\{{2,}|\}{2,}/,
    /\((?:c|tm|r)\)/,
    /(?<![A-Za-z0-9])(?:8-\)|8-[Oo]|:-\(|:-\)|=\)|:-\/|:-\?|:-D|:-P|:-[oO]|:-[xX]|;-\)|m\(|:\?:|:!:)(?![A-Za-z0-9])/,
    /(?<![A-Za-z0-9])(?:LOL|FIXME|DELETEME)(?![A-Za-z0-9])/,
    /(?<=(?<![A-Za-z0-9])(?:[1-9]|\d{2,}))[xX](?=[1-9]|\d{2,})/,
    /(?<=(?<![A-Za-z0-9])(?:www?|ftp?))\.(?=\S)/i,
  ]
    .map((each) => `(?:${each.source})`)
    .join('|'),
  'gi',
)

const nowiki = (text: string) => `<nowiki>${text}</nowiki>`

/** A text that DokuWiki shows as it stands, between the syntax printed `before` and `after` it. */
export const escapeDokuWiki = (text: string, before: string, after: string): string => {
  const first = text.charAt(0)
  const last = text.slice(-1)
  const start = first !== '' && first === before.slice(-1) ? 1 : 0
  // a colon before // is no emphasis but an address
  const touches = last === after.charAt(0) || (last === ':' && after.startsWith('//'))
  const end = last !== '' && touches && text.length > start ? text.length - 1 : text.length
  const inside = escapeInside(text.slice(start, end))
  return ((start > 0 ? nowiki(first) : '') + inside + (end < text.length ? nowiki(last) : '')).replaceAll('</nowiki><nowiki>', '')
}

/** What stands between two wrapped stretches is looked at again by itself: wrapping a neighbour can make a word end where none did. */
const escapeInside = (text: string): string => {
  const matches = [...text.matchAll(special)]
  if (matches.length === 0) return text
  let escaped = ''
  let from = 0
  for (const match of matches) {
    escaped += escapeInside(text.slice(from, match.index)) + nowiki(match[0])
    from = match.index + match[0].length
  }
  return escaped + escapeInside(text.slice(from))
}
