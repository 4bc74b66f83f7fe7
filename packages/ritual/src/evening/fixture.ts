import type { NewMeetingInput } from '../seed.ts'

interface Voice {
  org: string | null
  quality: string
}
interface Positions {
  round: number
  version: number
  positions: Record<string, 'no-objection' | 'concern' | 'objection'>
}
interface AgendaPoint {
  id: string
  kind: 'broadcast' | 'feedback' | 'advice' | 'decision' | 'contribution'
  title: string
  carriers: string[]
  onBehalfOf: string
  towards?: string
  planned: number
  held: number
  urgency: 1 | 2 | 3 | 4 | 5
  format?: 'workshop'
  expectation: string
  next?: string
  commissionDecision?: { date: string; text: string }
  reactionUntil?: string
  reactions?: { person: string; voice: string | null; type: 'question' | 'support' | 'concern'; text: string; answer?: string }[]
  feedback?: {
    observation: string
    effect: string
    need: string
    request: string
    answer: { person: string; voice: string; text: string }
    learning: string
  }
  advice?: {
    question: string
    decider: string
    forOrg: string
    decideBy: string
    given: { person: string; voice: string | null; as: 'impacted' | 'competent'; text: string }[]
    pending: { org: string; as: 'impacted'; expectedBy: string }[]
  }
}

/** The parts of the fixture's evening that the rules see; its other keys are for the minutes and the player. */
export interface Evening {
  meeting: {
    title: string
    purpose: string
    place: string
    timezone: string
    scheduledStart: string
    plannedMinutes: number
    frame: string[]
  }
  organisations: { id: string; label: string; kind: 'structure' | 'commission' }[]
  participants: {
    id: string
    name: string
    device: 'laptop' | 'phone'
    voices: Voice[]
    standing: 'decider' | 'observer'
    joinedAt: string
    remote: boolean
    newcomer?: boolean
  }[]
  weather: { person: string; value: 'sun' | null; words: string | null; passed: boolean; at: string }[]
  _weatherOrder: string[]
  agenda: AgendaPoint[]
  decision: {
    ref: string
    deciders: string[]
    responsible: string
    cc: string[]
    rounds: Positions[]
    interests: { person: string; text: string }[]
    reviewOn: string
    reactionUntil: string
    versions: { n: number; text: string; change?: string; integrates?: string[] }[]
    clarifications: string
    feelings: string
    objections: { id: string; person: string; voice: string; text: string }[]
    concerns: { person: string; voice: string; text: string; positions: Record<string, 'concern' | 'no-objection'> }[]
    improvements: { person: string; text: string }[]
    financial: string
    criteria: string[]
  }
  actions: { ref: string; title: string; who: string[]; for: string; due: string; item: string }[]
  closing: {
    roti: Record<string, 1 | 2 | 3 | 4 | 5 | null>
    improvements: { text: string; _by: string }[]
    words: { person: string; text: string; publish: boolean }[]
  }
  previous: {
    improvements: string[]
    roleHistory: Record<string, string>[]
    rolePreferences: Record<string, Record<string, string>>
    actions: { ref: string; title: string; who: string[]; state: 'done' | 'in-progress'; due?: string }[]
    transmissions: { ref: string; title: string; to: string; state: 'registered' | 'received'; date: string }[]
  }
  glossary: Record<string, string>
}

// Read beside the package, where a static import may not reach: the types of ritual know neither Node nor a browser.
const { url } = import.meta as unknown as { url: string }
const path = `${url.slice(0, url.lastIndexOf('/packages/'))}/tests/fixtures/reunion-2026-12-03/reunion-2026-12-03.json`
const loaded: { default: Evening } = await import(/* @vite-ignore */ path, { with: { type: 'json' } })

/** A real réunion écosystème of 90 minutes and 14 people, told by one file for every part of the product. */
export const evening: Evening = loaded.default

const nameOf = (id: string): string => evening.participants.find((person) => person.id === id)?.name ?? id
const named = <T extends Record<string, string>>(entry: T): T =>
  Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, key === 'meeting' ? value : nameOf(value)])) as T

/** Body of `POST /api/meetings` for the evening: people of former meetings by full name [contract § HTTP]. */
export const eveningInput = (): NewMeetingInput => {
  const { previous } = evening
  return {
    ...evening.meeting,
    organisations: evening.organisations,
    glossary: evening.glossary,
    previous: {
      ...previous,
      actions: previous.actions.map((action) => ({ ...action, who: action.who.map(nameOf) })),
      roleHistory: previous.roleHistory.map((entry) => ({ meeting: entry['meeting'] ?? '', ...named(entry) })),
      rolePreferences: Object.fromEntries(Object.entries(previous.rolePreferences).map(([id, wishes]) => [nameOf(id), wishes])) as Record<
        string,
        Record<string, 'declines'>
      >,
    },
  }
}
