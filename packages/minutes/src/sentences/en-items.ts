import { englishCalendar as c } from './calendar.ts'
import type { Sentences } from './fr.ts'

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

const items: Sentences['items'] = {
  title: 'Agenda',
  kinds: {
    information: 'Information',
    broadcast: 'Decision circulated for reactions',
    feedback: 'Feedback',
    contribution: 'Call for contributions',
    advice: 'Advice process',
    concertation: 'Concertation',
    decision: 'Decision by consent',
    election: 'Election without candidates',
    rex: 'Experience review',
    tension: 'Working through a tension',
    'follow-up': 'Follow-up',
  },
  carriedBy: (names) => `carried by ${names}`,
  towards: (organisation) => `to ${organisation}`,
  planned: (minutes, held) => `planned ${minutes} min${held === undefined ? '' : `, held ${held} min`}`,
  postponed: 'Postponed (kept for later).',
  withdrawn: 'Withdrawn.',
  notes: 'Notes',
  next: 'Next',
  viaChat: (name) => `${name}, in the chat`,
  noteTypes: { question: 'question', answer: 'answer', reaction: 'reaction', idea: 'idea', important: 'important' },
  inWriting: (name) => `${name}, in writing`,
  sovereignty: 'Domain of sovereignty',
  ideas: 'Ideas to dig into',
  between: 'Between',
  about: 'Topics',
  topics: {
    funding: 'funding',
    approval: 'approval',
    investment: 'investment',
    administrative: 'administrative',
    regulatory: 'regulatory',
    'shared-places': 'shared places',
  },
  experience: { situation: 'Situation', did: 'What was done', difficulties: 'Difficulties', helped: 'What helped' },
}

const broadcast: Sentences['broadcast'] = {
  text: (decidedOn) => (decidedOn === undefined ? 'Circulated decision' : `Circulated decision (${c.day(decidedOn)})`),
  reactions: 'Reactions',
  types: { question: 'question', support: 'support', concern: 'concern', objection: 'objection' },
  answer: 'Answer',
}

const feedback: Sentences['feedback'] = {
  about: 'About',
  observation: 'Observation',
  effect: 'Effect',
  need: 'Need',
  request: 'Request',
  answerOf: (author) => `Answer from ${author}`,
  noAnswer: (on) => `No answer by ${c.day(on)}.`,
  learning: 'Learning',
}

const advice: Sentences['advice'] = {
  question: 'Question',
  whoDecides: 'Who will decide',
  decider: (name, by) => `${name}${by === undefined ? '' : `, by ${c.day(by)} at the latest`}.`,
  header: ['Voice', 'In what capacity', 'Advice'],
  answerColumn: 'What became of it',
  titles: { impacted: 'impact', competent: 'competence', free: 'free' },
  answers: { kept: 'kept', partly: 'kept in part', 'not-kept': 'not kept' },
  pending: (_count, by) => (by === undefined ? 'Advice asked, no date' : `Advice asked, expected by ${c.day(by)}`),
  outcome: 'Decision taken',
}

const positionNames = {
  'no-objection': 'no concern',
  concern: 'concern',
  objection: 'objection',
  'not-clear': 'not clear yet',
  aside: 'standing aside',
} as const

const decision: Sentences['decision'] = {
  processes: {
    consent: 'consent',
    'consent-express': 'express consent',
    advice: 'advice process',
    election: 'election without candidates',
    approval: 'approval by each active member',
    ascertained: 'agreement noted',
  },
  adopted: (version, ref) => `Proposal adopted (version ${version}) – ${ref}`,
  open: (version) => `Proposal in progress (version ${version})`,
  withdrawn: (version) => `Proposal withdrawn (version ${version})`,
  postponed: (version) => `Proposal postponed (version ${version})`,
  returned: (version, to) => `Proposal sent back${to === undefined ? '' : ` to ${to}`} (version ${version})`,
  suspended: (version) => `Proposal suspended (version ${version})`,
  clarifications: 'Clarifications',
  feelings: 'Feelings',
  amendment: (version) => `Amendment (version ${version})`,
  objectionOf: (author) => `Objection from ${author}`,
  integrated: (version) =>
    `Welcomed, integrated in version ${version}, lifted by the person who raised it; the person carrying the proposal confirms that it still meets the need.`,
  becameConcern: 'Became a concern.',
  objectionWithdrawn: 'Withdrawn by the person who raised it.',
  notLifted: 'Not lifted.',
  late: (on) =>
    on === undefined ? 'An objection arrived after the round.' : `An objection arrived after the round; it is dealt with on ${c.day(on)}.`,
  concernOf: (author) => `Concern from ${author}`,
  otherVoice: (voice, position) => `Other voice (${voice}): ${positionNames[position]}.`,
  reactionOf: (author) => `Reaction from ${author}`,
  improvements: 'Improvements',
  lastRound: 'Last round',
  asked: (count) => many(count, 'person asked', 'people asked'),
  counts: {
    'no-objection': (count) => `${count} without objection`,
    concern: (count) => `${count} with a concern`,
    objection: (count) => many(count, 'objection', 'objections'),
    'not-clear': (count) => `${count} not clear yet`,
    aside: (count) => `${count} standing aside`,
  },
  observers: (count) => `${many(count, 'person', 'people')} observing, taking no position.`,
  rollCall: 'Roll-call',
  rollPosition: { ...positionNames, 'no-objection': 'no objection' },
  financial: 'Financial effect',
  interests: (count) => (count === 1 ? 'Interest declared' : 'Interests declared'),
  efforts: 'Efforts',
  competence: 'Formal competence',
  sentForRegistration: (on) => `Sent${on === undefined ? '' : ` on ${c.day(on)}`} for registration`,
  decidedHere: 'Decided by the meeting, in force on adoption.',
  copies: (names) => `copy: ${names}`,
  nextFirst: (day) => `at the next meeting, then ${day}`,
  review: 'Review',
  criteria: (list) => `criteria: ${list}`,
  elected: (who, role, ref) => `${who}, by election without candidates: ${role} – ${ref}`,
  role: 'Role',
  mission: 'Mission',
  limits: 'Limits',
  mandate: 'Duration',
  until: (day) => `until ${c.day(day)}`,
  holder: 'Held by',
  agreement: 'Cooperation agreement',
  party: (expects, gives) => `expects: ${expects} Brings: ${gives}`,
  commitmentOf: (author) => `Commitment of ${author}`,
}

const workshop: Sentences['workshop'] = {
  questions: 'Questions',
  synthesis: 'Synthesis',
  carriers: 'Carriers',
  participants: 'Participants',
  everyone: 'everyone present',
  important: 'Important points of the discussion',
}

export const enItems = { items, broadcast, feedback, advice, decision, workshop }
