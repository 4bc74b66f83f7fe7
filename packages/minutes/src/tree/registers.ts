import type { MinutesRecord } from '../record/record.ts'
import type { Sentences } from '../sentences/fr.ts'
import { transmissionIs, withDecision } from './follow-up.ts'
import type { Block, Phrase } from './nodes.ts'
import { reviewOf } from './decision.ts'
import { isWebAddress } from './runs.ts'
import { isLeft, takersOf } from './takers.ts'
import { stopped } from './voices.ts'
import { entry, labelledEntry, line, listOf, section, table } from './write.ts'

/** What lasts beyond the evening: decisions, actions, open disagreements, learnings, common resources. */
export const decisionsSection = ({ items }: MinutesRecord, s: Sentences): Block[] => {
  const r = s.registers
  const decisions = items.flatMap((item) => item.decisions)
  const rows = decisions.flatMap((decision) => {
    if (decision.outcome.is !== 'adopted') return []
    const review = reviewOf(decision, s)
    const status = transmissionIs(decision.transmission, s)
    return [[decision.outcome.ref, decision.title, s.decision.processes[decision.process], decision.responsible ?? '', status, review]]
  })
  return section(2, r.decisions, [rows.length > 0 && table(r.decisionHeader, rows)])
}

export const actionsSection = ({ actions }: MinutesRecord, s: Sentences): Block[] => {
  const r = s.registers
  const rows = actions.map((action) => [
    action.ref,
    withDecision(action, s),
    takersOf(action, s, isLeft(action) ? s.followUp.actionStates[action.state] : undefined),
    action.for ?? '',
    action.due === undefined ? '' : s.calendar.day(action.due),
    action.item ?? '',
  ])
  return section(2, r.actions, [rows.length > 0 && table(r.actionHeader, rows)])
}

export const disagreementsSection = ({ disagreements }: MinutesRecord, s: Sentences): Block[] => {
  const r = s.registers
  const rows = disagreements.map((each) => [each.subject, each.shared, each.debated, each.next])
  return section(2, r.disagreements, [rows.length > 0 && table(r.disagreementHeader, rows)])
}

export const learningsSection = ({ learnings }: MinutesRecord, s: Sentences): Block[] =>
  section(2, s.registers.learnings, [
    listOf(learnings.map(({ kind, text }) => labelledEntry(s, s.registers.learningKinds[kind], stopped(text)))),
  ])

export const resourcesSection = ({ resources }: MinutesRecord, s: Sentences): Block[] => {
  const r = s.registers
  const rows = resources.map((each) => [titleOf(each), each.type ?? '', each.licence ?? '', each.steward ?? '', each.reciprocity ?? ''])
  return section(2, r.resources, [rows.length > 0 && table(r.resourceHeader, rows)])
}

const titleOf = ({ title, url }: MinutesRecord['resources'][number]): Phrase[] =>
  url !== undefined && isWebAddress(url) && line(title).length > 0 ? [{ type: 'link', url, children: line(title) }] : line(title)

export const glossarySection = ({ glossary }: MinutesRecord, s: Sentences): Block[] =>
  section(2, s.glossary.title, [listOf(glossary.map(({ word, meaning }) => entry(`${s.label(word)} ${meaning}`)))])
