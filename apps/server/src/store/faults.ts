/** The store takes no write for want of room on the disk, and this one was not queued for later: answer 503. */
export class NotSaving extends Error {
  override readonly name = 'NotSaving'
}

/** Nothing since the last good sync counts and nothing more is taken: the process has to exit. */
export class StoreBroken extends Error {
  override readonly name = 'StoreBroken'
}

/** The meeting was claimed by a later start; this writer is a ghost. */
export class StaleEpoch extends Error {
  override readonly name = 'StaleEpoch'
  readonly meetingId: string

  constructor(meetingId: string) {
    super(`another start has claimed meeting ${meetingId}`)
    this.meetingId = meetingId
  }
}

/** The meeting is open, and one journal at a time may write. */
export class AlreadyOpen extends Error {
  override readonly name = 'AlreadyOpen'
}

/** Not the moment to write: sealing goes on, or the journal was released. */
export class JournalFrozen extends Error {
  override readonly name = 'JournalFrozen'
}

/** A key is gone or a row does not open: the meeting is not given out with a hole in it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}
