import type { Connection } from './connection.ts'

/** What may be handed to the network at a stretch: a few milliseconds here, and as many where it is read. */
const PART_BYTES = 1024 * 1024

export interface WaveMeans {
  /** Everyone who is to be told, now. */
  readonly to: Iterable<Connection>
  /** Over how long (ms) it may last. */
  readonly ms: number
  /** Runs something in so many ms; what it returns calls that off. */
  readonly after: (ms: number, run: () => void) => () => void
  /** Everyone has been told. */
  readonly done: () => void
}

/** True: so much for so many that words which come meanwhile would wait behind it. */
export function isHeavy(frame: Uint8Array, sockets: number): boolean {
  return frame.length * sockets > PART_BYTES
}

/**
 * Tells a hall of hundreds who moved, some sockets at a time, spread over the window in which it would have been said at once: words find their way
 * between. Returns what calls the rest off.
 */
export function startWave(frame: Uint8Array, { to, ms, after, done }: WaveMeans): () => void {
  const left = [...to]
  const parts = Math.max(1, Math.ceil((frame.length * left.length) / PART_BYTES))
  const size = Math.ceil(left.length / parts)
  const tell = (): void => {
    for (const connection of left.splice(0, size)) {
      if (connection.isSlow) continue // presence is worth nothing a second later
      connection.send(frame)
      connection.flush()
    }
    if (left.length === 0) done()
    else callOff = after(ms / parts, tell)
  }
  let callOff = after(0, tell)
  return () => callOff()
}
