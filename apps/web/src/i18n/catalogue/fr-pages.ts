import { fr as opening } from '../../lobby/fr-opening.ts'
import { fr as minutes } from '../../minutes/fr.ts'
import { fr as projector } from '../../projector/fr.ts'
import { fr as registers } from '../../registers/fr.ts'

/** Sentences of the pages beside the meeting, fetched by whoever opens one. */
export const frPages = { minutes, opening, projector, registers }
