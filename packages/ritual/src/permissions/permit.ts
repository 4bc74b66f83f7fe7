import type { Act } from '../acts.ts'
import type { PersonId } from '../ids.ts'
import { ok, refuse, type Outcome, type RefusalCode } from '../refusal.ts'
import { openSignalKinds, type SignalAbout } from '../signals/entities.ts'
import { isStopped } from '../signals/untreated.ts'
import type { Actor, Scene } from '../scene.ts'
import { participants, SMALL_CIRCLE_MAX, wasInMeeting } from './circle-size.ts'
import { actingFacilitators, facilitatorAbsent, hatsOf, holdersOf, moodWatchOnline } from './hats.ts'
import { leadsCareRound } from './care-round.ts'
import { hats, matrix, permissionOf, type Condition, type Hat, type Permission } from './matrix.ts'
import { maySettle, mayWelcome } from './role-concerned.ts'
import { itemOf } from './subject.ts'

/** The row that decides; a signal of level 1 has its own. */
export const permissionFor = (act: Act): Permission =>
  act.type === 'raise-signal' && act.level === 1 ? 'raise-ripple' : permissionOf[act.type]

/** Which refusal to give when the only cell that was not « no » asked for something more. */
const codeOf: Record<Condition, RefusalCode> = {
  'as-proposal': 'not-permitted',
  'adds-minutes': 'not-permitted',
  'facilitator-absent': 'facilitator-present',
  'support-role': 'observers-do-not',
  'asks-pause': 'not-permitted',
  'withdraws-or-asks': 'not-permitted',
  'open-kind-or-no-watch': 'mood-watcher-present',
  'not-about-own-role': 'role-concerned',
  'with-consents': 'consent-missing',
  'within-window': 'window-closed',
  'speaks-for-target': 'not-the-target',
  'one-key': 'not-permitted',
  'by-audience': 'not-permitted',
}

/** An observer tends time or helps to write: never facilitation or mood-watch [§2.6 note 4]. */
const isSupportRole = (scene: Scene, actor: Actor, act: Act): boolean => {
  switch (act.type) {
    case 'decline-role':
      return true
    case 'accept-role': {
      const offer = scene.board.roles[act.role]?.offers.find((given) => actor.kind === 'person' && given.personId === actor.personId)
      return act.role === 'timekeeper' || (act.role === 'scribe' && offer?.rank === 'pair')
    }
    case 'claim-role':
    case 'offer-role':
      return act.role === 'timekeeper' || (act.role === 'scribe' && act.rank === 'pair')
    default:
      return false
  }
}

/**
 * What a signal is about, where this side knows it. On a device the confidence is there for those whom it lets act [§4.11];
 * for anyone else it is absent and the signal is judged as any other.
 */
const aboutOf = (scene: Scene, act: Act): SignalAbout =>
  ('signalId' in act && act.signalId !== undefined ? scene.secrets.all('signal', act.signalId)[0]?.payload : undefined) ?? {}

const holds = (scene: Scene, actor: Actor, act: Act, condition: Condition): boolean => {
  const { board, online } = scene
  const personId = actor.kind === 'person' ? actor.personId : ''
  switch (condition) {
    case 'as-proposal':
    case 'with-consents':
    case 'within-window':
    case 'one-key':
    case 'by-audience':
      return true
    case 'adds-minutes':
      return act.type === 'plan-minutes' && act.minutes >= (board.items[act.itemId]?.plannedMinutes ?? 0)
    case 'facilitator-absent':
      return facilitatorAbsent(board, online)
    case 'support-role':
      return isSupportRole(scene, actor, act)
    case 'asks-pause':
      return (act.type === 'pause' || act.type === 'pause-item') && isStopped(board)
    case 'withdraws-or-asks':
      return act.type === 'withdraw-item' || act.type === 'postpone-item'
    case 'open-kind-or-no-watch':
      return act.type === 'raise-signal' && (openSignalKinds.includes(act.kind) || !moodWatchOnline(board, online))
    case 'not-about-own-role':
      return act.type === 'settle-signal'
        ? maySettle(board, online, personId, aboutOf(scene, act))
        : mayWelcome(board, online, personId, aboutOf(scene, act))
    case 'speaks-for-target': {
      const towards = itemOf(board, act)?.towards
      return towards !== undefined && board.people[personId]?.voices.some((voice) => voice.org === towards) === true
    }
  }
}

