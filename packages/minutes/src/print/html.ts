import type { MinutesTree } from '../tree/nodes.ts'
import { escapeHtml, printHtmlBody } from './html-body.ts'

/** One page that stands alone: no script, no font, no address of ours, so that it reads and prints the same in ten years. */
export const printHtml = (tree: MinutesTree): string => `<!doctype html>
<html lang="${tree.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Clairière">
<title>${escapeHtml(tree.title.toWellFormed())}</title>
<style>
${style}
</style>
</head>
<body>
<main>
<article>
${printHtmlBody(tree)}
</article>
</main>
</body>
</html>
`

const style = `:root { color-scheme: light dark; }
body { margin: 0; background: #f6f3ec; color: #1d2a22; font: 1.0625rem/1.55 Georgia, 'Noto Serif', serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 2em 0 .5em; break-after: avoid; }
h1 { font-size: 1.9rem; margin-top: .5em; }
h2 { font-size: 1.4rem; border-bottom: 1px solid #9cad9f; padding-bottom: .2em; }
h3 { font-size: 1.15rem; }
h4, h5 { font-size: 1rem; }
a { color: #1f5d3d; }
blockquote { margin: 1em 0; padding: .25em 1em; border-inline-start: 4px solid #2f6b4f; background: #eef2ea; }
.table { overflow-x: auto; margin: 1em 0; }
.table:focus-visible { outline: 3px solid #1f5d3d; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; overflow-wrap: normal; }
th, td { border: 1px solid #9cad9f; padding: .4em .6em; text-align: start; vertical-align: top; }
thead th { background: #e3e9dd; }
tbody th { font-weight: normal; }
.reference { white-space: nowrap; }
li { margin: .25em 0; }
@media (prefers-color-scheme: dark) {
  body { background: #16201a; color: #e6ebe4; }
  a { color: #9ed3b3; }
  blockquote { background: #1f2c24; }
  thead th { background: #25342b; }
  th, td, h2 { border-color: #4d6355; }
}
@page { margin: 18mm 16mm; }
@media print {
  :root { color-scheme: light; }
  body { background: #fff; color: #000; font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .table { overflow: visible; }
  thead { display: table-header-group; }
  tr, li, blockquote { break-inside: avoid; }
  a { color: inherit; }
  thead th, blockquote { background: none; }
}`
