import type { PublicBoard } from '../board.ts'
import type { Decision } from '../decisions/entities.ts'
import { missingBallots, missingIn, roundSubject, roundUnderWay } from '../decisions/state.ts'
import { given } from '../fields.ts'
import type { PersonId } from '../ids.ts'
import type { Confidence, ConfidenceKind, ConfidenceView, Secrets } from './entities.ts'
import { aboutKey, readingsOf, type Reading } from './reading.ts'

/** The whole of one, made once for all who read it: a hall of four hundred would else hold each other's words 160,000 times. */
const wholes = new WeakMap<Confidence, ConfidenceView>()
const whole = (confidence: Confidence): ConfidenceView => {
  const made = wholes.get(confidence)
  if (made !== undefined) return made
  const { kind, subject, personId, at, payload } = confidence
  const view: ConfidenceView = { kind, subject, ...(personId === undefined ? {} : { personId }), at, payload: { ...payload } }
  wholes.set(confidence, view)
  return view
}
/** Theirs, or of whom they entered; what they wrote for somebody whose neighbour is gone too, and nothing that this neighbour was confided. */
const isOwn = ({ personId, payload }: Confidence, { reader, writesFor }: Reading): boolean =>
  (personId !== undefined && writesFor.includes(personId)) || ('enteredBy' in payload && payload.enteredBy === reader)

/** Who raised it and the mood-watch read all but the author; who may welcome or settle it in place of another learns which role it is about; whom it is about, only that it is not theirs. */
const ofSignal = (confidence: Extract<Confidence, { kind: 'signal' }>, reading: Reading): ConfidenceView | undefined => {
  if (isOwn(confidence, reading)) return whole(confidence)
  const { kind, subject, payload } = confidence
  const about = aboutKey(payload)
  if (about !== null && reading.concernedBy.includes(about)) return { kind, subject, payload: { concerned: true } }
  if (reading.watches) return { kind, subject, payload: { ...payload } }
  const { aboutRole, heldBy } = payload
  return about !== null && reading.stepsInFor.includes(about) ? { kind, subject, payload: { aboutRole, ...given({ heldBy }) } } : undefined
}

/** The mood-watch it was sent to, without time or sender unless signed; and a sender who signed [§2.5-16]. */
const ofWhisper = (confidence: Extract<Confidence, { kind: 'whisper' }>, { reader }: Reading): ConfidenceView | undefined => {
  const { kind, subject, personId, payload } = confidence
  const { readers, receipt: _theirs, ...seen } = payload
  if (!readers.includes(reader) && personId !== reader) return undefined
  return { kind, subject, ...(personId === undefined ? {} : { personId }), payload: seen }
}

/** The person asked, on their own device alone, and who asks: the mood-watch, or whoever asked in its place, whom the one asked need not know [§2.5-15]. */
const ofHandover = (confidence: Extract<Confidence, { kind: 'handover' }>, reading: Reading): ConfidenceView | undefined => {
  const { by, ...payload } = confidence.payload
  const asks = by === undefined ? reading.watches : by === reading.reader
  return asks || confidence.personId === reading.reader ? whole({ ...confidence, payload }) : undefined
}

/** What one reader may see of one confidence: of the board only what their reading says of it. */
export const confidenceView = (confidence: Confidence, reading: Reading): ConfidenceView | undefined => {
  switch (confidence.kind) {
    case 'weather':
    case 'closing':
      return reading.tookPart ? whole(confidence) : undefined
    case 'roti':
    case 'position':
    case 'ballot':
    case 'authorship':
    case 'closing-improvement':
    case 'frame-call':
    case 'role-reason':
      return isOwn(confidence, reading) ? whole(confidence) : undefined
    case 'signal':
      return ofSignal(confidence, reading)
    case 'handover':
      return ofHandover(confidence, reading)
    case 'whisper':
      return ofWhisper(confidence, reading)
    case 'ripple':
      if (isOwn(confidence, reading)) return whole(confidence)
      return reading.facilitates || reading.watches
        ? { kind: confidence.kind, subject: confidence.subject, payload: confidence.payload }
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

/** How far the rounds under way are: a number for all, names for the facilitation alone [§2.4.6]. It depends on decisions, people, positions and ballots. */
export const answeredViews = (
  board: PublicBoard,
  secrets: Secrets,
  { facilitates }: Pick<Reading, 'facilitates'>,
): readonly ConfidenceView[] =>
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
  const reading = readingsOf(board, secrets, online)(reader)
  if (reading === null) return []
  const seen = kinds.flatMap((kind) => secrets.all(kind).flatMap((confidence) => confidenceView(confidence, reading) ?? []))
  return [...seen, ...answeredViews(board, secrets, reading)]
}
