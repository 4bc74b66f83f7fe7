/** What tabs of one person tell each other: a document was replaced, or a piece of one put back. */
export type News = 'replaced' | 'settled'

/** Tells this person's other tabs in the same browser, and hears from them. Never carries words: every tab has them from the server, which judges them. */
export class TabNews {
  readonly #channel: BroadcastChannel | null

  constructor(meetingId: string, personId: string, onNews: (news: News) => void) {
    this.#channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(`clairiere:${meetingId}:${personId}`) : null
    if (this.#channel)
      this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => (data === 'replaced' || data === 'settled') && onNews(data)
  }

  say(news: News): void {
    this.#channel?.postMessage(news)
  }

  end(): void {
    this.#channel?.close()
  }
}
