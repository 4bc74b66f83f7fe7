import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { PublicBoard } from './board.ts'
import { boardMap, projectBoard, readBoard } from './board-document.ts'
import { circle } from './circle.ts'
import { EveningPlayer } from './evening/player.ts'

const asPublic = ({ record: _record, ...board }: PublicBoard & { record?: unknown }): PublicBoard => board
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
/** A second device: a document of its own, brought up to date by the first one's update. */
const device = (doc: Y.Doc): Y.Doc => {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  return other
}

describe('[architecture § Acts, facts, board] the document’s board', () => {
  test('reads back what was projected, on another device, act by act', () => {
    const played = new EveningPlayer()
    const doc = new Y.Doc()
    let before: PublicBoard | null = null
    const look = (): void => {
      doc.transact(() => projectBoard(before, played.c.board, boardMap(doc)))
      before = played.c.board
      expect(json(readBoard(boardMap(device(doc))))).toEqual(json(asPublic(played.c.board)))
    }
    for (const step of [
      'arrive',
      'openAndShareRoles',
      'weather',
      'followUp',
      'broadcast',
      'endBroadcast',
      'feedback',
      'endFeedback',
      'advice',
    ] as const) {
      played[step]()
      look()
    }
  })
  test('the times kept for the minutes are not in it', () => {
    const c = circle('ada', 'ben')
    const doc = new Y.Doc()
    projectBoard(null, c.board, boardMap(doc))
    expect([...boardMap(doc).keys()].some((key) => key.includes('record'))).toBe(false)
    expect(JSON.stringify(boardMap(doc).toJSON())).not.toContain('roleSpans')
  })
  test('entries, sections and the board keep their identity until they change', () => {
    const c = circle('ada', 'ben')
    const doc = new Y.Doc()
    const map = boardMap(doc)
    projectBoard(null, c.board, map)
    const first = readBoard(map)
    expect(first).not.toBeNull()
    expect(readBoard(map, first)).toBe(first)
    const before = c.board
    c.did('ada', { type: 'give-weather', value: 'sun' })
    projectBoard(before, c.board, map)
    const second = readBoard(map, first)
    expect(second).not.toBe(first)
    expect(second?.people).toBe(first?.people)
    expect(second?.people['ada']).toBe(first?.people['ada'])
    expect(second?.weather).not.toBe(first?.weather)
  })
  test('one act writes only what it changed', () => {
    const c = circle('ada', 'ben')
    const map = boardMap(new Y.Doc())
    projectBoard(null, c.board, map)
    const changed: string[] = []
    map.observe((event) => changed.push(...event.keysChanged))
    const before = c.board
    c.did('ada', { type: 'give-weather', value: 'sun' })
    map.doc?.transact(() => projectBoard(before, c.board, map))
    expect(changed).toEqual(['weather:ada'])
  })
  test('what is gone from the board goes from the document', () => {
    const c = circle('ada', 'ben')
    c.did('ada', { type: 'give-weather', value: 'sun' })
    const map = boardMap(new Y.Doc())
    projectBoard(null, c.board, map)
    const before = c.board
    c.did('ada', { type: 'withdraw-entry', kind: 'weather' })
    projectBoard(before, c.board, map)
    expect(map.has('weather:ada')).toBe(false)
  })
  test('a document that differs is mended from the events, and only where it differs', () => {
    const c = circle('ada', 'ben')
    const map = boardMap(new Y.Doc())
    projectBoard(null, c.board, map)
    map.set('person:ghost', { id: 'ghost' })
    map.set('now', { ...c.board.now, phase: 'closing' })
    const changed: string[] = []
    map.observe((event) => changed.push(...event.keysChanged))
    map.doc?.transact(() => projectBoard(null, c.board, map))
    expect(changed.toSorted()).toEqual(['now', 'person:ghost'])
    expect(json(readBoard(map))).toEqual(json(asPublic(c.board)))
  })
  test('an entry that does not fit is left out; without the meeting there is no board', () => {
    const c = circle('ada', 'ben')
    const map = boardMap(new Y.Doc())
    expect(readBoard(map)).toBeNull()
    projectBoard(null, c.board, map)
    map.set('person:odd', { id: 'odd', name: 7 })
    map.set('person:__proto__', { ...c.board.people['ada'] })
    map.set('gizmo:1', { id: '1' })
    map.set('item:none', 'text')
    const read = readBoard(map)
    expect(Object.keys(read?.people ?? {})).toEqual(['ada', 'ben'])
    expect(read?.items).toEqual({})
    map.set('meeting', 'x')
    expect(readBoard(map)).toBeNull()
  })
})
