import type { MinutesRecord } from '../src/record/record.ts'
import type { ResponseId, WeatherId } from '../src/record/vocabulary.ts'

export interface Voiced {
  person: string
  voice: string | null
}
/** The fields of the fixture that minutes need; the rest drives the player. */
export interface Fixture {
  meeting: Record<'title' | 'type' | 'timezone' | 'place' | 'audience' | 'licence' | 'purpose' | 'reviewUntil', string> & {
    minutesVersion: number
  }
  organisations: { id: string; label: string; kind: string }[]
  participants: {
    id: string
    name: string
    voices: { org: string; quality: string }[]
    standing: string
    joinedAt: string
    remote: boolean
  }[]
  weather: { person: string; value: WeatherId | null; passed: boolean; at: string }[]
  agenda: Item[]
  signals: {
    id: string
    kind: 'tension' | 'fatigue'
    level: 2 | 3
    at: string
    item: string
    outcome: 'settled' | 'handed-over'
    responses: ResponseId[]
  }[]
  phases: { phase: string; start: string; minutes: number }[]
  decision: Decision
  transmission: { sentAt: string }
  actions: { ref: string; title: string; who: string[]; for: string; due: string; item: string }[]
  disagreements: MinutesRecord['disagreements']
  learnings: MinutesRecord['learnings']
  resources: { title: string; type: string; licence: string; steward: string; reciprocity: string }[]
  closing: {
    roti: Record<string, number | null>
    improvements: { text: string }[]
    words: { person: string; text: string; publish: boolean }[]
  }
  next: { place: string; roles: Record<'facilitator' | 'moodWatcher' | 'timekeeper' | 'scribe', string[]>; toInclude: string[] }
  sealedBy: string[]
  writtenBy: string[]
  glossary: Record<string, string>
  previous: {
    transmissions: { ref: string; title: string; to: string; state: 'registered' | 'received'; date: string; structureRef?: string }[]
    actions: { ref: string; title: string; who: string[]; state: 'done' | 'in-progress'; due?: string }[]
  }
}
export interface Item {
  id: string
  kind: MinutesRecord['items'][number]['kind']
  title: string
  carriers: string[]
  onBehalfOf: string
  towards?: string
  planned: number
  held: number
  next?: string
  commissionDecision?: { date: string; text: string }
  reactions?: (Voiced & { type: 'question' | 'support' | 'concern'; text: string; answer?: string })[]
  feedback?: { observation: string; effect: string; need: string; request: string; learning: string; answer: Voiced & { text: string } }
  advice?: {
    question: string
    decider: string
    forOrg: string
    decideBy: string
    given: (Voiced & { as: 'impacted' | 'competent'; text: string })[]
    pending: { org: string; as: 'impacted'; expectedBy: string }[]
  }
  workshop?: {
    questions: string[]
    synthesis: string[]
    notes: { author?: string; channel?: 'chat'; text: string }[]
    ideas: string[]
  }
}
export interface Decision {
  ref: string
  title: string
  rounds: { positions: Record<string, 'no-objection' | 'concern' | 'objection'> }[]
  responsible: string
  cc: string[]
  versions: { n: number; text: string; change?: string }[]
  clarifications: string
  feelings: string
  objections: (Voiced & { text: string; integratedIn: number })[]
  concerns: (Voiced & { text: string; positions: Record<string, 'no-objection' | 'concern'> })[]
  improvements: { person: string; text: string }[]
  financial: string
  interests: { person: string; text: string }[]
  reviewOn: string
  reactionUntil: string
  criteria: string[]
}
