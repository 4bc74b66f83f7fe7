import type { ActInput } from './acts.ts'
import { clockFacts } from './clock-facts.ts'
import type { Board } from './board.ts'
import type { Confidence } from './confidences/entities.ts'
import { SecretBox } from './confidences/secrets.ts'
import { confidenceViews } from './confidences/views.ts'
import { recordFacts, type Fact, type RecordedFact } from './facts.ts'
import { applyFact, fold } from './fold.ts'
import type { Id, Instant, OrgId, PersonId } from './ids.ts'
import { judge } from './judge.ts'
import { previousOf } from './previous.ts'
import { refuse, type Outcome, type RefusalCode } from './refusal.ts'
import type { Actor, Scene, Verdict } from './scene.ts'
import { newBoard, type NewMeeting, type NewMeetingInput, NewMeetingSchema } from './seed.ts'
import { absenceFacts, arrivalFacts, AWAY_AFTER_MS, judgeJoin, type Joining } from './system.ts'
import { unreadWhispers } from './signals/unread.ts'
import { heardOf, type FormerNews } from './transmissions/former-news.ts'
import { parseAct } from './wire.ts'
import * as v from 'valibot'

type Answer = Outcome<Verdict>

/**
 * A meeting in one process, for tests: people around one board do things, go away and come back, on a clock that only the test moves. It plays the server's
 * part (judges, folds, keeps confidences) without its rooms, disk and wire. Ids are readable and repeatable.
 */
export class Circle {
  readonly seed: Board
  readonly events: RecordedFact[] = []
  readonly secrets = new SecretBox()
  readonly online = new Set<PersonId>()
  words: Record<string, number> = {}
  board: Board
  readonly #silentSince = new Map<PersonId, Instant>()
  #now: number
  #acts = 0
  #randoms = 0

  /**
   * `id`: where two meetings of a line are to be told apart. `followed`: the former meeting is one of the same server, which tells on what its structures answer; `former`:
   * this is that one, and what it leaves is all known here.
   */
  constructor(
    input: NewMeetingInput,
    now: Instant = '2026-12-03T16:50:00.000Z',
    { followed = false, id = 'circle', former }: { followed?: boolean; id?: string; former?: Board } = {},
  ) {
    const { previous, ...rest } = v.parse(NewMeetingSchema, input)
    const isTold = previous !== undefined && !('meetingId' in previous || 'minutes' in previous)
    const told = former ? previousOf(former) : isTold ? previous : undefined
    const known = told ? { previous: { ...told, ...((followed || former) && { followed: true as const }) } } : {}
    this.#now = Date.parse(now)
    this.seed = newBoard({ ...rest, ...known } satisfies NewMeeting, { id, now })
    this.board = this.seed
  }

