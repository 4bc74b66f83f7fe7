import { pluralIn } from '../i18n/plural.ts'
import type { frAwaited } from './fr-awaited.ts'

const n = pluralIn('en')

export const enAwaited: typeof frAwaited = {
  nothing: 'Nothing is expected of you, listen.',
  writes: { title: 'You write for the group', text: 'The facts, everyone’s words, what comes next: further down, in the notes.' },
  keepsMood: { title: 'You keep the mood', text: 'Look at the faces. To raise a signal: “Mood”.' },
  paused: 'This item is paused: we will take it up again.',
  notYet: 'This item is not open. Nothing is expected of you for now.',
  over: 'This item is done.',
  carry: { title: 'It is your item', text: 'Say what is there and what you expect; the group listens.' },
  acceptAction: { title: 'An action is offered to you', act: 'I accept', refuse: 'No, thank you' },
  answerActions: {
    title: 'Your answer is awaited',
    text: (count) =>
      n(count, { one: 'One action is yours: say below how it stands.', other: `${count} actions are yours: say below how they stand.` }),
  },
  setAdvice: { title: 'Your question is awaited', text: 'Say the question, who will decide and when.', act: 'Ask the question' },
  askAdvice: {
    title: 'Advice is still to be asked',
    named: (orgs) => `It affects ${orgs}, whom nobody has asked yet.`,
    unnamed: 'Whom does it affect? Ask those people or structures.',
    act: 'Ask for advice',
  },
  giveAdvice: {
    title: 'Your advice is awaited',
    impacted: (org) => `${org} is affected: you speak for it.`,
    competent: (org) => `${org} knows about this: you speak for it.`,
    you: 'It is you who is asked.',
    act: 'Give my advice',
  },
  offerAdvice: { title: 'Your advice is welcome', text: 'Does it touch you, do you know about it? Say so; otherwise, listen.' },
  answerAdvice: {
    title: 'Your account is awaited',
    text: (count) => `${count} ${n(count, { one: 'piece of advice waits', other: 'pieces of advice wait' })} to know what you keep of it.`,
  },
  concludeAdvice: { title: 'The decision is yours', text: 'You decide after hearing the advice, now or later.', act: 'Say my decision' },
  setBroadcast: { title: 'Your text is awaited', text: 'What is decided, and until when one may react.', act: 'Write the text' },
  setWindow: { title: 'A date is awaited', text: 'Until when may one react?', act: 'Give the date' },
  react: { title: 'Your reaction is welcome', text: 'A question, support, a concern? Silence is fine too.', act: 'React' },
  answerReactions: {
    title: 'Your answer is awaited',
    text: (count) => `${count} ${n(count, { one: 'reaction waits', other: 'reactions wait' })} for an answer.`,
  },
  stateFeedback: {
    title: 'Your feedback is awaited',
    text: 'What you saw, what it led to, what you need, what you ask.',
    act: 'Write the feedback',
  },
  answerFeedback: { title: 'Your answer is awaited', text: (org) => `This feedback is for ${org}: you answer for it.`, act: 'Answer' },
  giveIdeas: {
    title: 'Your ideas are awaited',
    text: 'Write at the same time as the others, without waiting for a turn.',
    act: 'Write an idea',
  },
  nameStructures: { title: 'Structures to name', text: 'A concertation links at least two.', act: 'Name them' },
}
