/** Of the frames a provider sends, those that the server's `saved` message counts: SyncStep2 (`0 1 …`) and Update (`0 2 …`) [contract § Socket]. */
export const kindOfFrame = (frame: Uint8Array): 'step2' | 'update' | null => {
  if (frame[0] !== 0) return null
  return frame[1] === 1 ? 'step2' : frame[1] === 2 ? 'update' : null
}

const bytesOf = (data: unknown): Uint8Array | null => {
  if (data instanceof Uint8Array) return data
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  return null
}

/** A WebSocket class for one provider, telling of every frame it sends and of every new socket, whose count starts at 0. */
export const countingSocket = (onSocket: () => void, onSent: (frame: Uint8Array) => void): typeof WebSocket =>
  class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      onSocket()
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      const frame = bytesOf(data)
      if (frame) onSent(frame)
    }
  }
