const nbsp = '\u00a0'
const narrow = '\u202f'

/** French spaces that must not break, for reading and print only: wiki sources keep ordinary ones [§2.9]. */
export const breathe = (text: string): string =>
  text
    .replace(/ (?=[;?!])/g, narrow)
    .replace(/ (?=[:»])/g, nbsp)
    .replace(/« /g, `«${nbsp}`)
    .replace(/(?<=\d) (?=h(?:\s|$)|min\b|€|%)/g, nbsp)
    .replace(/(?<=\d\u00a0h) (?=\d\d)/g, nbsp)
