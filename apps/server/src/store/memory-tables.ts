import type { MetaChange, PastGeneration, SecretRow, SecretsMatch, Seq } from './store.ts'
import type { EntryKind, EntryRow, GenerationRow, LogPart, LogRow, MeetingRow, Shelf, SnapshotRow, Tables } from './tables.ts'

type Held<T> = Map<string, T & { readonly shelf: Shelf }>
type Claimed = MeetingRow & { readonly epoch: number }

/**
 * Rows in Maps, for tests and for trying things out. `inTransaction` takes back every change when what it runs throws, so that a failure
 * between two writes leaves what a rolled-back disk would leave.
 */
export class MemoryTables implements Tables {
  #starts = 0
  #isClosedWell = true
  #undo: (() => void)[] = []
  readonly #before: (step: string) => void
  readonly #meetings = new Map<string, Claimed>()
  readonly #generations = new Map<string, GenerationRow>()
  readonly #log: Held<LogRow> = new Map()
  readonly #snapshots: Held<SnapshotRow & { readonly isVerified: boolean }> = new Map()
  readonly #entries: Held<EntryRow> = new Map()
  readonly #minutes = new Map<string, { meeting: string; version: number; record: Uint8Array }>()
  readonly #secrets = new Map<string, SecretRow>()

  constructor(before: (step: string) => void = () => {}) {
    this.#before = before
  }

