import type { SignalKind } from '../record/vocabulary.ts'
import { englishCalendar as c } from './calendar.ts'
import type { Sentences } from './fr.ts'

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`
const dated = (on?: string) => (on === undefined ? '' : ` on ${c.day(on)}`)

const landmarks: Sentences['landmarks'] = {
  draftLive: 'DRAFT – meeting in progress',
  draftReview: (until) => (until === undefined ? 'DRAFT – under review' : `DRAFT – under review until ${c.day(until)}`),
  header: ['Landmark', 'Content'],
  date: 'Date',
  dateIs: (day, start, end, minutes) =>
    end === undefined
      ? `${c.weekday(day)}, from ${c.hour(start)}`
      : `${c.weekday(day)}, ${c.hour(start)} – ${c.hour(end)}${minutes === undefined ? '' : ` (${minutes} min)`}`,
  place: 'Place',
  purpose: 'Purpose',
  presence: 'Attendance',
  people: (count, observers) => many(count, 'person', 'people') + (observers === 0 ? '' : `, of whom ${observers} observing`),
  structures: (present, of) => `${present} of ${many(of, 'structure', 'structures')}`,
  groups: (present, of) => `${present} of ${many(of, 'commission or working group', 'commissions and working groups')}`,
  given: 'Time given',
  givenIs: (minutes) => `${c.duration(minutes)} (sum of the time each person was present)`,
  minutes: 'Minutes',
  live: 'draft, meeting in progress',
  inReview: (until) => (until === undefined ? 'draft, under review' : `draft, under review until ${c.day(until)}`),
  sealed: (version, day, hour, review) =>
    `version ${version}, sealed on ${c.weekday(day)} at ${c.hour(hour)}` +
    (review === undefined ? '' : `, after a review ${c.span(review.from, review.until, day)}`),
  interrupted: 'Interruption',
  reopened: 'Reopening',
  audience: 'Audience',
  audiences: { circle: 'the circle of this meeting', members: 'members of the ecosystem', public: 'public' },
  licence: 'Licence',
}

const presence: Sentences['presence'] = {
  title: 'Attendance and capacities',
  header: ['Person', 'On behalf of (capacity)', 'Attendance'],
  byStructure: ['On behalf of', 'People'],
  ownName: 'in their own name',
  givenHeader: ['In the name of', 'People', 'Minutes given'],
  givenTotal: 'All together (each person once)',
  mandates: {
    'report-back': () => 'reports back',
    'ad-referendum': (confirmBy) => `to be confirmed${confirmBy === undefined ? '' : ` by ${c.day(confirmBy)}`}`,
  },
  whole: 'present throughout',
  observer: 'observing',
  remote: 'remote',
  arrived: (hour) => `arrived ${c.hour(hour)}`,
  away: (from, to) => `away ${c.hour(from)} – ${c.hour(to)}`,
  left: (hour) => `left ${c.hour(hour)}`,
}

const roles: Sentences['roles'] = {
  title: 'Roles held',
  names: {
    facilitator: 'facilitation',
    moodWatcher: 'mood-watch',
    timekeeper: 'timekeeping',
    scribe: 'scribe',
    speechKeeper: 'speaking turns',
    decisionKeeper: 'memory of decisions',
  },
  duringItem: (name, item) => `(${name} during item ${item})`,
  between: (name, from, to) => `${name} (${c.hour(from)} – ${c.hour(to)})`,
  backups: (names) => `(backup: ${names})`,
  pairs: (names) => `paired with ${names}`,
  thanks: 'Thanks to them all.',
}

const weather: Sentences['weather'] = {
  title: 'Weather round',
  names: {
    sun: '☀️ sun',
    clearing: '🌤️ clear spells',
    rainbow: '🌈 rainbow',
    clouds: '☁️ clouds',
    wind: '🌬️ wind',
    fog: '🌫️ fog',
    rain: '🌧️ rain',
    storm: '⛈️ storm',
  },
  bands: { clear: 'clear', variable: 'variable', heavy: 'heavy' },
  counted: (total, list) => `${many(total, 'person', 'people')} shared their weather: ${list}.`,
  stays: 'What was said in the weather round stays in the circle.',
  held: 'Weather round held.',
  skipped: 'Weather round not held (the group’s choice).',
}

const followUp: Sentences['followUp'] = {
  title: 'Follow-up',
  transmissions: ['Ref.', 'Decision handed on', 'Structure', 'Status'],
  actions: ['Ref.', 'Action', 'Who', 'Status'],
  actionStates: {
    'open-without-taker': 'no taker yet',
    proposed: 'proposed',
    accepted: 'accepted',
    'in-progress': 'in progress',
    done: 'done',
    'given-back': 'given back',
    dropped: 'dropped',
  },
  reviews: ['Ref.', 'Decision to look at again', 'What the group says'],
  verdicts: {
    keep: (nextOn) => `kept${nextOn === undefined ? '' : `, to be looked at again on ${c.day(nextOn)}`}`,
    change: () => 'to be changed: an item is proposed, it holds until then',
    stop: () => 'to be ended: an item is proposed, it holds until then',
  },
  putOff: (nextOn) => `put off to ${c.day(nextOn)}`,
  notReviewed: 'not looked at yet',
  helped: (text) => `what helped: ${text}`,
  hindered: (text) => `what got in the way: ${text}`,
  due: (day) => `due ${c.day(day)}`,
  toSend: 'to be sent',
  sent: (on) => `sent${dated(on)}, registration awaited`,
  received: (on) => `received${dated(on)}, to be registered`,
  registered: (on, reference) => `registered${dated(on)}${reference === undefined ? '' : ` (ref. ${reference})`}`,
  returned: (on, reason) => `returned${dated(on)}${reason === undefined ? '' : `: ${reason}`}`,
}

const signalNames: Record<SignalKind, readonly [one: string, more: string]> = {
  tension: ['tension', 'tensions'],
  fatigue: ['moment of tiredness', 'moments of tiredness'],
  pace: ['question of pace', 'questions of pace'],
  voice: ['imbalance of voices', 'imbalances of voices'],
  confusion: ['lost thread', 'lost threads'],
  clash: ['back-and-forth', 'back-and-forths'],
  emotion: ['strong emotion', 'strong emotions'],
  frame: ['breach of the frame', 'breaches of the frame'],
  joy: ['moment of joy or thanks', 'moments of joy or thanks'],
}

const mood: Sentences['mood'] = {
  title: 'Life of the meeting',
  responseNames: {
    pause: 'a break',
    silence: 'a minute of silence',
    'feelings-round': 'a round of feelings',
    'cross-restatement': 'saying back what was heard',
    'frame-reminder': 'a reminder of the frame',
    'slow-down': 'a change of pace',
    'give-voice': 'giving the floor',
    clarify: 'clarifying the thread',
    postpone: 'postponing the item',
    'aside-talk': 'a talk aside after the meeting',
    'new-item': 'making it an item',
    'handed-over': 'handing over to listening and mediation',
    heard: 'heard, and on we go',
    celebrate: 'celebrating',
  },
  signals: (count) => many(count, 'mood signal', 'mood signals'),
  ofKind: (kind, count) => many(count, ...signalNames[kind]),
  allTreated: (count) =>
    count === 1 ? 'It was welcomed and dealt with during the meeting.' : 'All were welcomed and dealt with during the meeting.',
  carried: (count) => `${many(count, 'was', 'were')} taken up later.`,
  responses: (list) => `Responses: ${list}.`,
  thenInside: ' then ',
  handedOver: (count) =>
    `${many(count, 'signal was', 'signals were')} handed over to listening and mediation, with the consent of the people concerned.`,
  phrase: (text) => `“${text}”`,
}

export const enCircle = { landmarks, presence, roles, weather, followUp, mood }
