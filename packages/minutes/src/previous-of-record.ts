import { highestIn, PreviousSchema, refuse, withObjections, type OrgId, type Outcome, type Previous } from '@clairiere/ritual'
import { safeParse, type InferInput } from 'valibot'
import { askedIn, foreseenIn, keptIn, livesIn } from './left-by-record.ts'
import type { MinutesRecord } from './record/record.ts'
import type { TransmissionStatus } from './record/follow-up.ts'

type Told = InferInput<typeof PreviousSchema>
/** A structure's id by the name that the minutes print, among those of the meeting to come. */
type IdOf = (label: string | undefined) => OrgId | undefined

const TEXT_MAX = 4000
const TITLE_MAX = 200
const LEARNING_MAX = 1000
/** Of an action, and of a reason to return a decision: as long as one may be said. */
const ACTION_TITLE_MAX = 300
const REASON_MAX = 1000

/** Never a half of a character, which no meeting would take. */
const cut = (words: string, max: number): string => words.slice(0, max).toWellFormed()
const titled = (title: string, max = TITLE_MAX): string => cut(title.replaceAll(/\s+/g, ' ').trim(), max)

const circuit = (status: TransmissionStatus | undefined) => {
  if (status === undefined || status.state === 'to-send') return { state: 'to-send' as const }
  return {
    state: status.state,
    ...(status.on === undefined ? {} : { date: status.on }),
    ...('reference' in status && status.reference ? { structureRef: status.reference } : {}),
    ...('reason' in status && status.reason ? { reason: cut(status.reason, REASON_MAX) } : {}),
  }
}

const adoptedIn = (record: MinutesRecord) =>
  record.items.flatMap(({ decisions }) =>
    decisions.flatMap((decision) => (decision.outcome.is === 'adopted' ? [{ ...decision, ref: decision.outcome.ref }] : [])),
  )

/** Where decisions stand; what was already shown and is registered does not come back, nor what went to a structure that the next meeting does not know. */
const transmissionsOf = (record: MinutesRecord, idOf: IdOf): Told['transmissions'] => [
  ...record.followUp.transmissions.flatMap(({ ref, title, to, status }) => {
    const org = idOf(to)
    return org === undefined || status.state === 'registered' ? [] : [{ ref, title: titled(title), to: org, ...circuit(status) }]
  }),
  ...adoptedIn(record).flatMap(({ ref, title, responsible, transmission, decidedHere, text }) => {
    const org = idOf(responsible)
    if (org === undefined) return []
    const inForce = decidedHere === true ? { inForce: decidedHere } : {}
    return [{ ref, title: titled(title), to: org, text: cut(text, TEXT_MAX), ...circuit(transmission), ...inForce }]
  }),
]

const criteriaOf = (criteria: readonly string[]): string[] => criteria.map((each) => titled(each))

/** Decisions that stand, of this meeting and of those before; an express consent is looked at by the very next one, whatever day it names [D10, D13]. */
const reviewsOf = (record: MinutesRecord, idOf: IdOf): Told['reviews'] => [
  ...(record.followUp.standing ?? []).flatMap(({ title, responsible, text, criteria, ...each }) => {
    const org = idOf(responsible)
    if (org === undefined) return []
    const words = text === undefined ? {} : { text: cut(text, TEXT_MAX) }
    return [
      { ...each, title: titled(title), responsible: org, ...words, ...(criteria === undefined ? {} : { criteria: criteriaOf(criteria) }) },
    ]
  }),
  ...adoptedIn(record).flatMap(({ ref, title, responsible, reviewOn: named, process, text, criteria }) => {
    const org = idOf(responsible)
    const reviewOn = process === 'consent-express' ? record.meeting.day : named
    if (org === undefined || reviewOn === undefined) return []
    const election = process === 'election' ? { election: true as const } : {}
    return [
      { ref, title: titled(title), responsible: org, reviewOn, text: cut(text, TEXT_MAX), ...election, criteria: criteriaOf(criteria) },
    ]
  }),
]

/** So that the server's numbers go on, also from what does not come along [contract § Acts]. */
const highestNumbersIn = (record: MinutesRecord): Told['highest'] => {
  const { transmissions, actions, standing = [] } = record.followUp
  return {
    decision: highestIn([...adoptedIn(record), ...transmissions, ...standing].map(({ ref }) => ref)),
    action: highestIn([...actions, ...record.actions].map(({ ref }) => ref)),
  }
}

/**
 * Decisions that their structures returned: each a feedback on the next agenda, unless this meeting had it on its own [§2.4.7]. It had what was returned before its day;
 * what was returned on its day only if it stands among its points.
 */
const returnedIn = (record: MinutesRecord, idOf: IdOf): Told['items'] => {
  const { day } = record.meeting
  const hadPoint = (title: string, to: string | undefined): boolean =>
    record.items.some((item) => item.kind === 'feedback' && item.title === title && item.towards === to)
  const before = record.followUp.transmissions.filter(
    ({ title, to, status }) => status.state === 'returned' && status.on !== undefined && status.on >= day && !hadPoint(title, to),
  )
  const here = adoptedIn(record).map(({ title, responsible, transmission }) => ({ title, to: responsible, status: transmission }))
  return [...before, ...here].flatMap(({ title, to, status }) => {
    const org = idOf(to)
    if (status?.state !== 'returned' || org === undefined) return []
    const words = status.reason ? { text: cut(status.reason, REASON_MAX) } : {}
    return [{ title: titled(title), kind: 'feedback', status: 'returned', towards: org, ...words }]
  })
}

