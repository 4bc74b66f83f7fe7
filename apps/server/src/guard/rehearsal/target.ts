import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import type { Verdict } from '../verdict.ts'
import { characters, forge, forgeOne, type ForgedStruct } from './forge.ts'
import { findForbidden, view } from './oracle.ts'
import { Stage, word, type StageOptions, type Standing } from './stage.ts'

export const BEN = 22
export const EVE = 33
export const SERVER = 5000

/** Where ben's things stand under his id. */
export const AT = { hello: 0, card: 5, paragraph: 6, text: 7, words: 8, heading: 12, end: 13 }

/** A document that ben and the server have written, and eve who sends what she likes. */
export class Target {
  readonly stage: Stage

  constructor(options: StageOptions = {}) {
    this.stage = new Stage(options)
    this.stage.doc.clientID = SERVER
    this.stage.doc.getMap('facts').set('now', 1)
    this.stage.guard.claim(BEN, 'ben')
    this.stage.guard.claim(EVE, 'eve')
    const ben = this.stage.copy(BEN)
    ben.getText('draft:0').insert(0, 'hello')
    ben.getMap('cards').set('c0', { text: 'one' })
    const paragraph = new Y.XmlElement('paragraph')
    ben.getXmlFragment('note:0').insert(0, [paragraph])
    paragraph.insert(0, [new Y.XmlText('word')])
    ben.getXmlFragment('note:0').insert(1, [new Y.XmlElement('heading')])
    this.stage.receive(this.stage.missing(ben), { principal: 'ben' })
    if (Y.getState(this.stage.doc.store, BEN) !== AT.end) throw new Error('ben wrote something else')
  }

  /** Sends as eve and answers the verdict in a word. Throws when a refusal left a trace, or what went in shows something forbidden. */
  send(update: Uint8Array, standing: Standing = 'writer', kind: 'update' | 'step2' = 'update'): string {
    const before = this.#trace()
    const verdict: Verdict = this.stage.receive(update, { principal: 'eve', standing, kind })
    if (verdict.outcome !== 'apply' && !isDeepStrictEqual(this.#trace(), before)) throw new Error(`${word(verdict)} left a trace`)
    const problem = findForbidden(this.stage.doc)
    if (problem !== null) throw new Error(problem)
    if (!isDeepStrictEqual(view(this.stage.copy()), this.shown)) throw new Error('a fresh replica looks different')
    return word(verdict)
  }

  /** What everyone sees. */
  get shown(): unknown {
    return view(this.stage.doc)
  }

  #trace(): unknown {
    const { doc, guard } = this.stage
    return [Y.encodeStateAsUpdate(doc), [...doc.share.keys()], guard.owners()]
  }
}

/** Structs under eve's id, from its beginning. */
export function byEve(...structs: ForgedStruct[]): Uint8Array {
  return forgeOne(EVE, 0, ...structs)
}

/** A delete, with structs under eve's id before it. */
export function deleting(client: number, clock: number, length: number, ...structs: ForgedStruct[]): Uint8Array {
  const sections = structs.length === 0 ? [] : [{ client: EVE, clock: 0, structs }]
  return forge({ sections, deletes: [{ client, ranges: [{ clock, length }] }] })
}

/** One character into a root. */
export function letter(root: string): ForgedStruct {
  return { ...characters('x'), root }
}
