import { en } from './en.ts'
import { fr, type Sentences } from './fr.ts'

/** Language and time zone of minutes are the meeting's, never the reader's [§2.9]. */
export const sentencesOf: Record<'fr' | 'en', Sentences> = { fr, en }
