import type { MeetingLabels } from '../shape.ts'

export const meeting: MeetingLabels = {
  types: { ecosystem: 'ecosystem meeting', commission: 'commission meeting', workshop: 'workshop', other: 'meeting' },
  statuses: {
    draft: 'being prepared',
    scheduled: 'convened',
    cancelled: 'cancelled',
    live: 'under way',
    review: 'in review',
    sealed: 'sealed',
  },
  phases: { welcome: 'welcome', weather: 'weather', 'follow-up': 'follow-up', agenda: 'agenda', closing: 'closing', 'wrap-up': 'end' },
  pause: 'break',
  audiences: { circle: 'the circle', members: 'members of the ecosystem', public: 'public' },
  privacy: {
    names: { full: 'full names', 'first-names': 'first names only', structures: 'structures only' },
    weather: { aggregate: 'the weather in numbers, from five people on', held: 'only “weather round held”' },
    signals: {
      'with-phrase': 'the number, the responses and the phrases, if everyone agrees',
      'count-and-responses': 'the number of signals and the responses chosen',
      none: 'nothing about signals',
    },
    closing: {
      'roti-and-consented-words': 'the worth of the time given and the words people publish',
      'roti-only': 'the worth of the time given, without words',
      none: 'nothing about the closing round',
    },
    positions: { 'roll-call': 'positions listed by name', 'count-and-objections': 'numbers, objections and concerns' },
  },
  keptAndForgotten:
    'The minutes keep notes, decisions and actions. Words of the weather and closing rounds stay in the circle and are erased at the sealing; whispers are erased at the closing.',
  seenBy: {
    self: 'Seen by you.',
    watch: 'Seen by the mood-watch.',
    circle: 'Seen by the circle, erased at the sealing.',
    everyone: 'Seen by everyone, kept in the minutes.',
  },
  rounds: {
    weather: { label: 'weather round', prompt: 'What is your weather right now?' },
    clarification: { label: 'clarification round', prompt: 'What is not yet clear to you?' },
    feelings: { label: 'round of feelings', prompt: 'What does this stir in you?' },
    objections: { label: 'round of objections', prompt: 'Do you object to this proposal?' },
    closing: { label: 'closing round', prompt: 'What do you leave with?' },
    free: { label: 'round of speech', prompt: 'What do you have to say on this point?' },
  },
  roundModes: { circle: 'in turn', simultaneous: 'all at once', popcorn: 'whoever wishes' },
  roti: {
    1: 'time lost',
    2: 'useful, but not worth the time',
    3: 'balanced',
    4: 'I gained more than the time I gave',
    5: 'far more than the time I gave',
  },
  rotiLow: 'What would have given one point more? If you wish, unsigned.',
}
