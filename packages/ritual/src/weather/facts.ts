import { dropEntity, noteOrder, putEntity } from '../board-changes.ts'
import type { PersonId } from '../ids.ts'
import type { Appliers } from '../stamp.ts'
import type { WeatherId } from './entities.ts'

export type WeatherFact =
  | { type: 'weather-given'; personId: PersonId; value: WeatherId }
  | { type: 'weather-passed'; personId: PersonId }
  | { type: 'weather-withdrawn'; personId: PersonId }

export const weatherAppliers: Appliers<WeatherFact> = {
  'weather-given': (board, { personId, value }, { at }) =>
    noteOrder(putEntity(board, 'weather', personId, { personId, value, passed: false, at }), `weather:${personId}`),
  'weather-passed': (board, { personId }, { at }) =>
    noteOrder(putEntity(board, 'weather', personId, { personId, value: null, passed: true, at }), `weather:${personId}`),
  'weather-withdrawn': (board, { personId }) => dropEntity(board, 'weather', personId),
}
