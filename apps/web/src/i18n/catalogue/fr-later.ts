import { fr as agenda } from '../../agenda/fr.ts'
import { fr as care } from '../../care/fr.ts'
import { fr as circleSheets } from '../../circle/fr-sheets.ts'
import { fr as closing } from '../../closing/fr.ts'
import { fr as decisions } from '../../decisions/fr.ts'
import { fr as editor } from '../../editor/fr.ts'
import { fr as floor } from '../../floor/fr.ts'
import { fr as followUp } from '../../follow-up/fr.ts'
import { fr as ritual } from '../../room/fr-ritual.ts'
import { fr as signals } from '../../signals/fr.ts'
import { fr as weatherMore } from '../../weather/fr-more.ts'

/** Sentences of what comes after the first screens, fetched with the first of them. */
export const frLater = { agenda, care, circleSheets, closing, decisions, editor, floor, followUp, ritual, signals, weatherMore }
