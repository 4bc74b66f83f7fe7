import * as Y from 'yjs'
import { entitySections, valueSections, type EntitySection, type PublicBoard } from './board.ts'
import { entityShapes, fits, valueShapes } from './board-shapes.ts'
import type { Id } from './ids.ts'

/** Root of the document that the server alone writes. */
export const BOARD_ROOT = 'board'

/** Prefix of a section's keys: `person:<id>`, `item:<id>`, `decision:<id>` … [architecture § Acts, facts, board]. */
const prefixes: Record<EntitySection, string> = {
  organisations: 'organisation',
  people: 'person',
  roles: 'role',
  rounds: 'round',
  weather: 'weather',
  items: 'item',
  notes: 'note',
  broadcasts: 'broadcast',
  reactions: 'reaction',
  feedbacks: 'feedback',
  advice: 'advice',
  signals: 'signal',
  decisions: 'decision',
  reviews: 'review',
  actions: 'action',
  transmissions: 'transmission',
  corrections: 'correction',
}
const sectionOfPrefix = new Map<string, EntitySection>(entitySections.map((section) => [prefixes[section], section]))

const keyOf = (section: EntitySection, id: Id): string => `${prefixes[section]}:${id}`

const sameJson = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** The map of the whole board, without an event to go from: only what differs is written, what no longer is goes. Mends a document from the events. */
const projectWhole = (next: PublicBoard, map: Y.Map<unknown>): void => {
  const wanted = new Map<string, unknown>()
  for (const section of valueSections) wanted.set(section, next[section])
  for (const section of entitySections) for (const [id, entity] of Object.entries(next[section])) wanted.set(keyOf(section, id), entity)
  for (const key of map.keys()) if (!wanted.has(key)) map.delete(key)
  for (const [key, value] of wanted) if (!sameJson(map.get(key), value)) map.set(key, value)
}

/**
 * Writes into the document's board what changed between two boards, one JSON value per entity; without `prev`, everything that differs. The caller brings the
 * transaction. `record` stays on the server: times would make the shared document grow with every turn.
 */
export const projectBoard = (prev: PublicBoard | null, next: PublicBoard, map: Y.Map<unknown>): void => {
  if (prev === null) {
    projectWhole(next, map)
    return
  }
  for (const section of valueSections) if (prev[section] !== next[section]) map.set(section, next[section])
  for (const section of entitySections) {
    const before = prev[section] as Readonly<Record<Id, unknown>>
    const after = next[section] as Readonly<Record<Id, unknown>>
    if (before === after) continue
    for (const id of Object.keys(before)) if (!Object.hasOwn(after, id)) map.delete(keyOf(section, id))
    for (const [id, entity] of Object.entries(after)) if (before[id] !== entity) map.set(keyOf(section, id), entity)
  }
}

const sameEntries = (a: Readonly<Record<Id, unknown>>, b: Readonly<Record<Id, unknown>>): boolean => {
  const ids = Object.keys(a)
  return ids.length === Object.keys(b).length && ids.every((id) => a[id] === b[id])
}

/**
 * The board as the document holds it; `null` until the server's first state has arrived. Entries that do not fit are left out. What did not change since
 * `previous` keeps its identity: entries, sections, and the board itself, so that screens compare by reference.
 */
export const readBoard = (map: Y.Map<unknown>, previous?: PublicBoard | null): PublicBoard | null => {
  const found: Record<string, unknown> = {}
  for (const section of valueSections) {
    const value = map.get(section)
    if (!fits(valueShapes[section], value)) return null
    found[section] = value
  }
  const entities = Object.fromEntries(entitySections.map((section): [EntitySection, Record<Id, unknown>] => [section, {}])) as Record<
    EntitySection,
    Record<Id, unknown>
  >
  // A Y.Map has no order that peers share: keys are sorted, so that every device reads the same.
  for (const key of [...map.keys()].toSorted()) {
    const colon = key.indexOf(':')
    const section = colon === -1 ? undefined : sectionOfPrefix.get(key.slice(0, colon))
    if (section === undefined) continue
    const value = map.get(key)
    const id = key.slice(colon + 1)
    if (!(id in Object.prototype) && fits(entityShapes[section], value)) entities[section][id] = value
  }
  for (const section of entitySections) {
    const before = previous?.[section]
    found[section] = before && sameEntries(before, entities[section]) ? before : entities[section]
  }
  const board = found as unknown as PublicBoard
  const isSame = previous && [...valueSections, ...entitySections].every((section) => previous[section] === board[section])
  return isSame ? previous : board
}

/** The board's map in a document. */
export const boardMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(BOARD_ROOT)
