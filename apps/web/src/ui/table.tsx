import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'

export type Column<Row> = {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** The column that names the row, read with each of its cells. */
  readonly names?: boolean
  readonly number?: boolean
}

export type TableProps<Row> = {
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

/** Rows and columns parted by hairlines; too wide, it scrolls in its own frame, by keyboard too, never the page. */
export function Table<Row>({ caption, captionHidden, columns, rows, keyOf }: TableProps<Row>) {
  const t = useT('ui')
  return (
    <div role="region" aria-label={`${caption}. ${t.tableScroll}`} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-start">
        <caption className={captionHidden ? 'sr-only' : 'pb-2 text-start font-strong'}>{caption}</caption>
        <thead>
          <tr className="border-b border-edge text-second text-ink2">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={`px-3 py-2 font-strong whitespace-nowrap first:ps-0 last:pe-0 ${column.number ? 'text-end' : 'text-start'}`}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) =>
                column.names ? (
                  <th key={column.id} scope="row" className="px-3 py-3 text-start align-top font-strong first:ps-0">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.id}
                    className={`px-3 py-3 align-top first:ps-0 last:pe-0 ${column.number ? 'text-end whitespace-nowrap tabular-nums' : ''}`}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
