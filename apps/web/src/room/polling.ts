import { documentHeaders, paths, type ConfidenceView } from '@clairiere/ritual'
import { callApi } from './api.ts'

/** So many sockets in a row must come to nothing before HTTP is asked. */
const AFTER = 2
const EVERY_MS = 2_500
const EVERY_HIDDEN_MS = 20_000

/** What a poll brings. */
export interface Polled {
  /** What the document holds that we do not have; null when nothing came. */
  update: Uint8Array | null
  now: string
  confidences: { complete: boolean; views: readonly ConfidenceView[] }
}

export interface PollingMeans {
  address(): { meetingId: string; personId: string; generation: number; vector: Uint8Array }
  took(polled: Polled): Promise<void> | void
  /** The document is of an older generation, or the person is not known any more. */
  refused(error: string): void
  changed(): void
}

const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Where a network lets no WebSocket through but answers HTTP: the board and everyone's words by asking again and again. One's own words wait for a socket. */
export class Polling {
  /** HTTP answered the last time it was asked. */
  answers = false
  readonly #means: PollingMeans
  #timer: ReturnType<typeof setTimeout> | undefined
  #isAsking = false
  #isOn = false
  /** One more each time the document or the road is another: an answer that was asked for before is not taken. */
  #turn = 0
  #unopened = 0
  #seq: number | null = null
  #cursor: string | undefined

  constructor(means: PollingMeans) {
    this.#means = means
  }

  /** `unopened`: sockets in a row that came to nothing; 0 once one is open. */
  heed(unopened: number): void {
    const isNew = unopened !== this.#unopened
    this.#unopened = unopened
    if (unopened >= AFTER) {
      this.#isOn = true
      // Asked anew with every socket that fails, not with every letter typed meanwhile.
      if (isNew && !this.answers) this.now()
    } else if (unopened === 0 && this.#isOn) this.end()
  }

  /** Asks at once: an act was just answered, or the page is in front again. */
  now(): void {
    if (!this.#isOn) return
    clearTimeout(this.#timer)
    void this.#ask()
  }

  /** A document of another generation or place is asked for whole. */
  end(): void {
    this.#isOn = false
    this.#turn += 1
    this.#unopened = 0
    this.#isAsking = false
    this.#seq = null
    this.#cursor = undefined
    clearTimeout(this.#timer)
    this.#say(false)
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) return
    this.#isAsking = true
    const turn = this.#turn
    const answered = await this.#askOnce(turn).catch(() => false)
    if (turn !== this.#turn) return
    this.#isAsking = false
    this.#say(answered)
    // Where HTTP is silent too it is the network that is gone: the next socket that fails asks again.
    if (answered) this.#timer = setTimeout(() => void this.#ask(), document.visibilityState === 'hidden' ? EVERY_HIDDEN_MS : EVERY_MS)
  }

  /** False: no answer of our server. */
  async #askOnce(turn: number): Promise<boolean> {
    const { meetingId, personId, generation, vector } = this.#means.address()
    const known = base64url(vector)
    const path = paths.document(meetingId, { gen: generation, seq: this.#seq, ...(known.length < 6_000 && { vector: known }) })
    const response = await fetch(`${path}&as=${encodeURIComponent(personId)}`, {
      credentials: 'same-origin',
      signal: AbortSignal.timeout(10_000),
    })
    if (turn !== this.#turn) return true
    if (!response.ok) {
      const { error } = (await response.json()) as { error?: unknown }
      if (typeof error !== 'string') return false
      if (error === 'unknown-person' || error === 'no-such-meeting') this.#means.refused(error)
      return error === 'too-many' || error === 'not-saving'
    }
    if (Number(response.headers.get(documentHeaders.generation)) > generation) {
      this.#means.refused('moved-on')
      return true
    }
    // A hotel's page that asks for a room number is no answer of ours.
    const seq = response.headers.get(documentHeaders.seq)
    if (seq === null) return false
    const update = response.status === 204 ? null : new Uint8Array(await response.arrayBuffer())
    const heard = await callApi<{ cursor: string; complete: boolean; confidences: ConfidenceView[] }>(
      'GET',
      paths.confidences(meetingId, this.#cursor),
      undefined,
      { as: personId },
    )
    if (turn !== this.#turn) return true
    this.#seq = Number(seq)
    if (heard.ok) this.#cursor = heard.value.cursor
    await this.#means.took({
      update,
      now: response.headers.get(documentHeaders.now) ?? '',
      confidences: heard.ok ? { complete: heard.value.complete, views: heard.value.confidences } : { complete: false, views: [] },
    })
    return true
  }

  #say(answers: boolean): void {
    if (answers === this.answers) return
    this.answers = answers
    this.#means.changed()
  }
}
