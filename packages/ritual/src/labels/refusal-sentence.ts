import type { Locale } from '../meeting/entities.ts'
import type { Refusal, RefusalCode } from '../refusal.ts'
import { labels } from './labels.ts'
import { refusalIn } from './refusal-in.ts'

/** Why an act was refused, as a person is told, for whoever holds both languages. */
export const refusalSentence = (locale: Locale, code: RefusalCode, detail?: Refusal['detail']): string =>
  refusalIn(labels[locale], code, detail)
