import { closeCodes, type Fact, type Stamp } from '@clairiere/ritual'
import { NotSaving } from '../store/faults.ts'
import type { MetaChange, OpenedMeeting } from '../store/store.ts'
import type { RoomCore } from './core.ts'
import type { Door } from './door.ts'
import { readAgain } from './rebuilding.ts'
import { forget, seal } from './sealing.ts'
import type { SocketDesk } from './socket-desk.ts'
import type { WordsDesk } from './words-desk.ts'
import type { Piece } from './words-tick.ts'

/** What a room does with its door shut: it changes its document for another, by sealing, by forgetting, or because it cannot be trusted any more. */
export class Turning {
  readonly #core: RoomCore
  readonly #door: Door
  readonly #sockets: SocketDesk

  constructor(core: RoomCore, door: Door, sockets: SocketDesk) {
    this.#core = core
    this.#door = door
    this.#sockets = sockets
  }

  /** False: the disk has no room, and nothing happened. */
  seal(facts: readonly Fact[], stamp: Stamp): Promise<boolean> {
    return this.#turn(() => seal(this.#core, facts, stamp))
  }

  /** [§2.5-24] Nobody sealed in time: what was said in the circle dies with its key. */
  forget(meta: MetaChange): Promise<boolean> {
    return this.#turn(() => forget(this.#core, meta))
  }

  /** A tick did what was not foreseen. False: the log could not be read either, and the room is lost to this process. */
  async readAgain(words: WordsDesk, pieces: readonly Piece[], fault: unknown, open: () => Promise<OpenedMeeting | null>): Promise<boolean> {
    const { log, watch } = this.#core.means
    const { meetingId } = this.#core
    watch.readAgain?.()
    log.error('words did what was not foreseen: the room is read again from its log', { meetingId }, fault)
    const openDoor = this.#door.shut()
    try {
      await readAgain(this.#core, words, pieces, open)
      return true
    } catch (second) {
      log.error('the room could not be read again', { meetingId }, second)
      this.#core.audience.hangUp(closeCodes.restart, 'come back')
      words.stop()
      return false
    } finally {
      openDoor()
    }
  }

  async #turn(turn: () => Promise<void>): Promise<boolean> {
    const openDoor = this.#door.shut()
    try {
      await turn()
      return true
    } catch (fault) {
      if (fault instanceof NotSaving) return false // the answer of a full disk, not a fault
      throw fault
    } finally {
      openDoor()
      // after the answer has been told to whoever turned the second key
      setImmediate(() => this.#sendBackOlder())
    }
  }

  #sendBackOlder(): void {
    const { audience, journal } = this.#core
    for (const connection of audience) if (connection.generation !== journal.generation) this.#sockets.sendBack(connection)
  }
}
