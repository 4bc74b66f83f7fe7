import type { Decision, Objection } from '../record/decision.ts'
import { positions } from '../record/vocabulary.ts'
import type { Sentences } from '../sentences/fr.ts'
import { transmissionIs } from './follow-up.ts'
import type { Block, Entry } from './nodes.ts'
import { authorIs, authorName, stopped } from './voices.ts'
import { entry, labelledEntry, line, listOf, paragraph, strong } from './write.ts'

/** The proposal with its outcome, its text, and the way it came about [§2.9 Decision]. */
export const decisionBlocks = (decision: Decision, s: Sentences): Block[] => {
  const d = s.decision
  const told = (label: string, text: string | undefined) =>
    text !== undefined && text.trim() !== '' && labelledEntry(s, label, stopped(text))
  const blocks: (Block | undefined)[] = [
    paragraph(strong(outcomeOf(decision, s))),
    decision.text.trim() === '' ? undefined : { type: 'quote', children: line(decision.text) },
    listOf([
      told(d.clarifications, decision.clarifications),
      told(d.feelings, decision.feelings),
      ...decision.amendments.map(({ version, change }) => told(d.amendment(version), change)),
      ...decision.objections.map((objection) => objectionEntry(objection, s)),
      ...decision.concerns.map(({ by, text, otherVoices }) => {
        const others = otherVoices.map((other) => d.otherVoice(other.voice ?? s.presence.ownName, other.position))
        const said = [stopped(text), ...others].filter((part) => part !== '').join(' ')
        return said === '' ? entry(strong(stopped(d.concernOf(authorIs(by, s))))) : labelledEntry(s, d.concernOf(authorIs(by, s)), said)
      }),
      ...cardEntries(decision, s),
      ...agreementEntries(decision, s),
      ...(decision.commitments ?? []).map(({ by, text, toConfirm, confirmBy }) =>
        told(d.commitmentOf(authorIs(by, s)), toConfirm ? `${text} (${s.presence.mandates['ad-referendum'](confirmBy)})` : text),
      ),
      told(d.improvements, decision.improvements.map(({ by, text }) => `${text} (${authorName(by, s)})`).join(s.semicolon)),
      ...roundEntries(decision, s),
      financialEntry(decision, s),
      told(d.efforts, decision.efforts.map(({ organisation, text }) => `${s.label(organisation)} ${text}`).join(s.semicolon)),
      decision.responsible !== undefined &&
        labelledEntry(s, d.competence, `${stopped(decision.responsible)} ${circuitOf(decision, s)}`.trim()),
      reviewEntry(decision, s),
      ...decision.reactions.map(({ by, type, text, answer }) =>
        told(
          `${d.reactionOf(authorIs(by, s))}, ${s.broadcast.types[type]}`,
          answer === undefined ? text : `${stopped(text)} ${s.label(s.broadcast.answer)} ${answer}`,
        ),
      ),
    ]),
  ]
  return blocks.filter((block) => block !== undefined)
}

/** The role: what it is for, its limits, until when, who holds it. In an election its mission is the text above. */
const cardEntries = ({ card, process }: Decision, s: Sentences): (Entry | false)[] => {
  if (card === undefined) return []
  const d = s.decision
  return [
    labelledEntry(s, d.role, stopped(card.name)),
    process !== 'election' && card.mission !== undefined && labelledEntry(s, d.mission, stopped(card.mission)),
    card.limits !== undefined && labelledEntry(s, d.limits, stopped(card.limits)),
    labelledEntry(s, d.mandate, stopped(d.until(card.until))),
    card.holder !== undefined && labelledEntry(s, d.holder, stopped(card.holder)),
  ]
}

const agreementEntries = ({ agreement }: Decision, s: Sentences): Entry[] => {
  if (agreement === undefined) return []
  const d = s.decision
  return [
    labelledEntry(s, d.agreement, stopped(d.until(agreement.until))),
    ...agreement.parties.map(({ organisation, expects, gives }) =>
      labelledEntry(s, organisation, d.party(stopped(expects), stopped(gives))),
    ),
  ]
}

