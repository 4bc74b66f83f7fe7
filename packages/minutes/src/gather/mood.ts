import { countWeather, WEATHER_COUNTED_FROM } from '@clairiere/ritual'
import type { Mood, Weather } from '../record/mood.ts'
import { responseIds, signalKinds, weatherIds, type ResponseId } from '../record/vocabulary.ts'
import type { Sources } from './sources.ts'

const BY_VALUE_FROM = 10
const bands = { clear: ['sun', 'clearing', 'rainbow'], variable: ['clouds', 'wind', 'fog'], heavy: ['rain', 'storm'] } as const

/** Weather as fine as its number allows: nothing under five, three bands under ten [§2.5-17]. */
export const weatherOf = ({ board }: Sources): Weather | undefined => {
  const { given, passed, byValue } = board.record.weatherCounts ?? countWeather(Object.values(board.weather))
  if (given + passed === 0) return board.record.weatherSkipped ? { is: 'skipped' } : undefined
  if (board.meeting.privacy.weather === 'held' || given < WEATHER_COUNTED_FROM) return { is: 'held' }
  if (given < BY_VALUE_FROM) {
    const sum = (band: keyof typeof bands) => bands[band].reduce((total, value) => total + (byValue[value] ?? 0), 0)
    return { is: 'banded', total: given, clear: sum('clear'), variable: sum('variable'), heavy: sum('heavy') }
  }
  return { is: 'counted', total: given, counts: aboveZero(weatherIds, byValue) }
}

/** Counts without the zeros, in the order of `ids`. */
export const aboveZero = <Id extends string>(ids: readonly Id[], counts: Partial<Record<Id, number>>): Partial<Record<Id, number>> => {
  const kept: Partial<Record<Id, number>> = {}
  for (const id of ids) if ((counts[id] ?? 0) > 0) kept[id] = counts[id]
  return kept
}

/** Signals as numbers and responses; nothing at all when the circle said so [§2.7]. */
export const moodOf = ({ board, inOrder }: Sources): Mood | undefined => {
  if (board.meeting.privacy.signals === 'none') return undefined
  const signals = inOrder(board.signals).filter((signal) => signal.status !== 'withdrawn')
  if (signals.length === 0) return undefined
  const number = (...statuses: readonly string[]) => signals.filter((signal) => statuses.includes(signal.status)).length
  const given = board.record.responses
  const byTime = [...new Set(given.map((each) => each.signalId))]
  const rest = signals.filter((signal) => !byTime.includes(signal.id))
  return {
    signals: signalKinds
      .map((kind) => ({ kind, count: signals.filter((signal) => signal.kind === kind).length }))
      .filter(({ count }) => count > 0),
    untreated: number('raised', 'acknowledged', 'in-care'),
    carried: number('carried'),
    responses: [
      ...byTime
        .filter((id) => signals.some((signal) => signal.id === id))
        .map((id) => given.filter((each) => each.signalId === id).map((each) => each.response)),
      ...rest.map((signal) => signal.responses),
    ]
      .map((each) => each.filter(isResponse))
      .filter((each) => each.length > 0),
    handedOver: number('handed-over'),
    phrases: [],
  }
}

const isResponse = (response: string): response is ResponseId => responseIds.some((id) => id === response)
