import * as v from 'valibot'
import { actionActs } from './actions/acts.ts'
import { adviceActs } from './advice/acts.ts'
import { agendaActs } from './agenda/acts.ts'
import { circulationActs } from './circulation/acts.ts'
import { closingActs } from './closing/acts.ts'
import { correctionActs } from './corrections/acts.ts'
import { decisionActs } from './decisions/acts.ts'
import { feedbackActs } from './feedback/acts.ts'
import { floorActs } from './floor/acts.ts'
import { meetingActs } from './meeting/acts.ts'
import { noteActs } from './notes/acts.ts'
import { peopleActs } from './people/acts.ts'
import { reviewActs } from './reviews/acts.ts'
import { roleActs } from './roles/acts.ts'
import { roundActs } from './rounds/acts.ts'
import { signalActs } from './signals/acts.ts'
import { transmissionActs } from './transmissions/acts.ts'
import { weatherActs } from './weather/acts.ts'

/** The schema of every act, by type. The wire, the JSON Schema of `GET /api/acts` and the browser's types all come from here. */
export const actSchemas = {
  ...meetingActs,
  ...peopleActs,
  ...roleActs,
  ...roundActs,
  ...weatherActs,
  ...agendaActs,
  ...noteActs,
  ...floorActs,
  ...signalActs,
  ...decisionActs,
  ...reviewActs,
  ...adviceActs,
  ...circulationActs,
  ...feedbackActs,
  ...actionActs,
  ...closingActs,
  ...transmissionActs,
  ...correctionActs,
} as const

export type ActType = keyof typeof actSchemas
/** One act as parsed: defaults filled in. */
export type ActOf<T extends ActType> = v.InferOutput<(typeof actSchemas)[T]>
export type Act = { [T in ActType]: ActOf<T> }[ActType]
/** One act as a client may send it. */
export type ActInput = { [T in ActType]: v.InferInput<(typeof actSchemas)[T]> }[ActType]

export const actTypes = Object.keys(actSchemas) as readonly ActType[]