const outcomeOf = ({ outcome, version, process, card }: Decision, s: Sentences) => {
  const d = s.decision
  switch (outcome.is) {
    case 'adopted':
      return process === 'election' && card !== undefined
        ? d.elected(card.holder ?? s.someone, card.name, outcome.ref)
        : d.adopted(version, outcome.ref)
    case 'open':
      return d.open(version)
    case 'withdrawn':
      return d.withdrawn(version)
    case 'postponed':
      return d.postponed(version)
    case 'returned':
      return d.returned(version, outcome.to)
    case 'suspended':
      return d.suspended(version)
  }
}

const objectionEntry = ({ by, text, late, outcome }: Objection, s: Sentences): Entry => {
  const d = s.decision
  const fate = {
    integrated: () => d.integrated(outcome.is === 'integrated' ? outcome.version : 0),
    'became-concern': () => d.becameConcern,
    withdrawn: () => d.objectionWithdrawn,
    'not-lifted': () => d.notLifted,
  }[outcome.is]
  const after = late === undefined ? fate() : d.late(late.treatedOn) + (outcome.is === 'not-lifted' ? '' : ` ${fate()}`)
  return labelledEntry(s, d.objectionOf(authorIs(by, s)), `${stopped(text)} ${after}`.trim())
}

const roundEntries = ({ lastRound }: Decision, s: Sentences): (Entry | false)[] => {
  if (lastRound === undefined) return []
  const d = s.decision
  const total = positions.reduce((sum, position) => sum + (lastRound.counts[position] ?? 0), 0)
  const always = ['no-objection', 'concern', 'objection']
  const counts = positions
    .filter((position) => always.includes(position) || (lastRound.counts[position] ?? 0) > 0)
    .map((position) => d.counts[position](lastRound.counts[position] ?? 0))
  const observers = lastRound.observers > 0 ? ` ${d.observers(lastRound.observers)}` : ''
  const { rollCall } = lastRound
  return [
    labelledEntry(s, d.lastRound, `${[d.asked(total), ...counts].join(', ')}.${observers}`),
    rollCall !== undefined &&
      rollCall.length > 0 &&
      labelledEntry(s, d.rollCall, stopped(rollCall.map(({ name, position }) => `${name}, ${d.rollPosition[position]}`).join(s.semicolon))),
  ]
}

const financialEntry = ({ financial, interests }: Decision, s: Sentences): Entry | false => {
  const d = s.decision
  const declared = interests.map(({ name, text }) => (text === '' ? name : `${name}, ${text}`)).join(s.semicolon)
  if (financial === undefined) return declared !== '' && labelledEntry(s, d.interests(interests.length), stopped(declared))
  return labelledEntry(
    s,
    d.financial,
    stopped(financial) + (declared === '' ? '' : ` ${s.label(d.interests(interests.length))} ${stopped(declared)}`),
  )
}

/** « Transmise le … pour enregistrement ; copie : … », only for what was adopted. */
const circuitOf = ({ outcome, transmission, copies, decidedHere }: Decision, s: Sentences): string => {
  if (outcome.is !== 'adopted') return ''
  const state =
    transmission?.state === 'sent' ? s.decision.sentForRegistration(transmission.on) : s.capital(transmissionIs(transmission, s))
  return (
    (decidedHere ? `${s.decision.decidedHere} ` : '') +
    stopped(state + (copies.length === 0 ? '' : s.semicolon + s.decision.copies(copies.join(', '))))
  )
}

/** When the group looks at it again: an express consent at the next meeting first, whatever day it names [D10]. Empty where no day is named. */
export const reviewOf = ({ reviewOn, process }: Decision, s: Sentences): string => {
  if (reviewOn === undefined) return ''
  const day = s.calendar.day(reviewOn)
  return process === 'consent-express' ? s.decision.nextFirst(day) : day
}

const reviewEntry = (decision: Decision, s: Sentences): Entry | false => {
  const { criteria } = decision
  const parts = [...[reviewOf(decision, s)].filter(Boolean), ...(criteria.length === 0 ? [] : [s.decision.criteria(criteria.join(', '))])]
  return parts.length > 0 && labelledEntry(s, s.decision.review, stopped(parts.join(', ')))
}
