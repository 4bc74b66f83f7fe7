import type { PersonId } from '@clairiere/ritual'
import { TokenBucket } from './token-bucket.ts'

/** 60 messages a second, bursts of 300; 512 KiB a second, bursts of 8 MiB (a long time offline comes at once). */
const MESSAGES = { burst: 300, perSecond: 60 }
const BYTES = { burst: 8 * 1024 * 1024, perSecond: 512 * 1024 }
/** Bytes of the document given in answer to a state vector, or a sixteenth of the document where one had to be encoded: each made-up one costs that, however little it is given. And a phone of twenty people asks for it twenty times. */
const ANSWERS = { burst: 64 * 1024 * 1024, perSecond: 2 * 1024 * 1024 }
/** States of presence that are shown to everybody [sync.md 4.20]; past it they are left out, and nobody is hung up for it. */
const PRESENCE = { burst: 100, perSecond: 20 }
/** Bytes of facts, as the log keeps them: they stay in everybody's document, and no guard weighs them. Why so much: docs/decisions/what-one-person-may-record.md */
const FACTS = { burst: 1024 * 1024, perMinute: 16 * 1024 }
/** What words cost besides their bytes, as a tick weighs it: cuts, deletes, conflicts. 500 places written to in an hour offline are a thirtieth of the burst. */
const WORK = { burst: 8 * 1024 * 1024, perSecond: 64 * 1024 }
/** Whoever has made so much work that nothing is left rests until there is this much again. */
const RESTED = 512 * 1024

/** What one person may send over all their sockets together. `rateLimits` multiplies it. */
export class Budget {
  readonly #messages: TokenBucket
  readonly #bytes: TokenBucket
  readonly #answers: TokenBucket
  readonly #presence: TokenBucket
  readonly #facts: TokenBucket
  readonly #largestFacts: number
  readonly #work: TokenBucket
  #isResting = false

  /** `now`: the machine's time, ms. */
  constructor(now: number, rateLimits: number) {
    this.#messages = new TokenBucket(MESSAGES.burst * rateLimits, MESSAGES.perSecond * rateLimits, now)
    this.#bytes = new TokenBucket(BYTES.burst * rateLimits, BYTES.perSecond * rateLimits, now)
    this.#answers = new TokenBucket(ANSWERS.burst * rateLimits, ANSWERS.perSecond * rateLimits, now)
    this.#presence = new TokenBucket(PRESENCE.burst * rateLimits, PRESENCE.perSecond * rateLimits, now)
    this.#largestFacts = FACTS.burst * rateLimits
    this.#facts = new TokenBucket(this.#largestFacts, (FACTS.perMinute * rateLimits) / 60, now)
    this.#work = new TokenBucket(WORK.burst * rateLimits, WORK.perSecond * rateLimits, now)
  }

  /** Takes one message of so many bytes. False: too much. */
  take(bytes: number, now: number): boolean {
    return this.#messages.take(1, now) && this.#bytes.take(bytes, now)
  }

  /** Takes one state of presence. False: it is left out. */
  show(now: number): boolean {
    return this.#presence.take(1, now)
  }

  /** False: they have asked for the document too often; it is not even encoded. */
  mayAsk(now: number): boolean {
    return this.#answers.has(1, now)
  }

  /** Takes so many bytes of facts. False: they have recorded too much for now; a smaller act may still pass. What a whole hall confided, revealed at once, passes a full budget. */
  record(bytes: number, now: number): boolean {
    return this.#facts.take(Math.min(bytes, this.#largestFacts), now)
  }

  /** Their words made too much work: what they write stays on their devices for a while. */
  get isResting(): boolean {
    return this.#isResting
  }

  /** Their words made so much work. */
  worked(weight: number, now: number): void {
    this.#work.spend(weight, now)
    this.#isResting ||= !this.#work.has(0, now)
  }

  /** Whether they need not rest, or have rested. */
  hasRested(now: number): boolean {
    this.#isResting &&= !this.#work.has(RESTED, now)
    return !this.#isResting
  }

  /** So much of the document was given. */
  answered(bytes: number, now: number): void {
    this.#answers.spend(bytes, now)
  }
}

/**
 * The budgets of a room, one a person whatever they open: a second tab or a reconnection brings nothing more [sync.md 4.20]. They last as long as
 * the room, for the few hundred people its board can name.
 */
export class Budgets {
  readonly #byPerson = new Map<PersonId, Budget>()
  readonly #now: () => number
  readonly #rateLimits: number

  constructor({ now, rateLimits }: { readonly now: () => number; readonly rateLimits: number }) {
    this.#now = now
    this.#rateLimits = rateLimits
  }

  /**
   * What a socket draws from: its person's budget, and that of `host`, the first person of the device they share. So a device that
   * holds twenty people sends no more than a device of one.
   */
  of(personId: PersonId, host: PersonId | null): readonly Budget[] {
    const own = this.#budget(personId)
    return host === null || host === personId ? [own] : [own, this.#budget(host)]
  }

  #budget(personId: PersonId): Budget {
    let budget = this.#byPerson.get(personId)
    if (budget === undefined) this.#byPerson.set(personId, (budget = new Budget(this.#now(), this.#rateLimits)))
    return budget
  }
}
