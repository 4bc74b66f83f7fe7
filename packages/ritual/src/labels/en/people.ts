import type { PeopleLabels } from '../shape.ts'

export const people: PeopleLabels = {
  roles: {
    facilitator: {
      label: 'facilitation',
      says: 'I hold the process, not the content.',
      mission: 'Opens and closes points, starts rounds, welcomes signals, leads a decision step by step.',
      limits: 'Lifts no objection, judges no argument, writes nobody else’s position.',
    },
    moodWatcher: {
      label: 'mood-watch',
      says: 'I look after the climate and raise the signals.',
      mission: 'Looks at faces more than at the screen, receives whispers, raises a signal, says when it is settled.',
      limits: 'Never names a person, does not solve the conflict, does not also facilitate once there are more than four people.',
    },
    timekeeper: {
      label: 'time',
      says: 'I tell the time, I cut nobody off.',
      mission: 'Says how much time is left, proposes to add minutes when the group wants them.',
      limits: 'Closes no point, takes the floor from nobody.',
    },
    scribe: {
      label: 'scribe',
      says: 'I write what remains, in the group’s words.',
      mission: 'Takes the notes with names, reads them with the group, seals the minutes with two keys.',
      limits: 'Does not speak in a person’s place, does not change a meaning without the person quoted.',
    },
    speechKeeper: {
      label: 'speech',
      says: 'I share out the floor and think of the quiet ones.',
      mission: 'Follows the queue and first offers the floor to those heard less.',
      limits: 'Neither interrupts nor comments.',
    },
    decisionKeeper: {
      label: 'memory of decisions',
      says: 'I read the decision word for word and follow its way.',
      mission: 'Reads the text aloud, records the adoption, transmits it to the structure, brings news at the follow-up.',
      limits: 'Changes no word of an adopted text.',
    },
    host: {
      label: 'host',
      says: 'I convene and prepare.',
      mission: 'Invites, prepares the agenda, opens if nobody facilitates yet.',
      limits: 'Commands nothing once the meeting is open and a facilitator has accepted.',
    },
  },
  ranks: { holder: 'holds the role', pair: 'in a pair', backup: 'relay' },
  standings: {
    decider: { label: 'participation', hint: 'Takes part in decisions.' },
    observer: { label: 'observation', hint: 'Speaks, reacts and advises; takes no position in a decision.' },
  },
  presences: { expected: 'expected', present: 'present', away: 'offline', left: 'left' },
  preferences: { gladly: 'gladly', 'in-pair': 'in a pair', declines: 'not for me' },
  skills: { facilitation: 'facilitation', rex: 'experience reviews', mediation: 'mediation', scribe: 'note-taking' },
  mandates: {
    free: { label: 'free', hint: 'I can commit my structure.' },
    'report-back': { label: 'to report back', hint: 'I report to my structure what was said.' },
    'ad-referendum': { label: 'to be confirmed', hint: 'My consent remains to be confirmed by my structure.' },
  },
  devices: { laptop: 'laptop', phone: 'phone', none: 'without a device' },
  organisationKinds: { structure: 'structure', commission: 'commission', group: 'group', circle: 'circle', partner: 'partner' },
  ownName: 'in my own name',
  attributions: {
    'name-and-voice': { label: 'my name and voice', hint: 'The minutes say who spoke, and in whose name.' },
    'voice-only': { label: 'the structure alone', hint: 'The minutes say in whose name, without yours.' },
    unnamed: { label: 'one person', hint: 'The minutes say neither your name nor your structure.' },
  },
}
