import type { PublicBoard } from '../board.ts'
import type { Decision } from '../decisions/entities.ts'
import { missingBallots, missingIn, roundSubject, roundUnderWay } from '../decisions/state.ts'
import type { PersonId } from '../ids.ts'
import { writesFor } from '../acting.ts'
import { given } from '../fields.ts'
import { wasInMeeting } from '../permissions/circle-size.ts'
import { actingFacilitators, holdersOf } from '../permissions/hats.ts'
import { concernedBy, maySettle, mayWelcome } from '../permissions/role-concerned.ts'
import type { Confidence, ConfidenceKind, ConfidenceView, Secrets } from './entities.ts'

interface Reading {
  board: PublicBoard
  reader: PersonId
  online: ReadonlySet<PersonId>
  facilitates: boolean
  watches: boolean
  /** The reader's own, or of a person without a device for whom they write. */
  isOwn: (confidence: Confidence) => boolean
}

const whole = ({ kind, subject, personId, at, payload }: Confidence): ConfidenceView => ({
  kind,
  subject,
  ...(personId === undefined ? {} : { personId }),
  at,
  payload: { ...payload },
})
const own = (confidence: Confidence, { isOwn }: Reading): ConfidenceView | undefined => (isOwn(confidence) ? whole(confidence) : undefined)
/** Words of the round: everyone who was in the meeting [§2.7, P2]. */
const ofTheCircle = (confidence: Confidence, { board, reader }: Reading): ConfidenceView | undefined =>
  wasInMeeting(board, reader) ? whole(confidence) : undefined

/** Who raised it and the mood-watch read all but the author; who may welcome or settle it in place of another learns which role it is about; whom it is about, only that it is not theirs. */
const ofSignal = (confidence: Extract<Confidence, { kind: 'signal' }>, reading: Reading): ConfidenceView | undefined => {
  const { board, reader, online, watches } = reading
  if (reading.isOwn(confidence)) return whole(confidence)
  const { kind, subject, payload } = confidence
  const { aboutRole, heldBy } = payload
  if (aboutRole !== undefined && concernedBy(board, payload).includes(reader)) return { kind, subject, payload: { concerned: true } }
  if (watches) return { kind, subject, payload: { ...payload } }
  const steps =
    mayWelcome(board, online, reader, payload) ||
    ((aboutRole === 'moodWatcher' || aboutRole === 'frame-point') && maySettle(board, online, reader, payload))
  return aboutRole !== undefined && steps ? { kind, subject, payload: { aboutRole, ...given({ heldBy }) } } : undefined
}

/** The mood-watch it was sent to, without time or sender unless signed; and a sender who signed [§2.5-16]. */
const ofWhisper = (confidence: Extract<Confidence, { kind: 'whisper' }>, { reader }: Reading): ConfidenceView | undefined => {
  const { kind, subject, personId, payload } = confidence
  const { readers, receipt: _theirs, ...seen } = payload
  if (!readers.includes(reader) && personId !== reader) return undefined
  return { kind, subject, ...(personId === undefined ? {} : { personId }), payload: seen }
}

/** The person asked, and who asks: the mood-watch, or whoever asked in its place, whom the one asked need not know [§2.5-15]. */
const ofHandover = (confidence: Extract<Confidence, { kind: 'handover' }>, reading: Reading): ConfidenceView | undefined => {
  const { by, ...payload } = confidence.payload
  const asks = by === undefined ? reading.watches : by === reading.reader
  return asks || reading.isOwn(confidence) ? whole({ ...confidence, payload }) : undefined
}

const viewOf = (confidence: Confidence, reading: Reading): ConfidenceView | undefined => {
  switch (confidence.kind) {
    case 'weather':
    case 'closing':
      return ofTheCircle(confidence, reading)
    case 'roti':
    case 'position':
    case 'ballot':
    case 'authorship':
    case 'closing-improvement':
    case 'frame-call':
    case 'role-reason':
      return own(confidence, reading)
    case 'signal':
      return ofSignal(confidence, reading)
    case 'handover':
      return ofHandover(confidence, reading)
    case 'whisper':
      return ofWhisper(confidence, reading)
    case 'ripple':
      if (reading.isOwn(confidence)) return whole(confidence)
      return reading.facilitates || reading.watches
        ? { kind: confidence.kind, subject: confidence.subject, payload: { ...confidence.payload } }
        : undefined
  }
}

const kinds: readonly ConfidenceKind[] = [
  'weather',
  'closing',
  'closing-improvement',
  'roti',
  'position',
  'ballot',
  'authorship',
  'signal',
  'frame-call',
  'role-reason',
  'handover',
  'whisper',
  'ripple',
]

/** What is being answered of a decision: a round of positions, or the ballots of an election. */
const askedIn = (board: PublicBoard, secrets: Secrets, decision: Decision) => {
  if (decision.status === 'open' && decision.step === 'ballots') {
    const has = (personId: PersonId) => secrets.one('ballot', decision.id, personId) !== undefined
    return { subject: decision.id, has, missing: missingBallots(board, secrets, decision) }
  }
  const round = roundUnderWay(decision)
  if (!round) return undefined
  const subject = roundSubject(decision, round.round)
  const has = (personId: PersonId) => secrets.one('position', subject, personId) !== undefined
  return { subject, has, missing: missingIn({ board, secrets }, decision, round.round) }
}

/** How far the rounds under way are: a number for all, names for the facilitation alone [§2.4.6]. */
const answered = ({ board, facilitates }: Reading, secrets: Secrets): readonly ConfidenceView[] =>
  Object.values(board.decisions)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((decision) => {
      const asked = askedIn(board, secrets, decision)
      if (!asked) return []
      const { subject, has, missing } = asked
      const people = decision.deciders.filter(has)
      const count = { count: people.length, of: people.length + missing.length }
      return [{ kind: 'answered', subject, payload: facilitates ? { ...count, people, missing } : count }]
    })

/**
 * Everything that one reader may see of the confidences now, in a stable order: by kind, then as they came. What is derived from several (`answered`) comes last.
 * Nothing of it ever reaches the document.
 */
export const confidenceViews = (
  board: PublicBoard,
  secrets: Secrets,
  reader: PersonId,
  online: ReadonlySet<PersonId>,
): readonly ConfidenceView[] => {
  if (!board.people[reader]) return []
  const reading: Reading = {
    board,
    reader,
    online,
    facilitates: actingFacilitators(board, online).includes(reader),
    watches: holdersOf(board, 'moodWatcher').includes(reader),
    isOwn: ({ personId }) => {
      const person = personId === undefined ? undefined : board.people[personId]
      return person !== undefined && writesFor(reader, person)
    },
  }
  const seen = kinds.flatMap((kind) => secrets.all(kind).flatMap((confidence) => viewOf(confidence, reading) ?? []))
  return [...seen, ...answered(reading, secrets)]
}
