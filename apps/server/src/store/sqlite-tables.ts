import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { MetaChange, PastGeneration, SecretRow, SecretsMatch, Seq } from './store.ts'
import type { EntryKind, EntryRow, GenerationRow, LogPart, LogRow, MeetingRow, Shelf, SnapshotRow, Tables } from './tables.ts'

type Row = Record<string, unknown>
const FEW = 'LIMIT :few'
const APPEND = 'INSERT INTO log SELECT id, ?, ?, ?, ? FROM meeting WHERE id = ? AND epoch = ?'
const OF = 'meeting = :meeting AND generation = :generation'
/** Where a meeting stands: two steps into each tree. Writing it with every tick would be a page more in every transaction. */
const lastOf = (what: string, table: string, part = ''): string =>
  `COALESCE((SELECT MAX(${what}) FROM ${table} WHERE meeting = meeting.id AND generation = meeting.generation${part}), 0)`
const HEAD = `MAX(seq, ${lastOf('seq', 'log', " AND part = 'update'")}, ${lastOf('seq', 'log', " AND part = 'facts'")}, ${lastOf('upto', 'snapshot')}) AS head`

/** `before` is called ahead of every statement that writes: the seam where tests cut the power. */
export class SqliteTables implements Tables {
  readonly #db: DatabaseSync
  readonly #before: (step: string) => void
  readonly #prepared = new Map<string, StatementSync>()

  constructor(db: DatabaseSync, before: (step: string) => void = () => {}) {
    this.#db = db
    this.#before = before
  }

  start(): { starts: number; wasClosedWell: boolean } {
    const last = this.#one('SELECT starts, closed_well FROM server', {})
    this.#write('UPDATE server SET starts = starts + 1, closed_well = 0', {})
    return { starts: Number(last?.['starts']) + 1, wasClosedWell: last?.['closed_well'] === 1 }
  }

  markClosedWell(): void {
    this.#write('UPDATE server SET closed_well = 1', {})
  }

  probe(): void {
    this.#write('UPDATE server SET probes = probes + 1', {})
  }

  insertMeeting(id: string, meta: string, seq: Seq): boolean {
    return this.#write('INSERT OR IGNORE INTO meeting VALUES (:id, :meta, 1, :seq, 0, 0)', { id, meta, seq }) === 1
  }

  meeting(id: string): MeetingRow | null {
    const row = this.#one(`SELECT *, ${HEAD} FROM meeting WHERE id = :id`, { id })
    return row === null ? null : toMeeting(row)
  }

  meetings(): MeetingRow[] {
    return this.#all(`SELECT *, ${HEAD} FROM meeting ORDER BY id`, {}).map(toMeeting)
  }

  changeMeta(id: string, change: MetaChange): string | null {
    const row = this.#one('SELECT meta FROM meeting WHERE id = :id', { id })
    if (row === null) return null
    const meta = change(String(row['meta']))
    this.#write('UPDATE meeting SET meta = :meta WHERE id = :id', { id, meta })
    return meta
  }

  claim(id: string, epoch: number): boolean {
    return this.#write('UPDATE meeting SET epoch = :epoch WHERE id = :id AND epoch <= :epoch AND is_going = 0', { id, epoch }) === 1
  }

  holds(id: string, epoch: number): boolean {
    return this.#statement('SELECT 1 FROM meeting WHERE id = ? AND epoch = ?').get(id, epoch) !== undefined
  }

  setSeq(id: string, epoch: number, seq: Seq): boolean {
    return this.#write('UPDATE meeting SET seq = :seq WHERE id = :id AND epoch = :epoch', { id, epoch, seq }) === 1
  }

  setGeneration(id: string, epoch: number, generation: number): boolean {
    return this.#write('UPDATE meeting SET generation = :generation WHERE id = :id AND epoch = :epoch', { id, epoch, generation }) === 1
  }

  markGoing(id: string): boolean {
    return this.#write('UPDATE meeting SET is_going = 1 WHERE id = :id', { id }) === 1
  }

  deleteMeeting(meeting: string): void {
    for (const table of ['generation', 'minutes', 'secret']) this.#write(`DELETE FROM ${table} WHERE meeting = :meeting`, { meeting })
    this.#write('DELETE FROM meeting WHERE id = :meeting', { meeting })
  }

  insertGeneration({ meeting, n, seed }: Omit<GenerationRow, 'state' | 'stateVector'>): void {
    this.#write("INSERT INTO generation VALUES (:meeting, :n, 'live', :seed, NULL)", { meeting, n, seed })
  }

