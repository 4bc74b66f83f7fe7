import { parentPort, workerData } from 'node:worker_threads'
import { ReadingConnection } from './reading-connection.ts'
import type { Reply, Request } from './thread-reader.ts'

/** The body of the reading thread: one request at a time, each answered. */
const { path } = workerData as { path: string }
const port = parentPort
if (port === null) throw new Error('this file is the body of a worker thread')
const connection = new ReadingConnection(path)

port.on('message', (request: Request) => port.postMessage(reply(request)))

function reply(request: Request): Reply {
  const { id } = request
  try {
    return { id, ok: true, value: answer(request) }
  } catch (fault) {
    const { message, cause } = fault instanceof Error ? fault : new Error(String(fault))
    const errcode = fault instanceof Error && 'errcode' in fault ? Number(fault.errcode) : 0
    // only the kind of the cause: a parser's message may quote the text it could not parse
    return { id, ok: false, detail: cause instanceof Error ? `${message} (${cause.name})` : message, errcode }
  }
}

function answer(request: Request): unknown {
  switch (request.what) {
    case 'meeting':
      return connection.meeting(request.shelf, request.key)
    case 'words':
      return connection.words(request.shelf, request.upto, request.key)
    case 'snapshot':
      return connection.snapshot(request.shelf, request.upto, request.key)
    case 'checkpoint':
      return connection.checkpoint(request.kind)
    case 'close':
      return connection.close()
    default:
      throw new Error('no such request')
  }
}
