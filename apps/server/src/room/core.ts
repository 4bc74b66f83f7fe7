import { isUnsigned, type Board, type ConfidenceChange, type ConfidenceView, type Fact, type PersonId, type Stamp } from '@clairiere/ritual'
import type { Answer as AnswerRow, Journal, Mark, OpenedMeeting, Owner, Receipt, SecretRow, Tick } from '../store/store.ts'
import { Audience } from './audience.ts'
import type { Connection } from './connection.ts'
import { Budgets } from './budget.ts'
import { Confidences } from './confidences.ts'
import { Departures } from './departures.ts'
import { FirstAnswers } from './first-answers.ts'
import { MeetingState, writeLogged } from './meeting-state.ts'
import { readStateVector, updateFrame } from './protocol.ts'
import type { RoomMeans } from './room-means.ts'

/** What was judged and now is to be: public facts, confidences, or both. */
export interface Change {
  readonly facts: readonly Fact[]
  /** The facts as JSON, where they were encoded already. */
  readonly encoded?: string
  readonly confidences: readonly ConfidenceChange[]
  /** Who did it through which act; kept out of the log when a fact is unsigned. */
  readonly by?: PersonId
  readonly act?: string
  /** Judged so by the ritual, whatever its facts look like. */
  readonly unsigned?: boolean
  /** The act's first answer, to be stored with it. */
  readonly answer?: AnswerRow
  /** What else is to be there as surely as the facts: that others are still to be told of them. */
  readonly debts?: readonly SecretRow[]
}

/** In a room where frames come faster than this (ms), « saved » leaves with the next of them, and after so long by itself. */
const COMPANY_MS = 60
/** With fewer sockets there is no such company: a device is not sent its own words. */
const MIN_COMPANY = 3

/**
 * The heart of a room: its state, its log and its way out. Every change of the room passes `append`, and what shows it leaves in the order of the log.
 * It judges nothing and knows neither sockets nor acts.
 */
export class RoomCore {
  readonly meetingId: string
  readonly means: RoomMeans
  readonly audience: Audience
  readonly budgets: Budgets
  readonly confidences: Confidences
  readonly answers: FirstAnswers
  readonly departures = new Departures()
  /** Called when a relay is about to leave: what can ride with it is queued now, so that each socket is written to once. */
  beforeRelay: () => void = () => {}
  readonly #online: () => ReadonlySet<PersonId>
  #journal: Journal
  #state: MeetingState
  #past: OpenedMeeting['past']
  #lastMark: Mark = 0
  #lastUpdate = -Infinity
  #isBusy = false
  #relayMs = 0
  #callOffTelling: (() => void) | null = null
  #unsavedSince: number | null = null
  /** By person, until which mark the ids they were last given are not synced as theirs. */
  readonly #owning = new Map<PersonId, Mark>()

  /** `online`: who has a device here now. */
  constructor(opened: OpenedMeeting, means: RoomMeans, online: () => ReadonlySet<PersonId>) {
    this.meetingId = opened.journal.meetingId
    this.means = means
    this.#online = online
    this.#journal = opened.journal
    this.audience = new Audience(means.now)
    this.budgets = new Budgets(means)
    this.confidences = new Confidences(opened.confidences, (views) => means.watch.disclosed?.(views))
    this.answers = new FirstAnswers(opened.answers)
    this.#past = opened.past
    this.#state = new MeetingState(opened, idsOf(opened.past), () => this.means.watch.encoded?.())
    this.#repair()
  }

  get state(): MeetingState {
    return this.#state
  }

  get board(): Board {
    return this.#state.board
  }

  get journal(): Journal {
    return this.#journal
  }

  /** How each generation before this one ended. */
  get past(): OpenedMeeting['past'] {
    return this.#past
  }

  get online(): ReadonlySet<PersonId> {
    return this.#online()
  }

  /** Since when (machine's ms) a write waits for a sync, by the latest sync; null: none does. */
  get unsavedSince(): number | null {
    return this.#unsavedSince
  }

  /** The latest write: what shows all that is here waits for it. */
  get lastMark(): Mark {
    return this.#lastMark
  }

