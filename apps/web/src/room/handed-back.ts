import { paths } from '@clairiere/ritual'
import { callApi, fetchBytes } from './api.ts'
import type { Identity } from './identity.ts'
import type { Notices } from './notices.ts'
import type { putBack } from './put-back.ts'
import type { Recovered, Recovery } from './recovery.ts'
import type { Replica } from './replica.ts'
import { rootKind } from './root-kind.ts'

/** The end of an older generation is asked for again after so long, then after twice as long, so many times. Ms. */
const AGAIN_MS = 2_000
const TIMES = 6

/** What the list of handed back pieces needs of the room around it. */
export interface Around {
  replica(): Replica
  /** True while the document is being replaced: what is written into it now is in no copy. */
  isReplacing(): boolean
  /** The page was left: nobody reads a list. */
  isOver(): boolean
  identity(): Identity
  /** Resolves when this replica holds the server's document, by whichever road. */
  whole(replica: Replica): Promise<void>
  settled(): void
  notices: Notices
}

/** What a recovery handed back, and what its owner does with each piece. */
export class HandedBack {
  readonly #recovery: Recovery
  readonly #around: Around
  #again: ReturnType<typeof setTimeout> | undefined

  constructor(recovery: Recovery, around: Around) {
    this.#recovery = recovery
    this.#around = around
  }

  /** Also after a reload in the middle of a recovery: what was kept is listed as soon as there is something to measure it by. */
  async list(times = 0): Promise<void> {
    clearTimeout(this.#again)
    if (this.#around.isOver()) return
    await this.#recovery.load()
    const replica = this.#around.replica()
    const { meetingId, personId, generation } = this.#around.identity()
    const isAll = await this.#recovery.compareWith({ doc: replica.doc, generation, synced: this.#around.whole(replica) }, (older) =>
      fetchBytes(paths.generation(meetingId, older), personId),
    )
    if (isAll || times === TIMES || replica !== this.#around.replica()) return
    this.#again = setTimeout(() => void this.list(times + 1), AGAIN_MS * 2 ** times)
  }

  /** Puts one piece back as new words of this person; not into a document that is about to go. `put` comes with the list of pieces, which few first screens need. */
  putBack(recovered: Recovered, put: typeof putBack): boolean {
    if (this.#around.isReplacing()) return false
    const done = put(this.#around.replica().doc, recovered.piece, rootKind)
    if (done) void this.settle(recovered)
    return done
  }

  /** A piece is put back, sent on or given up, for every tab. */
  async settle(recovered: Recovered): Promise<void> {
    await this.#recovery.settle(recovered)
    this.#around.settled()
  }

  /** Sends what had not arrived to the scribe as a late contribution, where the minutes are sealed. A refusal is said here; `silent` is for the caller to say. */
  async sendLate(text: string): Promise<'sent' | 'refused' | 'silent'> {
    const { meetingId, personId } = this.#around.identity()
    const answer = await callApi('POST', paths.late(meetingId), { text }, { as: personId })
    if (answer.ok) return 'sent'
    if (!answer.message) return 'silent'
    this.#around.notices.say({ tone: 'refused', message: answer.message })
    return 'refused'
  }
}
