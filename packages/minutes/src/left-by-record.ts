import { withinMeasure, type OrgId, type PreviousSchema } from '@clairiere/ritual'
import type { InferInput } from 'valibot'
import type { Decision } from './record/decision.ts'
import type { MinutesRecord } from './record/record.ts'
import type { Block, Inline } from './record/rich-text.ts'
import type { Author } from './record/texts.ts'

type Told = InferInput<typeof PreviousSchema>
type IdOf = (label: string | undefined) => OrgId | undefined

const TEXT_MAX = 4000
const LINE_MAX = 2000
const TITLE_MAX = 200
const KEPT_LINES = 60

const cut = (words: string, max: number): string => words.trim().slice(0, max).toWellFormed()
const lines = (said: readonly string[]): string[] =>
  said
    .map((line) => cut(line, LINE_MAX))
    .filter(Boolean)
    .slice(-KEPT_LINES)

const wordsOf = (content: readonly Inline[]): string => content.map((one) => ('break' in one ? '\n' : one.text)).join('')
const textOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if (block.type === 'list') return block.items.map((item) => `– ${textOf(item)}`).join('\n')
      return block.type === 'quote' ? textOf(block.content) : wordsOf(block.content)
    })
    .join('\n')

/** What minutes hold of a point that was not finished, without a name [§2.4.3, V7]: its proposal, what stood against it, its notes. */
export const keptIn = ({ decisions, notes, namedNotes, ideas }: MinutesRecord['items'][number]) => {
  const pending = decisions.findLast(({ outcome }) => outcome.is !== 'adopted' && outcome.is !== 'withdrawn')
  const against = pending?.objections.filter(({ outcome }) => outcome.is === 'not-lifted').map(({ text }) => text) ?? []
  const kept = {
    ...(pending && { text: cut(pending.text, TEXT_MAX) }),
    objections: lines(against),
    notes: lines([textOf(notes), ...namedNotes.map((note) => wordsOf(note.text)), ...ideas]),
  }
  return pending || kept.notes.length > 0 ? { kept } : {}
}

/** « À mettre à l’ordre du jour », each line as a point; one that comes anyway is not sent twice. */
export const askedIn = ({ next, meeting }: MinutesRecord, coming: Told['items'] = []): NonNullable<Told['items']> =>
  [...new Set(next?.toInclude)]
    .map((asked) => cut(asked.replaceAll(/\s+/g, ' '), TITLE_MAX))
    .filter((title) => title !== '' && !coming.some((item) => item.title === title))
    .map((title) => ({ title, status: 'proposed', from: meeting.day }))

/** Who was to hold what at the next meeting. */
export const foreseenIn = ({ next }: MinutesRecord): Pick<Told, 'rolesForeseen'> =>
  next && next.roles.length > 0
    ? { rolesForeseen: Object.fromEntries(next.roles.map(({ role, people }) => [role, people.slice(0, 8)])) }
    : {}

const saidWith = (idOf: IdOf) => (said: { by: Author; text: string }) => {
  const { by, text } = said
  const voice = by.as === 'unnamed' ? undefined : idOf(by.voice ?? undefined)
  return { text: cut(text, LINE_MAX), ...(by.as === 'person' && { by: cut(by.name, 120) }), ...(voice !== undefined && { voice }) }
}

/** How a decision came about, as far as its minutes tell: of its earlier versions the changes alone [D5]. */
const lifeOf = (decision: Decision, ref: string, record: MinutesRecord, idOf: IdOf) => {
  const { title, process, text, version, amendments, clarifications, feelings, objections, concerns, efforts } = decision
  const change = amendments.find((one) => one.version === version)?.change
  const earlier = amendments.filter((one) => one.version < version)
  const said = saidWith(idOf)
  return {
    ref,
    title: cut(title.replaceAll(/\s+/g, ' '), TITLE_MAX),
    process,
    on: record.meeting.day,
    versions: [
      ...(version > 1 ? [{ n: 1 }] : []),
      ...earlier.map((one) => ({ n: one.version, change: cut(one.change, 1000) })),
      { n: version, text: cut(text, TEXT_MAX), ...(change !== undefined && { change: cut(change, 1000) }) },
    ],
    ...(clarifications && { clarification: cut(clarifications, LINE_MAX) }),
    ...(feelings && { feelings: cut(feelings, LINE_MAX) }),
    integrated: objections.filter(({ outcome }) => outcome.is === 'integrated').map(said),
    concerns: concerns.map(said),
    efforts: efforts.flatMap((effort) => {
      const org = idOf(effort.organisation)
      return org === undefined ? [] : [{ org, text: cut(effort.text, 1000) }]
    }),
    // What stayed debated is said of the whole meeting in its minutes, and no more known of one decision.
    shortened: true as const,
  }
}

export const livesIn = (record: MinutesRecord, idOf: IdOf): NonNullable<Told['decisions']> =>
  withinMeasure(
    record.items.flatMap(({ decisions }) =>
      decisions.flatMap((decision) => (decision.outcome.is === 'adopted' ? [lifeOf(decision, decision.outcome.ref, record, idOf)] : [])),
    ),
  )
