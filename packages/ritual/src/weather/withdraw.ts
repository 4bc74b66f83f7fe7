import type { PersonId } from '../ids.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Scene, Verdict } from '../scene.ts'
import { factsAnd } from '../verdict.ts'

/** Takes back one's weather, value and words; the counts follow [§2.5-19, V2]. */
export const withdrawWeather = ({ board }: Scene, personId: PersonId): Outcome<Verdict> =>
  board.weather[personId]
    ? factsAnd([{ type: 'weather-withdrawn', personId }], [{ drop: { kind: 'weather', subject: 'weather', personId } }])
    : refuse('no-such-thing')
