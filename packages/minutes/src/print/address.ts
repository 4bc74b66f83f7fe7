/** An address with everything percent-encoded that a wiki could read as its own syntax, or that could end the link. */
export const wikiAddress = (url: string): string => url.replace(/[^A-Za-z0-9\-._:/?#@&+,;=%]/gu, encoded).replaceAll('__', '%5F%5F')

const encoded = (character: string) =>
  encodeURIComponent(character).replace(/[!'()*~]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