/** What the matrix cannot say in a cell: who steps in where a role is concerned or empty, and the circle that is too small for roles. */
const beside = (scene: Scene, actor: Actor, act: Act): boolean => {
  if (actor.kind !== 'person') return false
  const { board, online } = scene
  switch (act.type) {
    case 'acknowledge-signal':
    case 'care-signal':
    case 'advance-care':
    case 'carry-signal':
      return mayWelcome(board, online, actor.personId, aboutOf(scene, act))
    case 'settle-signal':
    case 'ask-consents':
    case 'hand-over-signal':
      return maySettle(board, online, actor.personId, aboutOf(scene, act))
    case 'seal':
    case 'reopen':
      return wasInMeeting(board, actor.personId) && (participants(board).length <= SMALL_CIRCLE_MAX || lacksKeyHolders(scene))
    case 'give-floor':
    case 'set-floor-order':
      // The speaking-turn keeper has no column of their own.
      return holdersOf(board, 'speechKeeper').includes(actor.personId)
    case 'start-round':
    case 'start-turn':
    case 'end-round':
      return leadsCareRound(scene, actor.personId)
    case 'hand-over-role':
      // The speaking-turn keeper has no column of their own.
      return board.roles[act.role]?.holders.includes(actor.personId) === true
    case 'redact':
      return standsInForScribe(scene, actor.personId)
    case 'accept-correction': {
      const correction = board.corrections[act.correctionId]
      if (standsInForScribe(scene, actor.personId, correction?.by)) return true
      // Once sealed, a change of meaning also needs the facilitation and the person quoted [§4.12].
      if (board.meeting.status !== 'sealed' || correction?.kind !== 'meaning') return false
      return correction.quoted === actor.personId || hatsOf(board, online, actor).has('F')
    }
    default:
      return false
  }
}

/**
 * Where nobody writes, facilitation answers for the record; where nobody leads either, whoever took part, but who `asks` not alone. Without them a single request
 * would keep the minutes from ever being sealed [§4.7].
 */
const standsInForScribe = ({ board, online }: Scene, personId: PersonId, asks?: PersonId): boolean => {
  if (board.meeting.closedAt === undefined || holdersOf(board, 'scribe').length > 0) return false
  const leads = actingFacilitators(board, online)
  return leads.length > 0 ? leads.includes(personId) : wasInMeeting(board, personId) && personId !== asks
}

const lacksKeyHolders = ({ board }: Scene): boolean => {
  const { facilitator, scribe } = board.roles
  return (
    new Set([...(facilitator?.holders ?? []), ...(facilitator?.backups ?? []), ...(scribe?.holders ?? []), ...(scribe?.pairs ?? [])]).size <
    2
  )
}

/**
 * Whether the matrix lets this actor do this act now, whatever the state of its subject [§2.6, B13, C10, C14]. « Own » passes here: only the area's rule
 * knows whose an entry is. A refusal's `detail.hats` lists who could.
 */
export const permit = (scene: Scene, actor: Actor, act: Act): Outcome<true> => {
  const permission = permissionFor(act)
  const row = matrix[permission]
  const worn = hatsOf(scene.board, scene.online, actor, act)
  // The one cell that takes something away from a participant: the mood-watch does not whisper to itself.
  if (permission === 'whisper' && worn.has('G'))
    return refuse('not-permitted', { hats: hats.filter((_hat, column) => row[column] !== 'no') })
  let nearest: RefusalCode | undefined
  for (const [column, hat] of hats.entries()) {
    if (!worn.has(hat)) continue
    const cell = row[column] ?? 'no'
    if (cell === 'no') continue
    if (cell === 'yes' || cell === 'own' || holds(scene, actor, act, cell)) return ok(true)
    nearest ??= codeOf[cell]
  }
  if (beside(scene, actor, act)) return ok(true)
  const who: readonly Hat[] = hats.filter((_hat, column) => row[column] !== 'no')
  if (nearest) return refuse(nearest, { hats: who })
  return refuse(worn.has('O') && who.includes('D') ? 'observers-do-not' : 'not-permitted', { hats: who })
}

/** Whether a row without an act (words, weather of others, downloads, links) is open to this actor; conditions are the caller's to look at. */
export const isOpenTo = (
  scene: Pick<Scene, 'board' | 'online'>,
  actor: Pick<Actor, 'kind'> & { personId?: PersonId },
  permission: Permission,
): boolean => {
  const worn = hatsOf(scene.board, scene.online, actor)
  return hats.some((hat, column) => worn.has(hat) && matrix[permission][column] !== 'no')
}
