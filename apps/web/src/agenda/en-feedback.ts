import type { frFeedback } from './fr-feedback.ts'

export const enFeedback: typeof frFeedback = {
  title: 'The feedback',
  about: 'About which action or decision?',
  aboutChoose: 'Choose…',
  aboutOther: { action: 'Another action', decision: 'Another decision' },
  aboutWhich: 'Which one?',
  aboutMissing: 'Say which action or decision you mean: the answer depends on it.',
  waiting: 'Four sentences, said by whoever brings it: what was seen, its effect, the need, the request.',
  answerOf: (org) => `Answer of ${org}`,
  noAnswerYet: 'No answer yet.',
  noAnswerOn: (day) => `No answer as of ${day}.`,
  noAnswer: 'Note “no answer”',
  noAnswerDate: 'On which day?',
  learning: 'What we learn',
  learn: 'Note what we learn',
  learningLabel: 'In one sentence, for the next time',
  sovereignty: 'Sovereignty',
  sovereigntyLabel: (org) => `What ${org} decides alone`,
  noteSovereignty: 'Note who decides what',
}
