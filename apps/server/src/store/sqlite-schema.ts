import type { DatabaseSync } from 'node:sqlite'
import { ConfigError } from '../config-error.ts'

const VERSION = 1

/**
 * In clear: ids, positions, secrets' HMACs, `meta`, state vectors of past generations and sealed minutes. `data` and `seed` are boxes of
 * the generation's key. Content tables have no rowid: rows lie by name, so that the order in which confidences came is not written.
 */
const SCHEMA = `
CREATE TABLE server (id INTEGER PRIMARY KEY CHECK (id = 1), starts INTEGER NOT NULL, closed_well INTEGER NOT NULL, probes INTEGER NOT NULL) STRICT;
INSERT INTO server VALUES (1, 0, 1, 0);

CREATE TABLE meeting (id TEXT PRIMARY KEY, meta TEXT NOT NULL, generation INTEGER NOT NULL, seq INTEGER NOT NULL, epoch INTEGER NOT NULL,
  is_going INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE generation (meeting TEXT NOT NULL, n INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('live', 'sealing', 'past')), seed BLOB,
  state_vector BLOB, PRIMARY KEY (meeting, n)) STRICT, WITHOUT ROWID;

CREATE TABLE log (meeting TEXT NOT NULL, generation INTEGER NOT NULL, part TEXT NOT NULL, seq INTEGER NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (meeting, generation, part, seq)) STRICT, WITHOUT ROWID;
CREATE TABLE snapshot (meeting TEXT NOT NULL, generation INTEGER NOT NULL, upto INTEGER NOT NULL, is_verified INTEGER NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (meeting, generation, upto)) STRICT;
CREATE TABLE entry (meeting TEXT NOT NULL, generation INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (meeting, generation, kind, name)) STRICT, WITHOUT ROWID;

CREATE TABLE minutes (meeting TEXT NOT NULL, version INTEGER NOT NULL, record BLOB NOT NULL, PRIMARY KEY (meeting, version)) STRICT;
CREATE TABLE secret (kind TEXT NOT NULL, hash TEXT NOT NULL, meeting TEXT NOT NULL, subject TEXT NOT NULL, expires_at INTEGER,
  PRIMARY KEY (kind, hash, meeting, subject)) STRICT, WITHOUT ROWID;
CREATE INDEX secret_by_meeting ON secret (meeting);
CREATE INDEX secret_by_end ON secret (expires_at) WHERE expires_at IS NOT NULL;
`

/** Whether these tables are those this version reads and writes. */
export function isKnownSchema(db: DatabaseSync): boolean {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version']) === VERSION
}

/** Makes the tables of an empty file; throws `ConfigError` on one that a later version wrote. */
export function prepareSchema(db: DatabaseSync): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version'])
  if (version === VERSION) return
  if (version > VERSION) {
    throw new ConfigError({
      fr: 'Les données de DATA_DIR ont été écrites par une version plus récente de Clairière\u00a0: mettez le serveur à jour.',
      en: 'The data in DATA_DIR was written by a later version of Clairière: update the server.',
    })
  }
  db.exec(`BEGIN IMMEDIATE; ${SCHEMA} PRAGMA user_version = ${VERSION}; COMMIT`)
}
