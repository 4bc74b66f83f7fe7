import { expect, test } from 'vitest'
import { Connection, type Wire } from './connection.ts'

const KIB = 1024

/** A network that takes what it is told to, and no more. */
class Network implements Wire {
  bufferedBytes = 0
  closed: number | null = null

  write(frames: readonly Uint8Array[]): void {
    for (const frame of frames) this.bufferedBytes += frame.length
  }

  takes(bytes: number): void {
    this.bufferedBytes = Math.max(0, this.bufferedBytes - bytes)
  }

  close(code: number): void {
    this.closed = code
  }
}

function reader() {
  const network = new Network()
  const connection = new Connection({ personId: 'ada', speaksMore: true }, 1, network, { now: () => 0, budgets: [] })
  const sends = (bytes: number): void => {
    connection.send(new Uint8Array(bytes))
    connection.flush()
  }
  return { network, connection, sends }
}

test('one large frame makes nobody slow who takes it, whatever follows while it is under way', () => {
  const { network, connection, sends } = reader()
  for (let times = 0; times < 3; times++) {
    sends(440 * KIB)
    for (let turn = 0; turn < 40; turn++) {
      network.takes(12 * KIB)
      sends(100)
    }
    expect([connection.isSlow, network.closed]).toEqual([false, null])
    network.takes(440 * KIB)
  }
})

test('whoever takes nothing is slow when as much has piled up behind that frame, and is given no second allowance for it', () => {
  const { network, connection, sends } = reader()
  sends(440 * KIB)
  let behind = 0
  for (; !connection.isSlow && behind < 1000; behind += 4) sends(4 * KIB)
  expect(behind).toBe(260)
  network.takes(network.bufferedBytes)
  expect(connection.hasDrained()).toBe(true)
  sends(300 * KIB)
  expect(connection.isSlow, 'it has drained, and is as good as any').toBe(false)
})

test('a document of more than is kept for a stuck reader reaches one who reads; asked for twice before it was taken, it does not', () => {
  const { network, sends } = reader()
  sends(6 * KIB * KIB)
  sends(100)
  expect(network.closed).toBeNull()
  network.takes(6 * KIB * KIB)
  sends(6 * KIB * KIB)
  sends(6 * KIB * KIB)
  expect(network.closed).toBe(1013)
})