  get now(): Instant {
    return new Date(this.#now).toISOString()
  }
  /** Moves the clock: an instant, or minutes from now. Never backwards; what falls due on the way comes at its own time. */
  at(time: Instant | number): this {
    const to = Math.max(this.#now, typeof time === 'number' ? this.#now + time * 60_000 : Date.parse(time))
    for (let next = this.#heedClock(); next !== null && next <= to; next = this.#heedClock()) this.#now = next
    this.#now = to
    return this
  }

  /** What a rule sees: all on the server, or as on one person’s device, which holds what the server shows them. */
  scene(asDeviceOf?: PersonId): Scene {
    const secrets = asDeviceOf === undefined ? this.secrets : new SecretBox(this.#shownTo(asDeviceOf))
    return {
      board: this.board,
      words: this.words,
      secrets,
      online: new Set(this.online),
      now: this.now,
      knowsAll: asDeviceOf === undefined,
    }
  }

  joins(name: string, more: Partial<Joining> = {}): PersonId {
    const joining: Joining = {
      personId: name,
      name,
      voices: [],
      standing: 'decider',
      device: 'phone',
      remote: false,
      newcomer: false,
      host: false,
      ...more,
    }
    const facts = judgeJoin(this.board, joining)
    if (!facts.ok) throw new Error(`${name} could not join: ${facts.refused}`)
    this.#record(facts.value, undefined)
    return joining.personId
  }
  arrives(...people: readonly PersonId[]): this {
    for (const personId of people) {
      this.online.add(personId)
      this.#silentSince.delete(personId)
      this.#record(arrivalFacts(this.board, personId), undefined)
    }
    return this
  }
  /** What became of a former meeting's decisions reaches this one. */
  hears(news: FormerNews): void {
    this.#record(heardOf(this.board, news), undefined)
  }
  /** The device falls silent; nothing changes yet on the board. */
  loses(personId: PersonId): this {
    this.online.delete(personId)
    this.#silentSince.set(personId, this.now)
    return this
  }
  /** Two minutes of silence, after which the server says that the person is away. */
  isAway(personId: PersonId): this {
    const lastSign = this.now
    this.loses(personId).at(AWAY_AFTER_MS / 60_000)
    this.#record(absenceFacts(this.board, personId, lastSign), undefined)
    return this
  }

  /** One act of one person, judged and, if let through, folded. The answer's act id is in `lastId`. */
  does(personId: PersonId, act: ActInput, more: { actId?: Id } = {}): Answer {
    return this.#act({ kind: 'person', personId, ...this.#ids(more.actId) }, act)
  }
  receives(org: OrgId, act: ActInput): Answer {
    return this.#act({ kind: 'contact', org, ...this.#ids() }, act)
  }
  /** As `does`, and fails the test when it is refused. Gives the act's id, which is the id of what it makes. */
  did(personId: PersonId, act: ActInput, more: { actId?: Id } = {}): Id {
    const answer = this.does(personId, act, more)
    if (!answer.ok) throw new Error(`${personId} ${act.type}: ${answer.refused} ${JSON.stringify(answer.detail ?? {})}`)
    return this.lastId
  }
  /** Texts of one kind of confidence that the server shows this person. */
  sees(personId: PersonId, kind: Confidence['kind']): readonly unknown[] {
    return this.#shownTo(personId).flatMap((held) => (held.kind === kind && 'text' in held.payload ? [held.payload.text] : []))
  }
  /** The code of a refusal, or `undefined` when it is let through. */
  refusal(personId: PersonId, act: ActInput): RefusalCode | undefined {
    const answer = this.does(personId, act)
    return answer.ok ? undefined : answer.refused
  }
  lastId: Id = ''

  /** The board folded again from the seed: must always be the board. */
  refolded(): Board {
    return fold(this.seed, this.events)
  }

  /** What the device of one person holds: the confidences that the server shows it. */
  #shownTo(reader: PersonId): readonly Confidence[] {
    const views = confidenceViews(this.board, this.secrets, reader, this.online)
    return views.filter(({ kind, payload }) => kind !== 'answered' && payload !== null) as unknown as readonly Confidence[]
  }

  #ids(actId?: Id): { actId: Id; randomId: () => Id } {
    this.lastId = actId ?? `01ACT${String(++this.#acts).padStart(21, '0')}`
    return { actId: this.lastId, randomId: () => `R${String(++this.#randoms).padStart(25, '0')}` }
  }

  /** What the server's clock does: records what is due and says when to look again. */
  #heedClock(): number | null {
    for (;;) {
      const unread = unreadWhispers(this.board, this.secrets)
      if (unread) {
        this.secrets.apply(unread.confidences)
        this.#record(unread.facts, undefined)
      }
      const { facts, next } = clockFacts(this.board, { online: this.online, silentSince: this.#silentSince }, this.now)
      if (facts.length === 0) return next
      this.#record(facts, undefined)
    }
  }

  #act(actor: Actor, input: ActInput): Answer {
    const act = parseAct(input)
    if (!act.ok) return refuse(act.refused, act.detail)
    const answer = judge(this.scene(), actor, act.value)
    if (answer.ok) {
      this.secrets.apply(answer.value.confidences)
      this.#record(answer.value.facts, answer.value.unsigned ? undefined : actor)
      this.#heedClock()
    }
    return answer
  }

  #record(facts: readonly Fact[], actor: Actor | undefined): void {
    for (const event of recordFacts(facts, this.now, actor?.kind === 'person' ? { by: actor.personId, act: actor.actId } : undefined)) {
      this.events.push(event)
      this.board = applyFact(this.board, event)
    }
  }
}

/** A live meeting of these people, the first of whom facilitates and the second keeps the mood. */
export const circle = (...names: readonly string[]): Circle => {
  const c = new Circle({ title: 'Réunion', purpose: 'Se parler', scheduledStart: '2026-12-03T17:00:00Z' })
  for (const [index, name] of names.entries()) {
    c.joins(name, { host: index === 0 })
    c.arrives(name)
  }
  const [first, second] = names
  if (first !== undefined) c.did(first, { type: 'claim-role', role: 'facilitator' })
  if (second !== undefined) c.did(second, { type: 'claim-role', role: 'moodWatcher' })
  c.at('2026-12-03T17:00:00Z')
  if (first !== undefined && names.length > 1) c.did(first, { type: 'open' })
  return c
}
