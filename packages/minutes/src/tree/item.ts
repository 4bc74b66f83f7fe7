import type { Broadcast, Feedback, Item, Note, Workshop } from '../record/items.ts'
import type { Sentences } from '../sentences/fr.ts'
import { adviceBlocks } from './advice.ts'
import { decisionBlocks } from './decision.ts'
import type { Block, Entry } from './nodes.ts'
import { richBlocks } from './rich.ts'
import { richLine } from './runs.ts'
import { authorIs, stopped } from './voices.ts'
import { entry, heading, labelled, labelledEntry, line, listOf, paragraph, strong } from './write.ts'

/** One agenda item: its heading, its line of facts, what its kind brings, notes, what follows. */
export const itemBlocks = (item: Item, s: Sentences): Block[] => {
  const i = s.items
  const blocks: (Block | false | undefined)[] = [
    heading(3, `${item.number}. ${item.title}`),
    paragraph(strong(i.kinds[item.kind]), ...factsOf(item, s)),
    item.outcome === 'postponed' && paragraph(i.postponed),
    item.outcome === 'withdrawn' && paragraph(i.withdrawn),
    item.structures !== undefined && labelled(s, i.between, stopped(s.and(item.structures))),
    item.topics !== undefined && labelled(s, i.about, stopped(item.topics.map((topic) => i.topics[topic]).join(', '))),
    item.experience !== undefined && experienceList(item.experience, s),
    ...(item.broadcast === undefined ? [] : broadcastBlocks(item.broadcast, s)),
    ...(item.feedback === undefined ? [] : [feedbackList(item.feedback, item.sovereignty, s)]),
    ...(item.advice === undefined ? [] : adviceBlocks(item.advice, s)),
    ...item.decisions.flatMap((decision) => decisionBlocks(decision, s)),
    ...(item.workshop === undefined ? [] : workshopBlocks(item, item.workshop, s)),
    ...titledList(
      i.ideas,
      item.ideas.map((idea) => entry(idea)),
    ),
    item.feedback === undefined && listOf(item.sovereignty.map((text) => labelledEntry(s, i.sovereignty, stopped(text)))),
    ...notesBlocks(item, s),
    item.next !== undefined && labelled(s, i.next, stopped(item.next)),
  ]
  return blocks.filter((block) => block !== undefined && block !== false)
}

const factsOf = (item: Item, s: Sentences): string[] => {
  const i = s.items
  const organisation =
    item.carriers.length === 1 && item.onBehalfOf !== undefined && item.onBehalfOf !== item.carriers[0] ? ` (${item.onBehalfOf})` : ''
  return [
    item.carriers.length > 0 && i.carriedBy(s.and(item.carriers) + organisation),
    item.towards !== undefined && i.towards(item.towards),
    i.planned(item.plannedMinutes, item.heldMinutes),
  ]
    .filter((fact) => fact !== false)
    .map((fact) => ` · ${fact}`)
}

const titledList = (title: string, entries: readonly Entry[]): Block[] => {
  const present = listOf(entries.filter((each) => each.line.length > 0))
  return present === undefined ? [] : [paragraph(strong(title)), present]
}

const broadcastBlocks = (broadcast: Broadcast, s: Sentences): Block[] => {
  const b = s.broadcast
  return [
    labelled(s, b.text(broadcast.decidedOn), stopped(broadcast.text)),
    ...titledList(
      b.reactions,
      broadcast.reactions.map(({ by, type, text, answer }) => {
        const said = `${s.label(`${authorIs(by, s)}, ${b.types[type]}`)} `
        return entry(said, answer === undefined ? text : `${stopped(text)} ${s.label(b.answer)} ${answer}`)
      }),
    ),
  ]
}

const experienceList = (experience: NonNullable<Item['experience']>, s: Sentences): Block | undefined => {
  const e = s.items.experience
  const told = (label: string, text: string | undefined) => text !== undefined && labelledEntry(s, label, stopped(text))
  return listOf([
    told(e.situation, experience.situation),
    told(e.did, experience.did),
    told(e.difficulties, experience.difficulties),
    told(e.helped, experience.helped),
  ])
}

const feedbackList = (feedback: Feedback, sovereignty: readonly string[], s: Sentences): Block | undefined => {
  const f = s.feedback
  const { answer } = feedback
  const told = (label: string, text: string | undefined) =>
    text !== undefined && text.trim() !== '' && labelledEntry(s, label, stopped(text))
  return listOf([
    told(f.about, feedback.about),
    told(f.observation, feedback.observation),
    told(f.effect, feedback.effect),
    told(f.need, feedback.need),
    told(f.request, feedback.request),
    answer !== undefined && told(f.answerOf(authorIs(answer.by, s)), answer.text),
    feedback.noAnswerOn !== undefined && entry(strong(f.noAnswer(feedback.noAnswerOn))),
    told(f.learning, feedback.learning),
    ...sovereignty.map((text) => told(s.items.sovereignty, text)),
  ])
}

/** The six headings of the workshop format, in their order [F1]; « Idées à creuser » follows with the ideas of the item. */
const workshopBlocks = (item: Item, workshop: Workshop, s: Sentences): Block[] => {
  const w = s.workshop
  const { participants } = workshop
  return [
    ...titledList(
      w.questions,
      workshop.questions.map((note) => noteEntry(note, s)),
    ),
    ...titledList(
      w.synthesis,
      workshop.synthesis.map((note) => noteEntry(note, s)),
    ),
    ...(item.carriers.length === 0 ? [] : [labelled(s, w.carriers, s.and(item.carriers))]),
    labelled(s, w.participants, participants === 'all' ? w.everyone : s.and(participants)),
    ...titledList(
      w.important,
      workshop.important.map((note) => noteEntry(note, s)),
    ),
  ]
}

const notesBlocks = (item: Item, s: Sentences): Block[] => {
  const blocks = richBlocks(item.notes)
  const named = listOf(item.namedNotes.map((note) => typedEntry(note, s)).filter((each) => each.line.length > 0))
  const all = named === undefined ? blocks : [...blocks, named]
  return all.length === 0 ? [] : [paragraph(strong(s.items.notes)), ...all]
}

/** « Maïwenn, via le chat, question : … »; without author its type and the text [§2.9 Items, A5]. */
const typedEntry = (note: Note, s: Sentences): Entry => {
  const type = note.type === undefined ? undefined : s.items.noteTypes[note.type]
  const text = richLine(note.text)
  if (type === undefined || text.length === 0) return noteEntry(note, s)
  const by = whoSays(note, s)
  return { line: line(`${s.label(by === undefined ? s.capital(type) : `${by}, ${type}`)} `, text), lists: [] }
}

const whoSays = ({ by, channel }: Note, s: Sentences): string | undefined => {
  if (by === undefined || channel === 'oral') return by
  return channel === 'chat' ? s.items.viaChat(by) : s.items.inWriting(by)
}

/** « Maïwenn, via le chat : … »; without author the text alone [§2.9 Items]. Under a workshop's heading, which says what it is. */
const noteEntry = (note: Note, s: Sentences): Entry => {
  const text = richLine(note.text)
  const by = whoSays(note, s)
  if (by === undefined || text.length === 0) return { line: text, lists: [] }
  return { line: line(`${s.label(by)} `, text), lists: [] }
}
