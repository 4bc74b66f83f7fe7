import * as Y from 'yjs'
import type { Chance } from '@clairiere/ritual/chance'
import { actId } from '../player/act-id.ts'
import { Person, type Json } from '../player/person.ts'
import type { Deed, Ledger } from './ledger.ts'

export interface Joined {
  readonly participantId: string
  readonly token: string
  readonly generation: number
  readonly name: string
}

/** Where writers write: the note of an item, and the meeting on a server. */
export interface Page {
  readonly url: string
  readonly meetingId: string
  readonly itemId: string
}

/** Words stand between brackets that no edit cuts. */
const WORD = /<([^<>]+)>/g

/** All words that a document shows, in notes, lists and acts; one that stands twice is there twice. */
export const wordsIn = (doc: Y.Doc, itemId: string): string[] => {
  const texts = [noteIn(doc, itemId), JSON.stringify(doc.getMap('learnings').toJSON()), JSON.stringify(doc.getMap('board').toJSON())]
  return texts.flatMap((text) => Array.from(text.matchAll(WORD), ([, word = '']) => word))
}

export const noteIn = (doc: Y.Doc, itemId: string): string => doc.getXmlFragment(`note:${itemId}`).toArray().map(plain).join('')

const plain = (node: unknown): string => {
  if (node instanceof Y.XmlText)
    return node
      .toDelta()
      .map(({ insert }: { insert: unknown }) => String(insert))
      .join('')
  return node instanceof Y.XmlElement ? node.toArray().map(plain).join('') : ''
}

/** Somebody who writes, takes back and acts at random, and keeps the ledger of it honestly. */
export class Writer {
  person: Person
  readonly #joined: Joined
  readonly #page: Page
  readonly #ledger: Ledger
  /** What is on its way under which number of this socket, and what could not be sent. */
  #sent: { count: number; deed: Deed }[] = []
  #unsent: Deed[] = []
  #pending = new Map<string, { act: Json; deed: Deed }>()
  #mine: string[] = []
  #seen = new Set<string>()
  #words = 0

  constructor(joined: Joined, page: Page, ledger: Ledger) {
    this.#joined = joined
    this.#page = page
    this.#ledger = ledger
    this.person = new Person(page.url, page.meetingId, joined)
  }

  get name(): string {
    return this.#joined.name
  }

  /** One edit or act. */
  write(chance: Chance): void {
    const choice = chance.int(10)
    if (choice < 6) this.#put((word) => this.#type(word, chance))
    else if (choice < 7) this.#takeOut(chance)
    else if (choice < 9)
      this.#put((word) => this.person.doc.getMap('learnings').set(word, { kind: 'learning', text: `<${word}>`, rank: 0 }))
    else this.#act()
  }

  /** Takes down what « saved » covers by now. */
  noteSaved(): void {
    const { saved } = this.person
    for (const { count, deed } of this.#sent) if (count <= saved) this.#ledger.saved(deed)
    this.#sent = this.#sent.filter(({ count }) => count > saved)
  }

  /** Takes down what this screen shows of what others did. */
  look(others: readonly Writer[]): void {
    const now = new Set(wordsIn(this.person.doc, this.#page.itemId))
    for (const other of others) {
      if (other === this) continue
      for (const word of other.#mine) {
        if (now.has(word)) this.#ledger.relayed({ word, does: 'put' })
        else if (this.#seen.has(word)) this.#ledger.relayed({ word, does: 'take' })
      }
    }
    this.#seen = now
  }

  /** The network is gone, and what was on its way with it. */
  cut(): void {
    this.noteSaved()
    this.#unsent.push(...this.#sent.map(({ deed }) => deed))
    this.#sent = []
    this.person.disconnect()
  }

  /** The phone fell into the water: what nobody else has seen is gone. */
  loseDevice(): void {
    for (const deed of this.#unsent) this.#ledger.lost(deed)
    for (const { deed } of this.#pending.values()) this.#ledger.lost(deed)
    this.#unsent = []
    this.#pending.clear()
    this.#seen.clear()
    this.person.leave()
    this.person = new Person(this.#page.url, this.#page.meetingId, this.#joined)
  }

  /** Back in the room; resolves when everything this device has is saved, and every act answered. */
  async comeBack(): Promise<void> {
    await this.person.connect()
    await this.person.allSaved()
    for (const deed of this.#unsent.splice(0)) this.#ledger.saved(deed)
    for (const [id, { act, deed }] of this.#pending) {
      const answer = await this.person.actByHttp(act, id)
      if (!answer.ok) throw new Error(`an act sent again was answered ${answer.status}: ${answer.error}`)
      this.#ledger.saved(deed)
    }
    this.#pending.clear()
  }

  #put(change: (word: string) => void): void {
    const word = this.#newWord()
    this.#mine.push(word)
    this.#send({ word, does: 'put' }, () => change(word))
  }

  /** Notes its number on this socket, if it was sent at all. */
  #send(deed: Deed, change: () => void): void {
    const before = this.person.sent
    this.#ledger.did(deed)
    this.person.doc.transact(change)
    if (this.person.isOpen && this.person.sent === before + 1) this.#sent.push({ count: this.person.sent, deed })
    else this.#unsent.push(deed)
  }

  #type(word: string, chance: Chance): void {
    const text = this.#paragraph(chance)
    text.insert(chance.once(3) ? 0 : text.length, `<${word}>`)
  }

  #paragraph(chance: Chance): Y.XmlText {
    const fragment = this.person.doc.getXmlFragment(`note:${this.#page.itemId}`)
    if (fragment.length === 0 || chance.once(40)) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText()])
      fragment.push([paragraph])
    }
    return (fragment.get(chance.int(fragment.length)) as Y.XmlElement).get(0) as Y.XmlText
  }

  /** One of its own words out of the note. */
  #takeOut(chance: Chance): void {
    const { doc } = this.person
    const word = chance.pick(this.#mine.length > 0 ? this.#mine : [''])
    for (const paragraph of doc.getXmlFragment(`note:${this.#page.itemId}`).toArray()) {
      const text = (paragraph as Y.XmlElement).get(0) as Y.XmlText
      const at = plain(text).indexOf(`<${word}>`)
      if (word !== '' && at >= 0) return this.#send({ word, does: 'take' }, () => text.delete(at, word.length + 2))
    }
  }

  #act(): void {
    const word = this.#newWord()
    const deed: Deed = { word, does: 'put' }
    const id = actId()
    const act = { type: 'add-note', itemId: this.#page.itemId, text: `<${word}>` }
    this.#mine.push(word)
    this.#ledger.did(deed)
    this.#pending.set(id, { act, deed })
    if (!this.person.isOpen) return
    const told = this.person.act(act, id).then((answer) => {
      if (!answer.ok) return
      this.#ledger.saved(deed)
      this.#pending.delete(id)
    })
    told.catch(() => undefined) // the kill came first: it is sent again
  }

  #newWord(): string {
    this.#words += 1
    return `${this.#joined.participantId.slice(-6)}.${this.#words}`
  }
}
