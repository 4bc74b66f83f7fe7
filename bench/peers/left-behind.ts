import { EventEmitter } from 'node:events'
import { Session, type Runtime } from 'node:inspector/promises'
import * as Y from 'yjs'
import type { Living } from '../living.ts'

/*
 * Loaded into our server before its own code, for the soak alone: asked through the channel to its parent, it tells what lives. No route does, and
 * nothing is counted until it is asked: V8 finds whatever has a prototype, once it has collected the rest.
 */
process.on('message', () => {
  // Twice: what only a finalizer holds (the signal of a request) goes with the second collection.
  void living()
    .then(living)
    .then((found) => process.send?.(found))
})
process.channel?.unref() // the question keeps nobody from ending

async function living(): Promise<Living> {
  const session = new Session()
  session.connect()
  try {
    const objects: Record<string, number> = {}
    const listeners: Record<string, number> = {}
    for (const prototype of [EventEmitter.prototype, EventTarget.prototype, Y.Doc.prototype]) {
      const found = await census(session, prototype)
      Object.assign(objects, found.objects)
      Object.assign(listeners, found.listeners)
    }
    return { objects, listeners }
  } finally {
    session.disconnect()
  }
}

async function census(session: Session, prototype: object): Promise<Living> {
  const global = globalThis as { soughtPrototype?: object }
  global.soughtPrototype = prototype
  const sought = await session.post('Runtime.evaluate', { expression: 'soughtPrototype' })
  delete global.soughtPrototype
  const { objects } = await session.post('Runtime.queryObjects', { prototypeObjectId: idOf(sought.result) })
  const { result, exceptionDetails } = await session.post('Runtime.callFunctionOn', {
    objectId: idOf(objects),
    functionDeclaration: `function () { return (${String(countAll)})(this) }`,
    returnByValue: true,
  })
  for (const held of [objects, sought.result]) await session.post('Runtime.releaseObject', { objectId: idOf(held) })
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? 'no count')
  return result.value as Living
}

function idOf({ objectId }: Runtime.RemoteObject): string {
  if (objectId === undefined) throw new Error('no such object')
  return objectId
}

/** Is sent to V8 as its source: it sees nothing of this file. */
function countAll(all: readonly object[]): Living {
  const objects: Record<string, number> = {}
  const listeners: Record<string, number> = {}
  for (const one of all) {
    const kind = one.constructor.name
    // Emitters of Node, of the web, and of Yjs keep their listeners each in their own way. Prototypes are found too, and have none.
    const own = Object.getOwnPropertySymbols(one).find(({ description }) => description === 'kEvents')
    const ofTheWeb = own === undefined ? undefined : (one as Record<symbol, unknown>)[own]
    const byEvent: readonly (readonly [PropertyKey, number])[] =
      ofTheWeb instanceof Map
        ? Array.from(ofTheWeb as Map<string, { size: number }>, ([event, { size }]) => [event, size] as const)
        : '_observers' in one
          ? Array.from(one._observers as Map<string, Set<unknown>>, ([event, { size }]) => [event, size] as const)
          : Object.hasOwn(one, '_events')
            ? (one as EventEmitter).eventNames().map((event) => [event, (one as EventEmitter).listenerCount(event)] as const)
            : []
    if (Object.getPrototypeOf(one)?.constructor === one.constructor) objects[kind] = (objects[kind] ?? 0) + 1
    for (const [event, count] of byEvent) {
      const name = `${kind} ${String(event)}`
      if (count > 0) listeners[name] = (listeners[name] ?? 0) + count
    }
  }
  return { objects, listeners }
}
