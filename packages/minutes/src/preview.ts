/** What the web app needs to show minutes as they will be: record → tree → HTML, without any Markdown library. */
export { printHtmlBody } from './print/html-body.ts'
export type { MinutesRecord } from './record/record.ts'
export type { MinutesTree } from './tree/nodes.ts'
export { minutesTree } from './tree/tree.ts'
