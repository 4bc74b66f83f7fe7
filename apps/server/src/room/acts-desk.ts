import {
  applyFact,
  judge,
  parseAct,
  refuse,
  unreadWhispers,
  type Actor,
  type ConfidenceChange,
  type Fact,
  type Id,
  type OrgId,
  type PersonId,
  type Scene,
  type Stamp,
  type Verdict,
} from '@clairiere/ritual'
import type { RoomCore } from './core.ts'
import { TokenBucket } from './token-bucket.ts'
import type { ActAnswer } from './first-answers.ts'
import { isToldOn } from './told-on.ts'

/** Who asks: a person of the meeting, or a structure through its inbox. */
export type Asker = { readonly kind: 'person'; readonly personId: PersonId } | { readonly kind: 'contact'; readonly org: OrgId }

/** An act as it came: its id, and what is still to be parsed. */
export interface Request {
  readonly id: Id
  readonly act: { readonly type: string; readonly [field: string]: unknown }
}

/** [architecture § Forgetting] an unsigned whisper arrives so long after it was sent, at random: its hour says nothing about its author. */
const WHISPER_DELAY_MS = { least: 3_000, most: 15_000 }

/** Turns the generation; false when the disk has no room, and then nothing happened. */
export type Sealer = (facts: readonly Fact[], stamp: Stamp) => Promise<boolean>

/** Where acts are judged, for HTTP and the socket alike. One at a time, and the answer waits for the disk. */
export class ActsDesk {
  readonly #core: RoomCore
  readonly #seal: Sealer
  readonly #delivered: () => void
  /** Whispers on their way; they fall with the room, and with the end of the live meeting. */
  readonly #underWay = new Set<() => void>()
  readonly #whispers = new Map<string, TokenBucket>()

  /** `delivered`: an unsigned whisper has arrived. */
  constructor(core: RoomCore, seal: Sealer, delivered: () => void) {
    this.#core = core
    this.#seal = seal
    this.#delivered = delivered
  }

  /** Whispers that have not arrived yet. */
  get isDelivering(): boolean {
    return this.#underWay.size > 0
  }

  /** Judges and writes; resolves when the answer may be given. Nothing is awaited before the write. */
  async perform(asker: Asker, request: Request): Promise<ActAnswer> {
    const answer = await this.#perform(asker, request)
    this.#core.means.watch.acted?.(answer.ok)
    return answer
  }

  #perform(asker: Asker, request: Request): Promise<ActAnswer> {
    const { answers, means } = this.#core
    const actor = nameOf(asker)
    const first = answers.find(request.id, actor)
    if (first === 'other') return Promise.resolve(refuse('already-there'))
    // It may not be synced yet: the repeated answer takes its place behind the first.
    if (first !== null) return first.ok ? this.#later(first) : Promise.resolve(first)
    const act = parseAct(request.act)
    if (!act.ok) return Promise.resolve(act)
    if (means.store.state !== 'saving') return Promise.resolve(refuse('not-saving'))
    if (act.value.type === 'whisper' && !this.#mayWhisper(actor)) return Promise.resolve(refuse('too-many'))
    let madeIds = 0
    const judged = judge(
      this.#scene(),
      {
        ...asker,
        actId: request.id,
        randomId: () => {
          madeIds++
          return means.newId()
        },
      } satisfies Actor,
      act.value,
    )
    if (!judged.ok) {
      answers.rememberRefusal(request.id, actor, judged)
      return Promise.resolve(judged)
    }
    if (this.#makesVersion(judged.value.facts)) return this.#sealBy(asker, request.id, judged.value)
    const encoded = JSON.stringify(judged.value.facts)
    if (!this.#mayRecord(asker, judged.value.facts, encoded)) return Promise.resolve(refuse('too-many'))
    return this.#write(asker, request.id, { ...judged.value, encoded }, madeIds > 0)
  }

  /** The room goes: nothing arrives any more. */
  stop(): void {
    for (const callOff of this.#underWay) callOff()
    this.#underWay.clear()
  }

  /** [§2.5-16] The live meeting is over: whispers and level-1 signals are destroyed, those on their way too. */
  purge(): void {
    this.stop()
    const { confidences } = this.#core
    if (!confidences.holdsMemoryOnly) return
    confidences.dropMemoryOnly()
    this.#core.disclose()
  }

  /** [§4.2] What was confided to a mood-watch that has gone is not inherited: it goes, and each author's device is told. */
  dropUnread(): void {
    const { board, confidences } = this.#core
    const unread = unreadWhispers(board, confidences.secrets)
    if (unread) this.#core.write(unread)
  }

  /** [§4.8] a whisper is a hint, not a stream: three at once, then one in three minutes and a bit. */
  #mayWhisper(actor: string): boolean {
    const now = this.#core.means.clock.now()
    const bucket = this.#whispers.get(actor) ?? new TokenBucket(3, 3 / 600, now)
    this.#whispers.set(actor, bucket)
    return bucket.take(1, now)
  }

  /** Facts stay in the document, which has room for a few megabytes of everybody's: nobody fills it alone in an evening. */
  #mayRecord(asker: Asker, facts: readonly Fact[], encoded: string): boolean {
    if (asker.kind !== 'person' || facts.length === 0) return true
    const { budgets, means } = this.#core
    const bytes = Buffer.byteLength(encoded)
    return budgets.of(asker.personId, null).every((budget) => budget.record(bytes, means.now()))
  }

  /** The second key, or a correction of sealed minutes: either fixes a new version of the record. */
  #makesVersion(facts: readonly Fact[]): boolean {
    const { board, means } = this.#core
    const stamp = { at: new Date(means.clock.now()).toISOString() }
    const { status, minutesVersion } = facts.reduce((next, fact) => applyFact(next, { fact, stamp }), board).meeting
    return status === 'sealed' && minutesVersion > board.meeting.minutesVersion
  }

