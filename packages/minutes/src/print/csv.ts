/** A cell that a spreadsheet would take for a formula is made a plain text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const quoted = (text: string): string => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Rows as a spreadsheet opens them (RFC 4180, UTF-8 with its mark); in French parted by semicolons, for the comma is the decimal mark there. */
export const csvOf = (rows: readonly (readonly string[])[], locale: 'fr' | 'en'): string => {
  const separator = locale === 'fr' ? ';' : ','
  return `\uFEFF${rows.map((row) => row.map((cell) => quoted(harmless(cell))).join(separator)).join('\r\n')}\r\n`
}
