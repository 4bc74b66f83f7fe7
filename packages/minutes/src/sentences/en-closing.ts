import { englishCalendar as c } from './calendar.ts'
import type { Sentences } from './fr.ts'

const registers: Sentences['registers'] = {
  decisions: 'Decisions',
  decisionHeader: ['Ref.', 'Decision', 'Process', 'Responsible structure', 'Status', 'Review'],
  actions: 'Actions',
  actionHeader: ['Ref.', 'Action', 'Who', 'For', 'Due', 'Item'],
  spends: { waits: 'spends, waiting for registration', may: 'spends' },
  withoutTaker: 'no taker yet',
  proposedTo: (names) => `proposed to ${names}`,
  helpedBy: (names) => `(with help from ${names})`,
  disagreements: 'Open disagreements',
  disagreementHeader: ['Subject', 'What we share', 'What is debated', 'Next'],
  learnings: 'Learnings',
  learningKinds: { learning: 'Learning', watchpoint: 'Point to watch', recommendation: 'Recommendation' },
  resources: 'Common resources',
  resourceHeader: ['Resource', 'Type', 'Licence', 'Steward', 'Expected reciprocity'],
}

const closing: Sentences['closing'] = {
  title: 'Closing round',
  skipped: 'Closing round not held (the group’s choice).',
  roti: (answers, mean, list) => `Worth of the time spent (ROTI): ${answers} answers, mean ${mean} out of 5 (${list}).`,
  rotiValue: (value, count) => `${value}: ${count}`,
  toImprove: (list) => `To improve: ${list}`,
  said: (name, words) => `${name}: “${words}”`,
  withConsent: 'The words above are published with the consent of those who said them.',
}

const next: Sentences['next'] = {
  title: 'Next meeting',
  when: (day, hour, place) =>
    [day === undefined ? undefined : c.weekday(day) + (hour === undefined ? '' : ` at ${c.hour(hour)}`), place]
      .filter((part) => part !== undefined)
      .join(', '),
  roles: (list) => `Roles foreseen: ${list}`,
  toInclude: (list) => `To include: ${list}`,
}

const react: Sentences['react'] = {
  title: 'React or correct',
  window: (subjects, until) => `${subjects}: reactions open until ${c.day(until)}.`,
  noCorrection: 'Corrections: none.',
  corrections: (count) => `Corrections: ${count}, in the table below.`,
  correctionHeader: ['Date', 'Place', 'Reason'],
  wordedHeader: ['Date', 'Place', 'To be read', 'Reason'],
  corrected: (before, after) => (before === undefined ? `“${after}”` : `“${before}” → “${after}”`),
  bothWordings: (before, after) => (before === undefined ? `not agreed: “${after}”` : `not agreed: “${before}” or “${after}”`),
  redactedPlaces: {
    'closing-words': 'closing round',
    'closing-name': 'closing round',
    'closing-improvement': 'improvement proposed',
    name: 'name of a person',
    note: 'note',
    reaction: 'reaction',
    advice: 'advice',
    objection: 'objection',
    concern: 'concern',
    improvement: 'improvement',
    interest: 'declared interest',
    commitment: 'commitment',
    feedback: 'feedback',
    'feedback-answer': 'answer to a feedback',
    'reaction-answer': 'answer to a reaction',
    'advice-answer': 'answer to a piece of advice',
    'feedback-learning': 'what a feedback taught',
    experience: 'experience review',
    summary: 'clarifications and feelings',
    correction: 'correction',
  },
  redacted: 'removed at the person’s request',
  disputed: (author, text) => `${author} asks that this be noted: ${text}`,
  written: (writers, sealers) =>
    writers === ''
      ? `Minutes sealed by ${sealers}.`
      : `Minutes written by ${writers}${sealers === undefined ? '' : `, sealed by ${sealers}`}.`,
  forgotten: (on) => `What was said in the circle was erased on ${c.day(on)}, without sealing.`,
}

export const enClosing = { registers, closing, next, react, glossary: { title: 'Acronyms' } }
