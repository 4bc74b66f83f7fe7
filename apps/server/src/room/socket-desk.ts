import { safeParse } from 'valibot'
import { ClientMessageSchema, closeCodes, type ClientMessage, type PersonId } from '@clairiere/ritual'
import type { Connection } from './connection.ts'
import type { RoomCore } from './core.ts'
import { presenceMs } from './pace.ts'
import { Presence } from './presence.ts'
import { isHeavy, startWave } from './presence-wave.ts'
import { awarenessFrame, readFrame, type Frame } from './protocol.ts'
import type { WordsDesk } from './words-desk.ts'

/** Ours, before the hard limit of the socket: there the client would send the same again and again. */
const MAX_FRAME_BYTES = 1024 * 1024
/** A device keeps a document of some thousand ids; what it declares stays in memory as long as its socket. */
const MAX_DECLARED = 10_000
/** Someone whose network flickers does not blink on every screen. */
const PRESENCE_GRACE_MS = 3_000

export type ActRequest = Extract<ClientMessage, { act: unknown }>['act']

/** Reads what sockets send and hands it on; answers the sync protocol; carries presence. */
export class SocketDesk {
  readonly #core: RoomCore
  readonly #words: WordsDesk
  readonly #onAct: (connection: Connection, request: ActRequest) => void
  readonly #presence: Presence
  #callOffPresence: (() => void) | null = null
  #presenceDue = 0

  constructor(core: RoomCore, words: WordsDesk, onAct: (connection: Connection, request: ActRequest) => void) {
    this.#core = core
    this.#words = words
    this.#onAct = onAct
    this.#presence = new Presence(
      (personId) => ({ id: personId, name: core.board.people[personId]?.name ?? '' }),
      (clientId, personId) => this.#claim(clientId, personId),
    )
    core.beforeRelay = () => this.#ride()
  }

  /** One frame from outside. */
  receive(connection: Connection, bytes: Uint8Array): void {
    if (!connection.isOpen) return
    // It is about to be sent back; what it still says is of a document that is over.
    if (connection.generation !== this.#core.journal.generation) return
    if (bytes.length > MAX_FRAME_BYTES) return connection.hangUp(closeCodes.tooLarge, 'too large')
    if (!connection.admits(bytes)) return connection.hangUp(closeCodes.tooMany, 'too many')
    const frame = readFrame(bytes)
    if (frame === null) return connection.hangUp(closeCodes.badFrame, 'bad frame')
    this.#take(connection, frame)
    connection.flush()
  }

  /** Its document is of an older generation: the one recovery of the web app begins. */
  sendBack(connection: Connection): void {
    this.#core.means.watch.reset?.('generation')
    connection.tell({ reset: 'generation' })
    connection.hangUp(closeCodes.olderGeneration, 'older generation')
    this.#presence.leave(connection) // its carets are in another document, and a name in it may have been asked away since
    this.#showPresence()
  }

  /** It is gone, and after a moment its presence too. */
  left(connection: Connection): void {
    setTimeout(() => {
      this.#presence.leave(connection)
      this.#showPresence()
    }, PRESENCE_GRACE_MS).unref()
  }

  /** A slow socket has drained: all that it missed, in one piece. */
  catchUp(connection: Connection): void {
    const { wholeFrames } = this.#core.state
    this.#core.append({}, 'committed', () => wholeFrames.forEach((frame) => connection.send(frame)))
    connection.flush()
  }

  stop(): void {
    this.#callOffPresence?.()
  }

  #take(connection: Connection, frame: Frame): void {
    switch (frame.kind) {
      case 'step-1':
        return this.#answerStep1(connection, frame)
      case 'step-2':
        return this.#words.take(connection, 'step2', frame.update)
      case 'update':
        return this.#words.take(connection, 'update', frame.update)
      case 'awareness':
        this.#core.means.watch.presence?.('received')
        if (this.#presence.receive(connection, frame.entries, () => connection.mayShow())) this.#showPresence()
        return
      case 'query-awareness':
        return this.#answerQuery(connection)
      case 'message':
        return this.#read(connection, frame.json)
    }
  }

  /** The client is judged first: whoever holds an older document must not be told to send it. */
  #answerStep1(connection: Connection, { stateVector, encoded }: Extract<Frame, { kind: 'step-1' }>): void {
    const { state } = this.#core
    if (state.isPast(stateVector.keys())) return this.sendBack(connection)
    this.#words.run() // what others sent before is part of the answer
    const before = state.answerWork
    const answer = connection.given(
      () => (stateVector.size === 0 ? state.wholeFrames : [state.restFrame(encoded)]),
      () => state.answerWork - before,
    )
    if (answer === null) return connection.hangUp(closeCodes.tooMany, 'too many')
    const ours = state.step1Frame
    this.#core.append({}, 'committed', () => {
      for (const frame of answer) connection.send(frame)
      if (!connection.isFollowing) {
        connection.isFollowing = true
        connection.send(ours)
        connection.send(this.#presence.frame)
      }
      connection.flush()
    })
  }

  /** One byte asks for everybody: it counts as what it is answered. */
  #answerQuery(connection: Connection): void {
    const answer = connection.given(() => [this.#presence.frame])
    if (answer === null) return connection.hangUp(closeCodes.tooMany, 'too many')
    for (const frame of answer) connection.send(frame)
  }

  #read(connection: Connection, json: string): void {
    const parsed = safeParse(ClientMessageSchema, parseJson(json))
    if (!parsed.success) return connection.hangUp(closeCodes.badFrame, 'bad message')
    if ('act' in parsed.output) return this.#onAct(connection, parsed.output.act)
    connection.hasSaidHello = true
    this.#words.declare(connection, parsed.output.hello.clients)
    if (connection.declared.size > MAX_DECLARED) connection.hangUp(closeCodes.tooMany, 'too many')
  }

  #claim(clientId: number, person: PersonId): boolean {
    const { guard } = this.#core.state
    const isNew = guard.owner(clientId) === null
    if (!guard.claim(clientId, person)) return false
    if (isNew) this.#core.own({ clientId, person })
    return true
  }

  #showPresence(): void {
    if (!this.#presence.hasNews || this.#callOffPresence !== null) return
    const { now, after } = this.#core.means
    const ms = presenceMs(this.#core.audience.size)
    this.#presenceDue = now() + ms
    this.#callOffPresence = after(ms, () => {
      this.#sendPresence()
      this.#core.audience.flush()
    })
  }

  /** All is told: what changed meanwhile has waited for as long as a window lasts. */
  #presenceTold(): void {
    this.#callOffPresence = null
    if (!this.#presence.hasNews) return
    this.#sendPresence()
    this.#core.audience.flush()
  }

  /** Words are about to leave: presence that would soon follow goes with them. */
  #ride(): void {
    if (this.#callOffPresence !== null && this.#core.means.now() >= this.#presenceDue - presenceMs(this.#core.audience.size) / 2)
      this.#sendPresence()
  }

  #sendPresence(): void {
    this.#callOffPresence?.()
    this.#callOffPresence = null
    const { audience, means } = this.#core
    const frame = awarenessFrame(this.#presence.takeNews())
    means.watch.presence?.('shown')
    if (!isHeavy(frame, audience.size)) return audience.show(frame)
    this.#presenceDue = Infinity // nothing of it rides with words: they are to pass
    this.#callOffPresence = startWave(frame, {
      to: audience,
      ms: presenceMs(audience.size),
      after: means.after,
      done: () => this.#presenceTold(),
    })
  }
}

/** Undefined, which no schema takes, for what is not JSON. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
