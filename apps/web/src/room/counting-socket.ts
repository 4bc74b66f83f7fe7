/** Counts the sync messages a provider sends: SyncStep2 (`0 1 …`) and Update (`0 2 …`), as the server's `saved` message does [contract § Socket]. */
export const countsTowardsSaved = (frame: Uint8Array): boolean => frame[0] === 0 && (frame[1] === 1 || frame[1] === 2)

const bytesOf = (data: unknown): Uint8Array | null => {
  if (data instanceof Uint8Array) return data
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  return null
}

/** A WebSocket class for one provider, telling of every frame it sends and of every new socket, whose count starts at 0. */
export const countingSocket = (onOpenSocket: () => void, onSent: (frame: Uint8Array) => void): typeof WebSocket =>
  class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      onOpenSocket()
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      const frame = bytesOf(data)
      if (frame) onSent(frame)
    }
  }