const decisionOf = ({ decision, spends }: { decision?: string | undefined; spends?: string | undefined }) => ({
  ...(decision === undefined ? {} : { decision }),
  ...(spends === undefined ? {} : { spends: true as const }),
})

const named = (who: readonly string[], proposedTo: readonly string[], helpers: readonly string[]) => ({
  who: [...who],
  ...(proposedTo.length === 0 ? {} : { proposedTo: [...proposedTo] }),
  ...(helpers.length === 0 ? {} : { helpers: [...helpers] }),
})

const actionsOf = (record: MinutesRecord, idOf: IdOf): Told['actions'] => {
  const { day } = record.meeting
  const before = record.followUp.actions.filter(({ state }) => state !== 'done' && state !== 'dropped')
  const here = record.actions.filter(({ state }) => state !== 'dropped')
  return [
    ...before.map(({ ref, title, who, proposedTo = [], helpers = [], state, due, ...more }) => ({
      ref,
      title: titled(title, ACTION_TITLE_MAX),
      ...named(who, proposedTo, helpers),
      state,
      ...(due === undefined ? {} : { due }),
      ...decisionOf(more),
    })),
    ...here.map(({ ref, title, who, proposedTo, helpers, state, due, for: label, ...more }, index) => ({
      ref: ref || `${day}-${index + 1}`, // two of one reference would be one
      title: titled(title, ACTION_TITLE_MAX),
      ...named(who, proposedTo, helpers),
      state,
      for: idOf(label) ?? null,
      ...(due === undefined ? {} : { due }),
      ...decisionOf(more),
    })),
  ]
}

/** What was noted, then what the feedbacks taught, each sentence once [A7]. */
const learntIn = ({ learnings, items }: MinutesRecord): MinutesRecord['learnings'] => {
  const noted = new Set(learnings.map(({ text }) => text))
  const taught = items.flatMap(({ feedback }) => feedback?.learning ?? []).filter((text) => !noted.has(text))
  return [...learnings, ...taught.map((text) => ({ kind: 'learning' as const, text }))]
}

const itemsOf = (record: MinutesRecord, idOf: IdOf): Told['items'] =>
  record.items.flatMap((item) => {
    const { title, kind, outcome, towards } = item
    if (outcome !== 'postponed' && outcome !== 'listed') return []
    const org = idOf(towards)
    return [
      {
        title: titled(title),
        kind,
        status: 'postponed',
        from: record.meeting.day,
        ...keptIn(item),
        ...(org === undefined ? {} : { towards: org }),
      },
    ]
  })

/** Decisions, circulated or adopted, that somebody objected to in a reaction [D2]. */
const objectedIn = (record: MinutesRecord): Told['items'] => {
  const from = record.meeting.day
  const words = (reactions: readonly { type: string; text: string }[]): readonly string[] =>
    reactions.flatMap(({ type, text }) => (type === 'objection' ? [text] : []))
  const circulated = record.items.flatMap(({ title, kind, outcome, broadcast }) => {
    const said = words(broadcast?.reactions ?? [])
    if (!broadcast || said.length === 0 || outcome === 'postponed' || outcome === 'listed') return []
    return [{ title: titled(title), kind, status: 'objected', from, text: withObjections(broadcast.text, said) }]
  })
  const adopted = adoptedIn(record).flatMap(({ ref, title, text, process, reactions }) => {
    const said = words(reactions)
    if (said.length === 0) return []
    return [
      {
        title: titled(title),
        kind: process === 'election' ? 'election' : 'decision',
        status: 'objected',
        from,
        replaces: ref,
        text: withObjections(text, said),
      },
    ]
  })
  return [...circulated, ...adopted]
}

/**
 * What the next meeting takes over from minutes alone [F8, F11, AC-27]: less than from the meeting itself, because minutes hold no wishes, no subjects and no domains.
 * `organisations` are those of the meeting to come. Refuses with `malformed` minutes whose texts no meeting of ours could hold.
 */
export const previousOfRecord = (record: MinutesRecord, organisations: readonly { id: OrgId; label: string }[]): Outcome<Previous> => {
  const idOf: IdOf = (label) => organisations.find((each) => each.label === label)?.id
  const held = record.roles.flatMap(({ role, holders }) => (holders[0] ? [[role, holders[0].name] as const] : []))
  const items = [...(itemsOf(record, idOf) ?? []), ...(returnedIn(record, idOf) ?? []), ...(objectedIn(record) ?? [])]
  const told: Told = {
    improvements: [...record.closing.improvements],
    transmissions: transmissionsOf(record, idOf),
    actions: actionsOf(record, idOf),
    roleHistory: [{ ...Object.fromEntries(held), meeting: record.meeting.day }],
    items: [...items, ...askedIn(record, items)],
    ...foreseenIn(record),
    decisions: livesIn(record, idOf),
    reviews: reviewsOf(record, idOf),
    highest: highestNumbersIn(record),
    learnings: learntIn(record).map(({ kind, text }) => ({ kind, text: cut(text, LEARNING_MAX), on: record.meeting.day })),
  }
  const parsed = safeParse(PreviousSchema, told)
  return parsed.success ? { ok: true, value: parsed.output } : refuse('malformed', { field: 'previous.minutes' })
}
