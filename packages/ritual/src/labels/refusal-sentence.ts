import type { Locale } from '../meeting/entities.ts'
import type { Refusal, RefusalCode } from '../refusal.ts'
import { labels } from './labels.ts'

/** Why an act was refused, as a person is told: one sentence or two, and what to do next. */
export const refusalSentence = (locale: Locale, code: RefusalCode, detail: Refusal['detail'] = {}): string => {
  const said = labels[locale].refusals[code]
  return typeof said === 'string' ? said : said(detail)
}
