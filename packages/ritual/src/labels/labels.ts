import type { Locale } from '../meeting/entities.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Labels } from './shape.ts'

/** Every word of the ritual that a person reads, by language; French is written first. */
export const labels: Readonly<Record<Locale, Labels>> = { fr, en }
