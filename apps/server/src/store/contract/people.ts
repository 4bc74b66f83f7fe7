import type { JournalListener, Mark, OpenedMeeting, Sealing, Seed, Store, Tick } from '../store.ts'

export const emptySeed: Seed = { board: '{"title":"réunion"}', update: null }

export function bytes(words: string): Uint8Array {
  return new TextEncoder().encode(words)
}

export function text(read: Uint8Array | null | undefined): string | null {
  return read === null || read === undefined ? null : new TextDecoder().decode(read)
}

/** What a room would hear. */
export class Hearing implements JournalListener {
  readonly committedMarks: Mark[] = []
  readonly syncedMarks: Mark[] = []
  lostTo: unknown = null

  committed(mark: Mark): void {
    this.committedMarks.push(mark)
  }

  synced(mark: Mark): void {
    this.syncedMarks.push(mark)
  }

  lost(fault: unknown): void {
    this.lostTo = fault
  }
}

/** Opens a meeting, making it first if it is not there. */
export async function attend(store: Store, meetingId = 'm1', hearing = new Hearing()): Promise<OpenedMeeting> {
  if ((await store.meeting(meetingId)) === null) await store.createMeeting({ meetingId, meta: '{}', seed: emptySeed })
  const opened = await store.open(meetingId, hearing)
  if (opened === null) throw new Error('the meeting was just made')
  return opened
}

/** Appends and waits for the disk. */
export async function say(store: Store, opened: OpenedMeeting, ...ticks: readonly Tick[]): Promise<void> {
  const marks = ticks.map((tick) => opened.journal.append(tick).mark)
  await store.synced(Math.max(...marks))
}

/** Puts the meeting down, so that it can be opened again. */
export async function reopen(store: Store, opened: OpenedMeeting): Promise<OpenedMeeting> {
  opened.journal.release()
  return attend(store, opened.journal.meetingId)
}

export const firstSeal: Sealing = {
  minutes: { version: 1, record: bytes('le compte-rendu, version 1') },
  seed: { board: '{"phase":"sealed"}', update: bytes('sealed document') },
  finalStateVector: bytes('final state'),
  meta: () => '{"sealed":1}',
}

/** A word of every kind, all of which sealing must make unreadable, but late words. */
export const fullTick: Tick = {
  update: bytes('update: une phrase confidentielle de la note'),
  facts: '["fact: la météo de Ben"]',
  owners: [{ clientId: 7, person: 'person-ben' }],
  answers: [{ actId: 'act-1', answer: '{"ok":true}' }],
  confidences: [{ kind: 'weather-words', person: 'person-ben', subject: 'opening', payload: 'confidence: un peu de brume' }],
}
