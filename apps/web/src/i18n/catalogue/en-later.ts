import { en as agenda } from '../../agenda/en.ts'
import { en as care } from '../../care/en.ts'
import { en as circleSheets } from '../../circle/en-sheets.ts'
import { en as closing } from '../../closing/en.ts'
import { en as decisions } from '../../decisions/en.ts'
import { en as editor } from '../../editor/en.ts'
import { en as floor } from '../../floor/en.ts'
import { en as followUp } from '../../follow-up/en.ts'
import { en as ritual } from '../../room/en-ritual.ts'
import { en as signals } from '../../signals/en.ts'
import { en as weatherMore } from '../../weather/en-more.ts'
import type { frLater } from './fr-later.ts'

export const enLater: typeof frLater = {
  agenda,
  care,
  circleSheets,
  closing,
  decisions,
  editor,
  floor,
  followUp,
  ritual,
  signals,
  weatherMore,
}
