import type { ActOf } from '../acts.ts'
import type { PublicBoard } from '../board.ts'
import { improvementsTold } from '../closing/improvements.ts'
import { countRoti } from '../closing/roti.ts'
import { addDays, dayOf } from '../days.ts'
import type { Fact } from '../facts.ts'
import { given } from '../fields.ts'
import type { PersonId } from '../ids.ts'
import { participants, SMALL_CIRCLE_MAX } from '../permissions/circle-size.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { RoleId } from '../roles/ids.ts'
import type { Actor, Judge, Scene, Verdict } from '../scene.ts'
import { facts, whoActs } from '../verdict.ts'

const REOPEN_WITHIN_MS = 30 * 24 * 60 * 60 * 1000

/** Who is still awaited with their « c’est bon »: those who stayed to the end and have a device to say it with. */
export const awaitedInReview = (board: PublicBoard): readonly PersonId[] =>
  participants(board).filter((id) => {
    const person = board.people[id]
    return person?.presence !== 'left' && person?.device !== 'none' && !board.meeting.reviewAgreed.includes(id)
  })

type Turned = PublicBoard['meeting']['keys'][number]
type Key = Extract<RoleId, 'facilitator' | 'scribe'>

/** Which of the two keys a person may turn: facilitation and its relay one, the scribe and their pair the other [§2.5-22]. */
const keysOf = (board: PublicBoard, personId: PersonId): readonly Key[] => {
  const { facilitator, scribe } = board.roles
  const held: Key[] = []
  if (facilitator?.holders.includes(personId) || facilitator?.backups.includes(personId)) held.push('facilitator')
  if (scribe?.holders.includes(personId) || scribe?.pairs.includes(personId)) held.push('scribe')
  return held
}

/** A small circle, or one in which a single person held both roles, has no two keys by role: any two of its people turn them [§4.7]. */
const anyTwo = (board: PublicBoard): boolean => {
  const people = participants(board)
  return people.length <= SMALL_CIRCLE_MAX || people.filter((id) => keysOf(board, id).length > 0).length < 2
}

const together = (board: PublicBoard, first: PersonId, second: PersonId): boolean => {
  if (anyTwo(board)) return true
  const [mine, theirs] = [keysOf(board, second), keysOf(board, first)]
  return mine.some((key) => theirs.some((other) => other !== key))
}

const turnKeys = (
  scene: Scene,
  actor: Actor,
  { what, reason }: { what: 'seal' | 'reopen'; reason?: string },
  done: (by: readonly PersonId[], first: Turned) => readonly Fact[],
): Outcome<Verdict> => {
  const { board } = scene
  const personId = whoActs(actor)
  const first = board.meeting.keys.find((key) => key.for === what)
  if (first && first.personId !== personId && together(board, first.personId, personId))
    return facts(...done([first.personId, personId], first))
  if (first) return refuse('second-key-needed', { turned: first.role ?? 'anyone' })
  return facts({
    type: 'key-turned',
    role: anyTwo(board) ? null : (keysOf(board, personId)[0] ?? null),
    personId,
    for: what,
    ...given({ reason }),
  })
}

/** Sealing by two people: the review over or agreed by all, no correction pending; the ROTI is counted one last time, as far as that tells nobody's number [§2.4.1]. */
export const judgeSeal: Judge<ActOf<'seal'>> = (scene, actor) => {
  const { board, now } = scene
  const pending = Object.values(board.corrections).filter((correction) => correction.status === 'asked')
  if (pending.length > 0) return refuse('corrections-pending', { corrections: pending.map((correction) => correction.id) })
  const { reviewUntil, timezone } = board.meeting
  const isOver = reviewUntil === undefined || dayOf(now, timezone) > reviewUntil
  const awaited = isOver ? [] : awaitedInReview(board)
  if (awaited.length > 0) return refuse('review-running', { until: reviewUntil ?? '', people: awaited })
  // Answers died with the first generation: a version after a reopening keeps the distribution it had.
  const recounted = board.meeting.minutesVersion === 0 ? countRoti(scene) : []
  return turnKeys(scene, actor, { what: 'seal' }, (by) => [
    ...recounted,
    ...improvementsTold(scene, actor).facts,
    { type: 'meeting-sealed', by },
  ])
}

export const judgeReopen: Judge<ActOf<'reopen'>> = (scene, actor, { reason }) => {
  const { board, now } = scene
  const { sealedAt, timezone, reviewDays } = board.meeting
  if (sealedAt === undefined || Date.parse(now) - Date.parse(sealedAt) > REOPEN_WITHIN_MS) return refuse('too-late')
  // Each turns a key for a reason of their own [§4.10].
  return turnKeys(scene, actor, { what: 'reopen', reason }, (_by, first) => [
    {
      type: 'meeting-reopened',
      reasons: [...new Set([...(first.reason === undefined ? [] : [first.reason]), reason])],
      reviewUntil: addDays(dayOf(now, timezone), reviewDays),
    },
  ])
}
