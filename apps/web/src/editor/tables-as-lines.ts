/** A note holds no table: each row pasted becomes a line, its cells apart. Left to the editor, all cells would run into one word, and two amounts into a third. */
export const tablesAsLines = (html: string): string => {
  if (!/<table\b/i.test(html)) return html
  // A document of its own runs and fetches nothing.
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const table of page.querySelectorAll('table'))
    table.replaceWith(
      ...Array.from(table.rows, (row) => {
        const line = page.createElement('p')
        line.textContent = Array.from(row.cells, (cell) => cell.textContent.trim().replaceAll(/\s+/g, ' ')).join(' · ')
        return line
      }),
    )
  return page.body.innerHTML
}