  /** The one way in. `leave` is called when the tick may be seen, after everything before it. An empty tick only takes its place in the order. */
  append(tick: Tick, wait: 'committed' | 'synced', leave: (receipt: Receipt) => void): Receipt {
    const isEmpty = isNothing(tick)
    const receipt = isEmpty ? { seq: this.#journal.seq, mark: this.#lastMark } : this.#journal.append(tick)
    this.#lastMark = receipt.mark
    if (!isEmpty) this.#unsavedSince ??= this.means.now()
    if (tick.update !== undefined) this.#noteRhythm()
    if (wait === 'synced') this.means.store.hurry(receipt.mark)
    this.departures.add(wait, receipt.mark, () => leave(receipt))
    return receipt
  }

  /** Keeps whose a client id is that only shows so far: what comes under it leaves once that is synced (`isOwning`). */
  own(owner: Owner): void {
    const { mark } = this.append({ owners: [owner] }, 'committed', () => {})
    this.#owning.set(owner.person, mark)
    this.means.store.hurry(mark)
  }

  /** An id was given to this person, and that is not synced yet. */
  isOwning(person: PersonId | null): boolean {
    if (person === null || this.#owning.size === 0) return false // on the way of every keystroke
    return (this.#owning.get(person) ?? 0) > this.departures.syncedMark
  }

  /** Resolves when all that was written so far is synced. */
  settled(): Promise<void> {
    return new Promise((resolve) => void this.append({}, 'synced', () => resolve()))
  }

  /** Folds facts in, keeps confidences, and tells everyone once it is synced: a fact is a tick of its own. */
  write(change: Change, leave: (receipt: Receipt) => void = () => {}): Receipt {
    const { facts } = change
    const stamp = this.#stampOf(change)
    const update = facts.length > 0 ? this.#state.apply(facts, stamp) : null
    const rows = this.confidences.apply(change.confidences)
    const disclosures = this.#tidings()
    const tick: Tick = {
      ...(facts.length > 0 && { facts: writeLogged(stamp, change.encoded ?? JSON.stringify(facts)) }),
      ...(update !== null && { update }),
      ...(rows.length > 0 && { confidences: rows }),
      ...(change.answer !== undefined && { answers: [change.answer] }),
      ...(change.debts !== undefined && { secrets: change.debts }),
    }
    return this.append(tick, 'synced', (receipt) => {
      if (update !== null) this.audience.publish(updateFrame(update))
      for (const say of disclosures) say()
      leave(receipt)
    })
  }

  /** Somebody came or went, or much was forgotten: what everyone may read can change with it. */
  disclose(): void {
    this.#tell(this.#tidings())
  }

  /** A device has just come: it is told all that its person may read. */
  discloseAllTo(connection: Connection): void {
    if (connection.speaksMore)
      this.#tell(sayTo(connection, this.confidences.all(this.board, this.online, connection.personId, connection.shown)))
  }

  committed(mark: Mark): void {
    const started = this.means.now()
    this.beforeRelay()
    this.departures.committed(mark)
    this.audience.flush()
    if (this.#callOffTelling !== null && !this.audience.hasUntold) this.#stopTelling()
    this.#relayMs += this.means.now() - started
  }

  /** What relays took since the last call, in ms. */
  takeRelayMs(): number {
    const ms = this.#relayMs
    this.#relayMs = 0
    return ms
  }

  synced(mark: Mark): void {
    this.departures.synced(mark)
    for (const [person, owned] of this.#owning) if (owned <= mark) this.#owning.delete(person)
    // What was written since is younger than this sync: its age begins here at the latest.
    this.#unsavedSince = mark >= this.#lastMark ? null : this.means.now()
    this.audience.flush()
    this.tellSaved()
  }

  /** Tells devices what of theirs is synced: at once in a quiet room, else in the write that is about to leave anyway. */
  tellSaved(): void {
    if (!this.audience.synced(this.departures.syncedMark)) return
    if (!this.#isBusy) return this.audience.tellSaved()
    this.#callOffTelling ??= this.means.after(COMPANY_MS, () => {
      this.#stopTelling()
      this.audience.tellSaved()
    })
  }

  /** The room leaves the memory. */
  stop(): void {
    this.#stopTelling()
    this.#state.destroy()
  }

  /** Takes the place of a state that is over or no longer to be trusted. `journal` is another one after a new opening. */
  replace(opened: Pick<OpenedMeeting, 'journal' | 'seed' | 'snapshot' | 'updates' | 'events' | 'owners' | 'past'>): void {
    this.#state.destroy()
    this.#journal = opened.journal
    this.#past = opened.past
    this.#state = new MeetingState(opened, idsOf(opened.past), () => this.means.watch.encoded?.())
    this.#repair()
  }

  #stopTelling(): void {
    this.#callOffTelling?.()
    this.#callOffTelling = null
  }

  #noteRhythm(): void {
    const now = this.means.now()
    this.#isBusy = this.audience.size >= MIN_COMPANY && now - this.#lastUpdate < COMPANY_MS
    this.#lastUpdate = now
  }

  #repair(): void {
    const update = this.#state.repairProjection()
    if (update !== null) this.append({ update }, 'committed', () => this.audience.publish(updateFrame(update)))
  }

  #stampOf({ facts, by, act, unsigned = false }: Change): Stamp {
    const at = new Date(this.means.clock.now()).toISOString()
    if (unsigned || facts.some(isUnsigned)) return { at }
    return { at, ...(by !== undefined && { by }), ...(act !== undefined && { act }) }
  }

  #tell(says: readonly (() => void)[]): void {
    if (says.length > 0) this.append({}, 'synced', () => says.forEach((say) => say()))
  }

  /** What each device has to be told, fixed now and said later: what is shown is what stood when it was written. */
  #tidings(): readonly (() => void)[] {
    const tidings = this.confidences.tidings(this.board, this.online)
    if (tidings === null) return []
    return [...this.audience].flatMap((connection) =>
      connection.speaksMore ? sayTo(connection, tidings(connection.personId, connection.shown)) : [],
    )
  }
}

const sayTo = (connection: Connection, confidences: readonly ConfidenceView[]): readonly (() => void)[] =>
  confidences.length > 0 ? [() => connection.tell({ confidences })] : []

/** The client ids that past generations ended with: a device that names one holds an older document. */
function idsOf(past: OpenedMeeting['past']): ReadonlySet<number> {
  return new Set(past.flatMap(({ stateVector }) => [...(readStateVector(stateVector) ?? new Map<number, number>()).keys()]))
}

/** Every part by name: this is on the way of every keystroke. */
function isNothing({ update, facts, owners, answers, confidences, late, secrets }: Tick): boolean {
  const isBare = (part: readonly unknown[] | undefined): boolean => part === undefined || part.length === 0
  return (
    update === undefined &&
    facts === undefined &&
    isBare(owners) &&
    isBare(answers) &&
    isBare(confidences) &&
    isBare(late) &&
    isBare(secrets)
  )
}
