import { ulid, type Id } from '../ids.ts'
import type { noteActs } from '../notes/acts.ts'
import { attributableKinds, findEntry } from '../notes/find-entry.ts'
import type { signalActs } from '../signals/acts.ts'
import { signalKinds } from '../signals/entities.ts'
import { items, SAMPLE, type Ground, type Probes } from './probe.ts'

const signals = ({ board }: Ground): readonly { signalId: Id }[] => Object.keys(board.signals).map((signalId) => ({ signalId }))
const ripples = ({ secrets }: Ground): readonly { signalId: Id }[] => secrets.all('ripple').map(({ subject }) => ({ signalId: subject }))
const whispers = ({ secrets }: Ground): readonly { whisperId: Id }[] =>
  secrets.all('whisper').map(({ subject }) => ({ whisperId: subject }))

export const signalProbes: Probes<keyof typeof signalActs> = {
  whisper: () => [{ text: SAMPLE, signed: true }],
  'read-whisper': whispers,
  'answer-whisper': (ground) => whispers(ground).map((about) => ({ ...about, text: SAMPLE })),
  'set-whispers': () => [{ open: false }, { open: true }],
  'raise-signal': () => signalKinds.flatMap((kind) => ([1, 2, 3] as const).map((level) => ({ kind, level }))),
  'acknowledge-signal': signals,
  'care-signal': (ground) => signals(ground).map((about) => ({ ...about, responses: ['heard' as const] })),
  'advance-care': ({ board }) =>
    Object.values(board.signals).flatMap(({ id, care }) => (care ? [{ signalId: id, response: care.response, from: care.step }] : [])),
  'settle-signal': signals,
  'ask-consents': (ground) => {
    const [to] = Object.keys(ground.board.organisations)
    const [person] = Object.keys(ground.board.people)
    return to === undefined || person === undefined ? [] : signals(ground).map((about) => ({ ...about, to, people: [person] }))
  },
  'consent-handover': signals,
  'refuse-handover': signals,
  'hand-over-signal': signals,
  'carry-signal': (ground) => signals(ground).map((about) => ({ ...about, as: 'aside-talk' as const })),
  'withdraw-signal': (ground) => [...signals(ground), ...ripples(ground)],
  'call-frame-point': () => [{}, { withdraw: true }],
}

/** Every entry on the board that its author could take back or sign otherwise. */
const entries = ({ board }: Ground): readonly { kind: (typeof attributableKinds)[number]; id: Id }[] => {
  const decisions = Object.values(board.decisions)
  const ids = [
    ...Object.keys(board.notes),
    ...Object.keys(board.reactions),
    ...Object.values(board.advice).flatMap(({ given }) => given.map(({ id }) => id)),
    ...decisions.flatMap(({ objections, concerns, improvements }) => [...objections, ...concerns, ...improvements].map(({ id }) => id)),
  ]
  return ids.flatMap((id) => attributableKinds.flatMap((kind) => (findEntry(board, kind, id) ? [{ kind, id }] : [])))
}

const notes = ({ board }: Ground): readonly { noteId: Id }[] => Object.keys(board.notes).map((noteId) => ({ noteId }))

export const noteProbes: Probes<keyof typeof noteActs> = {
  'add-note': (ground) => items(ground).map((about) => ({ ...about, text: SAMPLE })),
  'edit-note': (ground) => notes(ground).map((about) => ({ ...about, text: SAMPLE })),
  'hide-note': notes,
  're-attribute': (ground) => entries(ground).map((entry) => ({ ...entry, attribution: 'voice-only' as const })),
  'withdraw-entry': (ground) => [
    { kind: 'weather' as const },
    { kind: 'closing' as const },
    ...entries(ground),
    ...Object.values(ground.board.decisions).flatMap(({ interests }) => interests.map(({ id }) => ({ kind: 'interest' as const, id }))),
    { kind: 'closing-improvement' as const },
    ...ground.board.closing.improvements.map(({ id }) => ({ kind: 'closing-improvement' as const, id })),
  ],
  'support-idea': (ground) => items(ground).map((about) => ({ ...about, ideaId: ulid(0, (count) => new Uint8Array(count)) })),
}
