import type { Item } from './agenda/entities.ts'
import type { Board } from './board.ts'
import type { Closing } from './closing/entities.ts'
import type { Signal } from './signals/entities.ts'
import { countWeather } from './weather/counts.ts'

/** A signal as the minutes count it: no time, no item; its id only keeps it apart from the others [§2.7]. */
const bareSignal = ({ kind, level, status, responses }: Signal, index: number): Signal => ({
  id: `signal-${index + 1}`,
  kind,
  level,
  status,
  responses,
  at: '',
})

/** What the narrator of a REX did not publish stays with those who heard it [G1]. */
const withoutPrivateTelling = (item: Item): Item => {
  if (!item.experience || item.experience.published) return item
  const { experience: _told, ...rest } = item
  return rest
}

/** The closing as the minutes tell it; what could be better goes to the next meeting whatever they tell. */
const toldClosing = ({ closing, meeting }: Board): Closing => {
  const { roti, words, improvements } = closing
  const level = meeting.privacy.closing
  return {
    words: level === 'roti-and-consented-words' ? words : [],
    improvements,
    ...(roti !== undefined && level !== 'none' && { roti }),
    heard: [],
  }
}

/**
 * The board that the next generation is folded from: the sealed meeting without what was said in the circle only (P2), which dies with the key
 * of the generation it was written under [architecture § Forgetting]. Only numbers remain of the weather, kinds and responses of the signals.
 */
export const sealedSeed = (board: Board): Board => {
  // What the minutes do not tell of signals is not kept either: those taken back, and all where the circle chose so [§2.7].
  const told = Object.values(board.signals).filter(({ status }) => status !== 'withdrawn' && board.meeting.privacy.signals !== 'none')
  const ordered = told.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
  const signals = ordered.map(bareSignal)
  const renamed = new Map(ordered.map((signal, index) => [signal.id, signals[index]?.id ?? '']))
  const { turns: _turns, pauses, responses, order, ...record } = board.record
  const { roundId: _round, frameCalledAt: _called, unreadWhispers: _receipts, ...now } = board.now
  return {
    ...board,
    now: { ...now, phase: null, pause: null, itemId: null, timer: null, roundId: null, turn: null, floor: { queue: [], turn: null } },
    weather: {},
    items: Object.fromEntries(Object.entries(board.items).map(([id, item]) => [id, withoutPrivateTelling(item)])),
    rounds: {},
    closing: toldClosing(board),
    signals: Object.fromEntries(signals.map((signal) => [signal.id, signal])),
    // Out of frame, it was kept until now for its author and the scribe [§4 others].
    notes: Object.fromEntries(Object.entries(board.notes).filter(([, note]) => !note.hidden)),
    record: {
      ...record,
      turns: [],
      awaySince: {},
      // A pause that a signal laid would date it; breaks of the whole group stay.
      pauses: pauses.filter((pause) => pause.signalId === undefined),
      responses: responses.flatMap((response) => {
        const signalId = renamed.get(response.signalId)
        return signalId === undefined ? [] : [{ ...response, signalId, at: '' }]
      }),
      order: Object.fromEntries(Object.entries(order).filter(([id]) => !id.startsWith('weather:') && !(id in board.signals))),
      weatherCounts: record.weatherCounts ?? countWeather(Object.values(board.weather)),
    },
  }
}
