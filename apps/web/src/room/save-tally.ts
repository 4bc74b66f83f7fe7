/**
 * What this person wrote and how far it is with the server, by the frames of one socket after the other. The server says how many SyncStep2 and Update messages of
 * the socket are synced; an edit counts as saved only when every frame that may carry it is, and one made while no socket was open only after the SyncStep2 that
 * carries it [contract § Socket, message 100].
 */
export class SaveTally {
  /** Own changes since the last moment when everything was saved. */
  unsaved = 0
  #sent = 0
  #counted = 0
  /** Own changes that no frame of this socket has carried. */
  #uncarried = 0

  /** What an earlier opening of the page had not got saved; to be said before the first socket. */
  leftBefore(count: number): void {
    this.unsaved += count
    this.#uncarried += count
  }

  /** True when all frames were counted and nothing is left that no frame carries. Before the first frame nothing is known, hence false. */
  get allSaved(): boolean {
    return this.#sent > 0 && this.#counted >= this.#sent && this.#uncarried === 0
  }

  /** What was sent on an older socket may not have arrived: the next SyncStep2 carries it again. */
  socketMade(): void {
    this.#sent = 0
    this.#counted = 0
    this.#uncarried = this.unsaved
  }

  /** A SyncStep2 carries everything this device has; an Update one change. */
  frameSent(kind: 'step2' | 'update'): void {
    this.#sent += 1
    if (kind === 'step2') this.#uncarried = 0
  }

  /** `isCarried`: its Update went out on an open socket just now. */
  edited(isCarried: boolean): void {
    this.unsaved += 1
    if (!isCarried) this.#uncarried += 1
  }

  /** The server's count. It only grows; a smaller one is of an older socket. */
  counted(count: number): void {
    this.#counted = Math.max(this.#counted, count)
    if (this.allSaved) this.unsaved = 0
  }
}