  setGenerationState(shelf: Shelf, state: GenerationRow['state'], stateVector: Uint8Array | null): void {
    const seed = state === 'live' ? '' : ', seed = NULL'
    this.#write(
      `UPDATE generation SET state = :state, state_vector = COALESCE(:stateVector, state_vector)${seed} WHERE meeting = :meeting AND n = :generation`,
      {
        ...shelf,
        state,
        stateVector,
      },
    )
  }

  generation(shelf: Shelf): GenerationRow | null {
    const row = this.#one('SELECT * FROM generation WHERE meeting = :meeting AND n = :generation', { ...shelf })
    return row === null ? null : toGeneration(row)
  }

  generations(): GenerationRow[] {
    return this.#all('SELECT meeting, n, state, NULL AS seed, state_vector FROM generation ORDER BY meeting, n', {}).map(toGeneration)
  }

  pastGenerations(meeting: string): PastGeneration[] {
    const rows = this.#all('SELECT n, state_vector FROM generation WHERE meeting = :meeting AND state_vector IS NOT NULL ORDER BY n', {
      meeting,
    })
    return rows.map((row) => ({ generation: Number(row['n']), stateVector: bytes(row['state_vector']) }))
  }

  insertLog(shelf: Shelf, { seq, part, data }: LogRow): void {
    this.#writeHot('INSERT INTO log VALUES (?, ?, ?, ?, ?)', shelf.meeting, shelf.generation, part, seq, data)
  }

  appendLog({ meeting, generation }: Shelf, epoch: number, { seq, part, data }: LogRow): boolean {
    return this.#writeHot(APPEND, generation, part, seq, data, meeting, epoch) === 1
  }

  log(shelf: Shelf, part: LogPart, after: Seq): LogRow[] {
    const rows = this.#all(`SELECT seq, data FROM log WHERE ${OF} AND part = :part AND seq > :after ORDER BY seq`, {
      ...shelf,
      part,
      after,
    })
    return rows.map((row) => ({ seq: Number(row['seq']), part, data: bytes(row['data']) }))
  }

  insertSnapshot(shelf: Shelf, { upto, data }: SnapshotRow, isVerified: boolean): void {
    const values = { ...shelf, upto, data, isVerified: isVerified ? 1 : 0 }
    this.#write('INSERT OR REPLACE INTO snapshot VALUES (:meeting, :generation, :upto, :isVerified, :data)', values)
  }

  snapshots(shelf: Shelf): SnapshotRow[] {
    return this.#all(`SELECT upto, data FROM snapshot WHERE ${OF} AND is_verified = 1 ORDER BY upto DESC`, { ...shelf }).map(toSnapshot)
  }

  snapshot(shelf: Shelf, upto: Seq): SnapshotRow | null {
    const row = this.#one(`SELECT upto, data FROM snapshot WHERE ${OF} AND upto = :upto`, { ...shelf, upto })
    return row === null ? null : toSnapshot(row)
  }

  confirmSnapshot(shelf: Shelf, upto: Seq): void {
    this.#write(`UPDATE snapshot SET is_verified = 1 WHERE ${OF} AND upto = :upto`, { ...shelf, upto })
    const lastTwo = this.#all(`SELECT upto FROM snapshot WHERE ${OF} AND is_verified = 1 ORDER BY upto DESC LIMIT 2`, { ...shelf })
    const older = lastTwo[1]?.['upto']
    if (typeof older !== 'number') return
    this.#write(`DELETE FROM snapshot WHERE ${OF} AND upto < :older`, { ...shelf, older })
    this.#write(`DELETE FROM log WHERE ${OF} AND part = 'update' AND seq <= :older`, { ...shelf, older })
  }

  deleteSnapshot(shelf: Shelf, upto: Seq): void {
    this.#write(`DELETE FROM snapshot WHERE ${OF} AND upto = :upto`, { ...shelf, upto })
  }

  putEntry(shelf: Shelf, { kind, name, data }: EntryRow): void {
    this.#write('INSERT OR REPLACE INTO entry VALUES (:meeting, :generation, :kind, :name, :data)', { ...shelf, kind, name, data })
  }

  deleteEntry(shelf: Shelf, kind: EntryKind, name: string): void {
    this.#write(`DELETE FROM entry WHERE ${OF} AND kind = :kind AND name = :name`, { ...shelf, kind, name })
  }

  entries(shelf: Shelf): EntryRow[] {
    const rows = this.#all(`SELECT kind, name, data FROM entry WHERE ${OF} ORDER BY kind, name`, { ...shelf })
    return rows.map((row) => ({ kind: entryKind(row['kind']), name: String(row['name']), data: bytes(row['data']) }))
  }

  sweep(shelf: Shelf, few: number): number {
    const log = `DELETE FROM log WHERE ${OF} AND (part, seq) IN (SELECT part, seq FROM log WHERE ${OF} ${FEW})`
    const entry = `DELETE FROM entry WHERE ${OF} AND (kind, name) IN (SELECT kind, name FROM entry WHERE ${OF} ${FEW})`
    const snapshot = `DELETE FROM snapshot WHERE ${OF} AND upto IN (SELECT upto FROM snapshot WHERE ${OF} ${FEW})`
    for (const statement of [log, entry, snapshot]) {
      const swept = this.#write(statement, { ...shelf, few })
      if (swept > 0) return swept
    }
    return 0
  }

  putMinutes(meeting: string, version: number, record: Uint8Array): void {
    this.#write('INSERT OR REPLACE INTO minutes VALUES (:meeting, :version, :record)', { meeting, version, record })
  }

  deleteMinutesBefore(meeting: string, version: number): void {
    this.#write('DELETE FROM minutes WHERE meeting = :meeting AND version < :version', { meeting, version })
  }

  minutes(meeting: string, version: number): Uint8Array | null {
    const row = this.#one('SELECT record FROM minutes WHERE meeting = :meeting AND version = :version', { meeting, version })
    return row === null ? null : bytes(row['record'])
  }

  versions(meeting: string): number[] {
    return this.#all('SELECT version FROM minutes WHERE meeting = :meeting ORDER BY version', { meeting }).map((row) =>
      Number(row['version']),
    )
  }

  putSecret({ kind, hash, meetingId, subject, expiresAt }: SecretRow): void {
    const values = { kind, hash, meetingId, subject, expiresAt }
    this.#write('INSERT OR REPLACE INTO secret VALUES (:kind, :hash, :meetingId, :subject, :expiresAt)', values)
  }

  secrets(kind: string, hash: string, meetingId?: string): SecretRow[] {
    const ofOne = meetingId === undefined ? '' : ' AND meeting = :meetingId'
    const rows = this.#all(`SELECT * FROM secret WHERE kind = :kind AND hash = :hash${ofOne} ORDER BY meeting, subject`, {
      kind,
      hash,
      ...(meetingId !== undefined && { meetingId }),
    })
    return rows.map((row) => ({
      kind,
      hash,
      meetingId: String(row['meeting']),
      subject: String(row['subject']),
      expiresAt: typeof row['expires_at'] === 'number' ? row['expires_at'] : null,
    }))
  }

  deleteSecrets({ meetingId, kind, subject, hash }: SecretsMatch): void {
    const given = Object.entries({ kind, subject, hash }).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const where = given.map(([column]) => ` AND ${column} = :${column}`).join('')
    this.#write(`DELETE FROM secret WHERE meeting = :meetingId${where}`, { meetingId, ...Object.fromEntries(given) })
  }

  deleteExpiredSecrets(now: number): void {
    this.#write('DELETE FROM secret WHERE expires_at <= :now', { now })
  }

  #write(sql: string, values: Record<string, SQLInputValue>): number {
    this.#before(sql)
    return Number(this.#statement(sql).run(values).changes)
  }

  /** On the way of every keystroke: values by position cost a third less than by name. */
  #writeHot(sql: string, ...values: SQLInputValue[]): number {
    this.#before(sql)
    return Number(this.#statement(sql).run(...values).changes)
  }

  #one(sql: string, values: Record<string, SQLInputValue>): Row | null {
    return this.#statement(sql).get(values) ?? null
  }

  #all(sql: string, values: Record<string, SQLInputValue>): Row[] {
    return this.#statement(sql).all(values)
  }

  #statement(sql: string): StatementSync {
    const known = this.#prepared.get(sql)
    if (known !== undefined) return known
    const statement = this.#db.prepare(sql)
    this.#prepared.set(sql, statement)
    return statement
  }
}

function bytes(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value
  throw new TypeError('a column of bytes holds something else')
}

function toMeeting(row: Row): MeetingRow {
  return {
    id: String(row['id']),
    meta: String(row['meta']),
    generation: Number(row['generation']),
    seq: Number(row['head']),
    isGoing: row['is_going'] === 1,
  }
}

function toGeneration(row: Row): GenerationRow {
  const state = row['state']
  if (state !== 'live' && state !== 'sealing' && state !== 'past') throw new TypeError('a generation in no known state')
  const orNull = (value: unknown): Uint8Array | null => (value === null ? null : bytes(value))
  return {
    meeting: String(row['meeting']),
    n: Number(row['n']),
    state,
    seed: orNull(row['seed']),
    stateVector: orNull(row['state_vector']),
  }
}

function toSnapshot(row: Row): SnapshotRow {
  return { upto: Number(row['upto']), data: bytes(row['data']) }
}

function entryKind(value: unknown): EntryKind {
  if (value === 'owner' || value === 'answer' || value === 'confidence' || value === 'late') return value
  throw new TypeError('an entry of no known kind')
}
