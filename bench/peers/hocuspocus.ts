import { DatabaseSync } from 'node:sqlite'
import { Server, type Extension } from '@hocuspocus/server'
import * as Y from 'yjs'

/** What its own SQLite extension does (one row a document, written whole after its debounce), on Node’s SQLite: the extension’s needs a compiler. */
function sqlite(path: string): Extension {
  const db = new DatabaseSync(path)
  db.exec('CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))')
  const find = db.prepare('SELECT data FROM "documents" WHERE name = ?')
  const store = db.prepare('INSERT INTO "documents" ("name", "data") VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = ?')
  return {
    onLoadDocument: async ({ document, documentName }) => {
      const data = find.get(documentName)?.['data']
      if (data instanceof Uint8Array) Y.applyUpdate(document, data)
    },
    onStoreDocument: async ({ document, documentName }) => {
      const data = Y.encodeStateAsUpdate(document)
      store.run(documentName, data, data)
    },
  }
}

/** Hocuspocus with its own defaults; with a store when `SQLITE` names a file. */
const path = process.env['SQLITE']
const extensions = path === undefined ? [] : [sqlite(path)]
const server = new Server({ port: Number(process.env['PORT']), address: '127.0.0.1', quiet: true, extensions })
await server.listen()
