import type { AdviceRequest, Feedback as BoardFeedback, Item as BoardItem, Note as BoardNote } from '@clairiere/ritual'
import type { Advice, Broadcast, Feedback, Item, Note, Workshop } from '../record/items.ts'
import type { Author } from '../record/texts.ts'
import { richLines } from '../tree/rich.ts'
import { decisionsOf, reactionOf } from './decisions.ts'
import { noteTypes } from '../record/vocabulary.ts'
import type { Sources } from './sources.ts'
import { blocksOf } from './words.ts'

const outcomes = {
  listed: 'listed',
  open: 'open',
  paused: 'open',
  done: 'done',
  postponed: 'postponed',
  withdrawn: 'withdrawn',
  proposed: 'listed',
} as const

export const itemOf = (sources: Sources, item: BoardItem, number: string): Item => {
  const { board, words, names, inOrder } = sources
  const broadcast = broadcastOf(sources, item)
  const feedback = board.feedbacks[item.id]
  const advice = board.advice[item.id]
  // An item that never opened had no participants and left no headings.
  const isWorkshop = item.format === 'workshop' && (item.openedAt !== undefined || item.status === 'done')
  const notes = inOrder(board.notes).filter((note) => note.itemId === item.id && !note.hidden)
  return {
    number,
    kind: item.kind,
    title: item.title,
    carriers: names.people(item.carriers),
    ...(item.onBehalfOf === null ? {} : { onBehalfOf: names.organisation(item.onBehalfOf) }),
    ...(item.kind === 'feedback' && item.towards !== undefined ? { towards: names.organisation(item.towards) } : {}),
    plannedMinutes: item.plannedMinutes,
    ...(item.heldMinutes === undefined ? {} : { heldMinutes: item.heldMinutes }),
    outcome: outcomes[item.status],
    ...(broadcast === undefined ? {} : { broadcast }),
    ...(feedback === undefined ? {} : { feedback: feedbackOf(sources, feedback) }),
    ...(advice === undefined ? {} : { advice: adviceOf(sources, advice) }),
    decisions: decisionsOf(sources, item.id),
    ...(isWorkshop ? { workshop: workshopOf(sources, item, notes) } : {}),
    ideas: (words.ideas[item.id] ?? []).map((idea) => idea.text),
    sovereignty: Object.values(board.organisations).flatMap((each) =>
      each.sovereignty.filter((note) => note.itemId === item.id).map((note) => `${each.label} – ${note.text}`),
    ),
    notes: blocksOf(words.notes[`note:${item.id}`] ?? []),
    namedNotes: notes.filter((note) => !isWorkshop || note.heading === undefined).map((note) => noteOf(sources, note)),
    ...(item.nextStep ? { next: item.nextStep } : {}),
    ...(item.kind === 'concertation' && item.structures.length > 0 ? { structures: item.structures.map(names.organisation) } : {}),
    ...(item.kind === 'concertation' && item.topics.length > 0 ? { topics: [...item.topics] } : {}),
    ...experienceOf(item),
  }
}

const experienceOf = ({ experience }: BoardItem): Pick<Item, 'experience'> => {
  if (!experience?.published) return {}
  const { situation, did, difficulties, helped } = experience
  return {
    experience: {
      ...(situation ? { situation } : {}),
      ...(did ? { did } : {}),
      ...(difficulties ? { difficulties } : {}),
      ...(helped ? { helped } : {}),
    },
  }
}

const noteOf = ({ names }: Sources, note: BoardNote): Note => {
  const author = names.author(note, note.text)
  const by = author.as === 'person' && note.personId !== undefined ? names.short(note.personId) : author.as === 'voice' ? author.voice : ''
  const type = noteTypes.find((each) => each === note.type)
  return { ...(by === '' ? {} : { by }), channel: note.channel, text: [{ text: note.text }], ...(type === undefined ? {} : { type }) }
}

const workshopOf = (sources: Sources, item: BoardItem, notes: readonly BoardNote[]): Workshop => {
  const under = (heading: 'questions' | 'synthesis' | 'important'): Note[] => [
    ...richLines(blocksOf(sources.words.notes[`note:${item.id}:${heading}`] ?? [])).map((text) => ({ channel: 'oral' as const, text })),
    ...notes.filter((note) => note.heading === heading).map((note) => noteOf(sources, note)),
  ]
  return {
    questions: under('questions'),
    synthesis: under('synthesis'),
    participants: item.participants === undefined ? 'all' : sources.names.people(item.participants),
    important: under('important'),
  }
}

const broadcastOf = (sources: Sources, item: BoardItem): Broadcast | undefined => {
  const { board, inOrder } = sources
  const broadcast = board.broadcasts[item.id]
  if (broadcast === undefined) return undefined
  const reactions = inOrder(board.reactions).filter((reaction) => reaction.itemId === item.id && reaction.decisionId === undefined)
  return { decidedOn: broadcast.decidedOn, text: broadcast.text, reactions: reactions.map((reaction) => reactionOf(sources, reaction)) }
}

const feedbackOf = ({ names }: Sources, feedback: BoardFeedback): Feedback => {
  const { about, answer } = feedback
  const by = (): Author => {
    if (answer?.personId !== undefined)
      return names.author({ attribution: 'name-and-voice', personId: answer.personId, voice: answer.voice }, answer.text)
    return typeof answer?.voice === 'string' ? { as: 'voice', voice: names.organisation(answer.voice) } : { as: 'unnamed' }
  }
  return {
    ...(about === undefined ? {} : { about: [about.ref, about.text].filter(Boolean).join(' – ') }),
    observation: feedback.observation,
    effect: feedback.effect,
    need: feedback.need,
    request: feedback.request,
    ...(answer === undefined ? {} : { answer: { by: by(), text: answer.text } }),
    ...(answer === undefined && feedback.noAnswerOn !== undefined ? { noAnswerOn: feedback.noAnswerOn } : {}),
    ...(feedback.learning ? { learning: feedback.learning } : {}),
  }
}

const adviceOf = ({ board, names }: Sources, advice: AdviceRequest): Advice => {
  const answered = new Set(advice.given.flatMap((each) => [each.personId, each.voice]))
  const target = (id: string) => (board.organisations[id] === undefined ? names.person(id) : names.organisation(id))
  return {
    question: advice.question,
    decider: names.author({ attribution: 'name-and-voice', personId: advice.decider, voice: advice.forOrg }, advice.question),
    decideBy: advice.decideBy,
    given: advice.given.map((each) => ({
      by: names.author(each, each.text),
      as: each.as,
      text: each.text,
      ...(each.answer === undefined ? {} : { answer: { kept: each.answer, ...(each.why ? { why: each.why } : {}) } }),
    })),
    pending: advice.asked
      .filter((asked) => !answered.has(asked.target) && target(asked.target) !== '')
      .map((asked) => ({
        from: target(asked.target),
        as: asked.as,
        ...(asked.expectedBy === undefined ? {} : { expectedBy: asked.expectedBy }),
      })),
    ...(advice.outcome === undefined ? {} : { outcome: advice.outcome.text }),
  }
}
