import { PreviousSchema, refuse, withObjections, type OrgId, type Outcome, type Previous } from '@clairiere/ritual'
import { safeParse, type InferInput } from 'valibot'
import type { MinutesRecord } from './record/record.ts'
import type { TransmissionStatus } from './record/follow-up.ts'

type Told = InferInput<typeof PreviousSchema>
/** A structure's id by the name that the minutes print, among those of the meeting to come. */
type IdOf = (label: string | undefined) => OrgId | undefined

const TEXT_MAX = 4000
const TITLE_MAX = 200
const LEARNING_MAX = 1000

const titled = (title: string): string => title.replaceAll(/\s+/g, ' ').trim().slice(0, TITLE_MAX)

const circuit = (status: TransmissionStatus | undefined) => {
  if (status === undefined || status.state === 'to-send') return { state: 'to-send' as const }
  return {
    state: status.state,
    ...(status.on === undefined ? {} : { date: status.on }),
    ...('reference' in status && status.reference ? { structureRef: status.reference } : {}),
    ...('reason' in status && status.reason ? { reason: status.reason } : {}),
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
    return [{ ref, title: titled(title), to: org, text: text.slice(0, TEXT_MAX), ...circuit(transmission), ...inForce }]
  }),
]

const reviewsOf = (record: MinutesRecord, idOf: IdOf): Told['reviews'] =>
  adoptedIn(record).flatMap(({ ref, title, responsible, reviewOn, text, criteria }) => {
    const org = idOf(responsible)
    if (org === undefined || reviewOn === undefined) return []
    return [{ ref, title: titled(title), responsible: org, reviewOn, text: text.slice(0, TEXT_MAX), criteria: criteria.map(titled) }]
  })

const decisionOf = ({ decision, spends }: { decision?: string | undefined; spends?: string | undefined }) => ({
  ...(decision === undefined ? {} : { decision }),
  ...(spends === undefined ? {} : { spends: true as const }),
})

const actionsOf = (record: MinutesRecord, idOf: IdOf): Told['actions'] => {
  const { day } = record.meeting
  const before = record.followUp.actions.filter(({ state }) => state !== 'done' && state !== 'dropped')
  const here = record.actions.filter(({ state }) => state !== 'dropped')
  return [
    ...before.map(({ ref, title, who, state, due, ...more }) => ({
      ref,
      title: titled(title),
      who,
      state,
      ...(due === undefined ? {} : { due }),
      ...decisionOf(more),
    })),
    ...here.map(({ ref, title, who, proposedTo, state, due, for: label, ...more }) => ({
      ref: ref || day,
      title: titled(title),
      who: [...who, ...proposedTo],
      state,
      for: idOf(label) ?? null,
      ...(due === undefined ? {} : { due }),
      ...decisionOf(more),
    })),
  ]
}

const itemsOf = (record: MinutesRecord, idOf: IdOf): Told['items'] =>
  record.items.flatMap(({ title, kind, outcome, towards }) => {
    if (outcome !== 'postponed' && outcome !== 'listed') return []
    const org = idOf(towards)
    return [{ title: titled(title), kind, status: 'postponed', from: record.meeting.day, ...(org === undefined ? {} : { towards: org }) }]
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
  const adopted = adoptedIn(record).flatMap(({ ref, title, text, reactions }) => {
    const said = words(reactions)
    if (said.length === 0) return []
    return [{ title: titled(title), kind: 'decision', status: 'objected', from, replaces: ref, text: withObjections(text, said) }]
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
  const told: Told = {
    improvements: [...record.closing.improvements],
    transmissions: transmissionsOf(record, idOf),
    actions: actionsOf(record, idOf),
    roleHistory: [{ ...Object.fromEntries(held), meeting: record.meeting.day }],
    items: [...(itemsOf(record, idOf) ?? []), ...(objectedIn(record) ?? [])],
    reviews: reviewsOf(record, idOf),
    learnings: record.learnings.map(({ kind, text }) => ({ kind, text: text.slice(0, LEARNING_MAX), on: record.meeting.day })),
  }
  const parsed = safeParse(PreviousSchema, told)
  return parsed.success ? { ok: true, value: parsed.output } : refuse('malformed', { field: 'previous.minutes' })
}