  inTransaction(run: () => void): void {
    this.#undo = []
    try {
      run()
    } catch (fault) {
      for (const takeBack of this.#undo.toReversed()) takeBack()
      throw fault
    }
  }

  start(): { starts: number; wasClosedWell: boolean } {
    const wasClosedWell = this.#isClosedWell
    this.#starts += 1
    this.#isClosedWell = false
    return { starts: this.#starts, wasClosedWell }
  }

  markClosedWell(): void {
    this.#isClosedWell = true
  }

  probe(): void {
    this.#before('probe')
  }

  insertMeeting(id: string, meta: string, seq: Seq): boolean {
    if (this.#meetings.has(id)) return false
    this.#put(this.#meetings, id, { id, meta, generation: 1, seq, isGoing: false, epoch: 0 })
    return true
  }

  meeting(id: string): MeetingRow | null {
    const row = this.#meetings.get(id)
    return row === undefined ? null : { ...row, seq: this.#headOf(row) }
  }

  meetings(): MeetingRow[] {
    return [...this.#meetings.keys()].toSorted().flatMap((id) => this.meeting(id) ?? [])
  }

  changeMeta(id: string, change: MetaChange): string | null {
    const row = this.#meetings.get(id)
    if (row === undefined) return null
    const meta = change(row.meta)
    this.#change(id, () => true, { meta })
    return meta
  }

  claim(id: string, epoch: number): boolean {
    return this.#change(id, (row) => row.epoch <= epoch && !row.isGoing, { epoch })
  }

  holds(id: string, epoch: number): boolean {
    return this.#meetings.get(id)?.epoch === epoch
  }

  setSeq(id: string, epoch: number, seq: Seq): boolean {
    return this.#change(id, (row) => row.epoch === epoch, { seq })
  }

  setGeneration(id: string, epoch: number, generation: number): boolean {
    return this.#change(id, (row) => row.epoch === epoch, { generation })
  }

  markGoing(id: string): boolean {
    return this.#change(id, () => true, { isGoing: true })
  }

  deleteMeeting(id: string): void {
    for (const [key, row] of this.#generations) if (row.meeting === id) this.#drop(this.#generations, key)
    for (const [key, row] of this.#minutes) if (row.meeting === id) this.#drop(this.#minutes, key)
    this.deleteSecrets({ meetingId: id })
    this.#drop(this.#meetings, id)
  }

  insertGeneration(row: Omit<GenerationRow, 'state' | 'stateVector'>): void {
    this.#put(this.#generations, keyOf({ meeting: row.meeting, generation: row.n }), { ...row, state: 'live', stateVector: null })
  }

  setGenerationState(shelf: Shelf, state: GenerationRow['state'], stateVector: Uint8Array | null): void {
    const row = this.generation(shelf)
    if (row === null) return
    const seed = state === 'live' ? row.seed : null
    this.#put(this.#generations, keyOf(shelf), { ...row, state, seed, stateVector: stateVector ?? row.stateVector })
  }

  generation(shelf: Shelf): GenerationRow | null {
    return this.#generations.get(keyOf(shelf)) ?? null
  }

  generations(): GenerationRow[] {
    return [...this.#generations.values()]
  }

  pastGenerations(meeting: string): PastGeneration[] {
    return this.generations()
      .flatMap((row) => (row.meeting === meeting && row.stateVector !== null ? [{ generation: row.n, stateVector: row.stateVector }] : []))
      .toSorted((a, b) => a.generation - b.generation)
  }

  insertLog(shelf: Shelf, row: LogRow): void {
    this.#put(this.#log, keyOf(shelf, row.part, row.seq), { ...row, shelf })
  }

  appendLog(shelf: Shelf, epoch: number, row: LogRow): boolean {
    if (!this.holds(shelf.meeting, epoch)) return false
    this.insertLog(shelf, row)
    return true
  }

  log(shelf: Shelf, part: LogPart, after: Seq): LogRow[] {
    const rows = of(this.#log, shelf).filter((row) => row.part === part && row.seq > after)
    return rows.toSorted((a, b) => a.seq - b.seq)
  }

  insertSnapshot(shelf: Shelf, row: SnapshotRow, isVerified: boolean): void {
    this.#put(this.#snapshots, keyOf(shelf, row.upto), { ...row, shelf, isVerified })
  }

  snapshots(shelf: Shelf): SnapshotRow[] {
    const verified = of(this.#snapshots, shelf).filter((row) => row.isVerified)
    return verified.toSorted((a, b) => b.upto - a.upto)
  }

  snapshot(shelf: Shelf, upto: Seq): SnapshotRow | null {
    return this.#snapshots.get(keyOf(shelf, upto)) ?? null
  }

  confirmSnapshot(shelf: Shelf, upto: Seq): void {
    const row = this.#snapshots.get(keyOf(shelf, upto))
    if (row !== undefined) this.#put(this.#snapshots, keyOf(shelf, upto), { ...row, isVerified: true })
    const older = this.snapshots(shelf)[1]?.upto
    if (older === undefined) return
    for (const held of of(this.#snapshots, shelf)) if (held.upto < older) this.#drop(this.#snapshots, keyOf(shelf, held.upto))
    for (const held of of(this.#log, shelf)) {
      if (held.part === 'update' && held.seq <= older) this.#drop(this.#log, keyOf(shelf, held.part, held.seq))
    }
  }

  deleteSnapshot(shelf: Shelf, upto: Seq): void {
    this.#drop(this.#snapshots, keyOf(shelf, upto))
  }

  putEntry(shelf: Shelf, row: EntryRow): void {
    this.#put(this.#entries, keyOf(shelf, row.kind, row.name), { ...row, shelf })
  }

  deleteEntry(shelf: Shelf, kind: EntryKind, name: string): void {
    this.#drop(this.#entries, keyOf(shelf, kind, name))
  }

  entries(shelf: Shelf): EntryRow[] {
    return of(this.#entries, shelf).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  }

  sweep(shelf: Shelf, limit: number): number {
    let swept = 0
    for (const rows of [this.#log, this.#entries, this.#snapshots] as Held<unknown>[]) {
      for (const [key, row] of rows) {
        if (swept === limit || row.shelf.meeting !== shelf.meeting || row.shelf.generation !== shelf.generation) continue
        this.#drop(rows, key)
        swept += 1
      }
    }
    return swept
  }

  putMinutes(meeting: string, version: number, record: Uint8Array): void {
    this.#put(this.#minutes, JSON.stringify([meeting, version]), { meeting, version, record })
  }

  deleteMinutesBefore(meeting: string, version: number): void {
    for (const [key, row] of this.#minutes) if (row.meeting === meeting && row.version < version) this.#drop(this.#minutes, key)
  }

  minutes(meeting: string, version: number): Uint8Array | null {
    return this.#minutes.get(JSON.stringify([meeting, version]))?.record ?? null
  }

  versions(meeting: string): number[] {
    const own = [...this.#minutes.values()].filter((row) => row.meeting === meeting)
    return own.map((row) => row.version).toSorted((a, b) => a - b)
  }

  putSecret(row: SecretRow): void {
    this.#put(this.#secrets, JSON.stringify([row.kind, row.hash, row.meetingId, row.subject]), { ...row })
  }

  secrets(kind: string, hash: string, meetingId?: string): SecretRow[] {
    const rows = [...this.#secrets.values()].filter(
      (row) => row.kind === kind && row.hash === hash && (meetingId === undefined || row.meetingId === meetingId),
    )
    return rows.toSorted((a, b) => (a.meetingId + a.subject < b.meetingId + b.subject ? -1 : 1))
  }

  deleteSecrets(match: SecretsMatch): void {
    for (const [key, row] of this.#secrets) {
      const isMeant = (['meetingId', 'kind', 'subject', 'hash'] as const).every(
        (field) => match[field] === undefined || match[field] === row[field],
      )
      if (isMeant) this.#drop(this.#secrets, key)
    }
  }

  deleteExpiredSecrets(now: number): void {
    for (const [key, row] of this.#secrets) if (row.expiresAt !== null && row.expiresAt <= now) this.#drop(this.#secrets, key)
  }

  #change(id: string, isMeant: (row: Claimed) => boolean, change: Partial<Claimed>): boolean {
    const row = this.#meetings.get(id)
    if (row === undefined || !isMeant(row)) return false
    this.#put(this.#meetings, id, { ...row, ...change })
    return true
  }

  /** Where a meeting stands, told by its rows. */
  #headOf({ id, generation, seq }: MeetingRow): Seq {
    const shelf: Shelf = { meeting: id, generation }
    return Math.max(seq, ...of(this.#log, shelf).map((row) => row.seq), ...of(this.#snapshots, shelf).map((row) => row.upto))
  }

  #put<T>(rows: Map<string, T>, key: string, row: T): void {
    this.#before('put a row')
    const last = rows.get(key)
    this.#undo.push(() => (last === undefined ? rows.delete(key) : rows.set(key, last)))
    rows.set(key, row)
  }

  #drop<T>(rows: Map<string, T>, key: string): void {
    this.#before('drop a row')
    const last = rows.get(key)
    if (last === undefined) return
    this.#undo.push(() => rows.set(key, last))
    rows.delete(key)
  }
}

function keyOf({ meeting, generation }: Shelf, ...parts: readonly (string | number)[]): string {
  return JSON.stringify([meeting, generation, ...parts])
}

function of<T>(rows: Held<T>, { meeting, generation }: Shelf): (T & { readonly shelf: Shelf })[] {
  return [...rows.values()].filter((row) => row.shelf.meeting === meeting && row.shelf.generation === generation)
}
