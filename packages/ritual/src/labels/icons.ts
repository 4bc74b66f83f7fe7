import type { ItemKind } from '../agenda/entities.ts'
import type { PositionId } from '../decisions/entities.ts'
import type { RoleId } from '../roles/ids.ts'
import type { ResponseId, SignalKind } from '../signals/entities.ts'
import type { WeatherId } from '../weather/entities.ts'

/** Lucide ids, the same in every language; an icon never stands without its word. `eye` means only « vu par », `ear` the mood-watch, `wind` the weather. */
export const icons = {
  weather: {
    sun: 'sun',
    clearing: 'cloud-sun',
    rainbow: 'rainbow',
    clouds: 'cloud',
    wind: 'wind',
    fog: 'cloud-fog',
    rain: 'cloud-rain',
    storm: 'cloud-lightning',
    pass: 'circle-slash',
  },
  signals: {
    tension: 'flag',
    fatigue: 'battery-low',
    pace: 'gauge',
    voice: 'megaphone',
    confusion: 'circle-question-mark',
    clash: 'messages-square',
    emotion: 'heart',
    frame: 'compass',
    joy: 'sparkles',
  },
  responses: {
    pause: 'coffee',
    silence: 'moon',
    'feelings-round': 'refresh-cw',
    'cross-restatement': 'repeat-2',
    'frame-reminder': 'compass',
    'slow-down': 'gauge',
    'give-voice': 'megaphone',
    clarify: 'circle-question-mark',
    postpone: 'calendar-clock',
    'aside-talk': 'users',
    'new-item': 'list-plus',
    'handed-over': 'hand-heart',
    heard: 'check',
    celebrate: 'sparkles',
  },
  positions: {
    'no-objection': 'circle-check',
    concern: 'bookmark',
    objection: 'circle-alert',
    'not-clear': 'circle-question-mark',
    aside: 'circle-minus',
  },
  roles: {
    facilitator: 'signpost',
    moodWatcher: 'ear',
    timekeeper: 'clock',
    scribe: 'pencil',
    speechKeeper: 'mic',
    decisionKeeper: 'book-open',
    host: 'house',
  },
  kinds: {
    information: 'info',
    broadcast: 'radio',
    feedback: 'undo-2',
    contribution: 'lightbulb',
    advice: 'message-circle-question-mark',
    concertation: 'network',
    decision: 'scale',
    election: 'user-check',
    rex: 'book-text',
    tension: 'flag',
    'follow-up': 'list-checks',
  },
} as const satisfies {
  weather: Record<WeatherId | 'pass', string>
  signals: Record<SignalKind, string>
  responses: Record<ResponseId, string>
  positions: Record<PositionId, string>
  roles: Record<RoleId, string>
  kinds: Record<ItemKind, string>
}

/** The weathers as the minutes print them. */
export const weatherEmoji: Readonly<Record<WeatherId, string>> = {
  sun: '☀️',
  clearing: '🌤️',
  rainbow: '🌈',
  clouds: '☁️',
  wind: '🌬️',
  fog: '🌫️',
  rain: '🌧️',
  storm: '⛈️',
}
