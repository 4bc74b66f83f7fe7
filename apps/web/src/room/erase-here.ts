import { giveUpRows, openRows, readRows } from './local-rows.ts'
import type { Identity } from './identity.ts'
import { ownNotes } from './own-note.ts'
import { Recovery } from './recovery.ts'
import { dropDocument, keptDocuments } from './recovery-store.ts'

type Who = Pick<Identity, 'meetingId' | 'personId' | 'generation'>

/** Names of the documents that this device keeps for a person. A browser that does not list its databases has them under every generation and count there was. */
const documentsOf = async ({ meetingId, personId, generation }: Who): Promise<string[]> => {
  if (typeof indexedDB.databases === 'function') {
    const kept = await indexedDB.databases()
    return kept.flatMap(({ name = '' }) => (name.startsWith(`clairiere:${meetingId}:`) && name.includes(`:${personId}:`) ? [name] : []))
  }
  const { count } = new Recovery(meetingId, personId, () => {})
  return Array.from({ length: generation + 1 }, (_, each) =>
    Array.from({ length: count + 1 }, (_none, replaced) => `clairiere:${meetingId}:${each}:${personId}:${replaced}`),
  ).flat()
}

const unsentIn = async (name: string): Promise<boolean> => {
  const database = await openRows(name)
  try {
    return ((await readRows(database)).head?.unsent ?? 0) > 0
  } finally {
    database.close()
  }
}

const keysOf = (storage: Storage, marks: readonly string[]): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(
    (key) => key.startsWith('clairiere') && marks.every((mark) => key.includes(mark)),
  )

/** Whether something of this person is on this device alone: on its way to the meeting, handed back to be copied, or a note for oneself. Erasing would lose it. */
export const hasOnlyHere = async (who: Who): Promise<boolean> => {
  try {
    const outbox = localStorage.getItem(`clairiere:outbox:${who.meetingId}:${who.personId}`) ?? '[]'
    if (outbox !== '[]' || keysOf(localStorage, [ownNotes(who.meetingId, who.personId)]).length > 0) return true
    if ((await keptDocuments(who.meetingId, who.personId)).length > 0) return true
    for (const name of await documentsOf(who)) if (await unsentIn(name)) return true
    return false
  } catch {
    return true // what cannot be read cannot be known to be elsewhere: whoever forgets is asked
  }
}

/**
 * Takes off this device all that its pages kept of one person in one meeting: the meeting's words, what waited to be sent, what was handed back, drafts, whispers and
 * the notes for oneself; where nobody else of this device is in that meeting (`isLast`), its links too. What storage refuses to give up stays as long as the browser
 * wants; nothing is thrown.
 */
export const eraseHere = async (who: Who, isLast: boolean): Promise<void> => {
  const { meetingId, personId } = who
  const marks = isLast ? [meetingId] : [meetingId, personId]
  try {
    const documents = await documentsOf(who)
    for (const storage of [localStorage, sessionStorage]) for (const key of keysOf(storage, marks)) storage.removeItem(key)
    const kept = await keptDocuments(meetingId, personId)
    await Promise.all(kept.map(({ storeName, update }) => dropDocument(storeName, update.length)))
    await Promise.all(documents.map((name) => giveUpRows(name, () => Promise.resolve(true))))
  } catch {
    return
  }
}
