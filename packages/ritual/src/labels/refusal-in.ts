import type { Refusal, RefusalCode } from '../refusal.ts'
import type { Labels } from './shape.ts'

/** Why an act was refused, in the language at hand: one sentence or two, and what to do next. The code itself for one that an older page does not know. */
export const refusalIn = ({ refusals }: Labels, code: RefusalCode, detail: Refusal['detail'] = {}): string => {
  const said: Labels['refusals'][RefusalCode] | undefined = refusals[code]
  if (said === undefined) return code
  return typeof said === 'string' ? said : said(detail)
}
