import { actionJudges } from './actions/judge.ts'
import type { Act, ActOf, ActType } from './acts.ts'
import { adviceJudges } from './advice/judge.ts'
import { agendaJudges } from './agenda/judge.ts'
import { entitySections, type PublicBoard } from './board.ts'
import { circulationJudges } from './circulation/judge.ts'
import { closingJudges } from './closing/judge.ts'
import { correctionJudges } from './corrections/judge.ts'
import { decisionJudges } from './decisions/judge.ts'
import { feedbackJudges } from './feedback/judge.ts'
import { floorJudges } from './floor/judge.ts'
import type { Id } from './ids.ts'
import { allowsNow } from './lifecycle.ts'
import { meetingJudges } from './meeting/judge.ts'
import { noteJudges } from './notes/judge.ts'
import { peopleJudges } from './people/judge.ts'
import { permit } from './permissions/permit.ts'
import { refuse, type Outcome } from './refusal.ts'
import { reviewJudges } from './reviews/judge.ts'
import { roleJudges } from './roles/judge.ts'
import { roundJudges } from './rounds/judge.ts'
import type { Actor, Judge, Scene, Verdict } from './scene.ts'
import { signalJudges } from './signals/judge.ts'
import { transmissionJudges } from './transmissions/judge.ts'
import { weatherJudges } from './weather/judge.ts'

const judges: { [T in ActType]: Judge<ActOf<T>> } = {
  ...meetingJudges,
  ...peopleJudges,
  ...roleJudges,
  ...roundJudges,
  ...weatherJudges,
  ...agendaJudges,
  ...noteJudges,
  ...floorJudges,
  ...signalJudges,
  ...decisionJudges,
  ...reviewJudges,
  ...adviceJudges,
  ...circulationJudges,
  ...feedbackJudges,
  ...actionJudges,
  ...closingJudges,
  ...transmissionJudges,
  ...correctionJudges,
}

const decide = <T extends ActType>(type: T, scene: Scene, actor: Actor, act: ActOf<T>): Outcome<Verdict> => judges[type](scene, actor, act)

/**
 * An act's id is the id of what it makes, and ids stand on the board for everyone to read: under one of them nothing is made anew, be it a copy of
 * one's own or an attempt on what is another's [contract § Acts].
 */
const isTaken = (board: PublicBoard, id: Id): boolean =>
  entitySections.some((section) => Object.hasOwn(board[section], id)) || has(board.closing.words, id) || isWithin(board, id)

const has = (said: readonly { id: Id }[] | undefined, id: Id): boolean => said?.some((one) => one.id === id) === true

/** What people have said on an item or a decision stands inside it. */
const isWithin = ({ advice, decisions }: PublicBoard, id: Id): boolean =>
  Object.values(advice).some(({ asked, given }) => has(asked, id) || has(given, id)) ||
  Object.values(decisions).some(({ objections, concerns, improvements, interests, commitments }) =>
    [objections, concerns, improvements, interests, commitments].some((said) => has(said, id)),
  )

/**
 * Judges one act: the status of the meeting, then who may, then the area's own rule. Pure: the same scene gives the same answer on a device and on the
 * server; a refusal is an answer and changes nothing.
 */
export const judge = (scene: Scene, actor: Actor, act: Act): Outcome<Verdict> => {
  if (actor.kind === 'person' && !scene.board.people[actor.personId]) return refuse('unknown-person')
  if (isTaken(scene.board, actor.actId)) return refuse('already-there')
  const now = allowsNow(scene.board, act, scene.now)
  if (!now.ok) return now
  const permitted = permit(scene, actor, act)
  return permitted.ok ? decide(act.type, scene, actor, act) : permitted
}