  async #sealBy(asker: Asker, actId: Id, { facts }: Verdict): Promise<ActAnswer> {
    const { means, answers, journal } = this.#core
    const at = new Date(means.clock.now()).toISOString()
    const sealed = await this.#seal(facts, { at, act: actId, ...(asker.kind === 'person' && { by: asker.personId }) })
    if (!sealed) return refuse('not-saving')
    const answer: ActAnswer = { ok: true, facts, seq: journal.seq }
    answers.remember(actId, nameOf(asker), answer)
    return answer
  }

  #scene(): Scene {
    const { board, state, confidences, online, means } = this.#core
    return {
      board,
      words: state.words,
      secrets: confidences.secrets,
      online,
      now: new Date(means.clock.now()).toISOString(),
      knowsAll: true,
    }
  }

  #write(asker: Asker, actId: Id, verdict: Verdict & { readonly encoded: string }, isAnonymous: boolean): Promise<ActAnswer> {
    const { answers, journal, means, meetingId } = this.#core
    const { facts, encoded, result } = verdict
    const now = this.#holdBackWhispers(verdict.confidences)
    const answer: ActAnswer = {
      ok: true,
      facts,
      ...(facts.length > 0 && { seq: journal.seq + 1 }),
      ...(result !== undefined && { result }),
    }
    // What was said in confidence or unsigned leaves no trace of its author in the table of answers.
    const isWritten = facts.length > 0 && !isAnonymous && verdict.unsigned !== true
    if (!isWritten) answers.remember(actId, nameOf(asker), answer)
    return new Promise((resolve) => {
      this.#core.write(
        {
          facts,
          encoded,
          confidences: now,
          unsigned: isAnonymous || verdict.unsigned === true,
          ...(asker.kind === 'person' && { by: asker.personId }),
          act: actId,
          ...(isWritten && { answer: answers.write(actId, nameOf(asker), answer) }),
          ...(isToldOn(facts) && { debts: [means.owes(meetingId)] }),
        },
        () => resolve(answer),
      )
      if (this.#core.board.meeting.status !== 'live') this.purge()
    })
  }

  #later(answer: ActAnswer): Promise<ActAnswer> {
    return new Promise((resolve) => {
      this.#core.append({}, 'synced', () => resolve(answer))
      this.#core.audience.flush()
    })
  }

  /** Takes new unsigned whispers out of the changes and lets them arrive in their own time; returns the rest. */
  #holdBackWhispers(changes: readonly ConfidenceChange[]): readonly ConfidenceChange[] {
    const { confidences, means } = this.#core
    return changes.filter((change) => {
      if (!('put' in change) || change.put.kind !== 'whisper' || change.put.personId !== undefined) return true
      const whisper = change.put
      if (confidences.secrets.one('whisper', whisper.subject) !== undefined) return true
      const { least, most } = WHISPER_DELAY_MS
      const callOff = means.clock.after(least + means.random() * (most - least), () => {
        this.#underWay.delete(callOff)
        // Closed meanwhile, for everyone: the text is kept by nobody.
        if (this.#core.board.meeting.whispersClosed) return
        const at = new Date(means.clock.now()).toISOString()
        this.#core.write({ facts: [], confidences: [{ put: { ...whisper, at } }] })
        this.#delivered()
        this.#core.audience.flush()
      })
      this.#underWay.add(callOff)
      return false
    })
  }
}

const nameOf = (asker: Asker): string => (asker.kind === 'person' ? asker.personId : `contact:${asker.org}`)
