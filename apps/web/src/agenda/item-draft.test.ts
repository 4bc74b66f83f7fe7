import { circle } from '@clairiere/ritual/circle'
import { describe, expect, it } from 'vitest'
import { reordered } from './arrange-row.tsx'
import { blankDraft, changesOf, draftOf, lackOf, proposalOf } from './item-draft.ts'

const filled = { ...blankDraft('cleo', null), title: ' Épicerie ', expectation: 'Votre avis' }

describe('an item being written', () => {
  it('[D17] says what it lacks, one thing at a time', () => {
    expect(lackOf(blankDraft('cleo', null))).toBe('titleMissing')
    expect(lackOf({ ...filled, expectation: ' ' })).toBe('expectationMissing')
    expect(lackOf({ ...filled, kind: 'feedback' })).toBe('towardsMissing')
    expect(lackOf(filled)).toBeNull()
  })

  it('is taken by the ritual, and comes back as it was', () => {
    const c = circle('ada', 'ben', 'cleo')
    const itemId = c.did('cleo', proposalOf({ ...filled, minutes: '12', urgency: 4 }))
    const item = c.board.items[itemId]
    if (!item) throw new Error('proposed')
    expect(draftOf(item)).toEqual({ ...filled, title: 'Épicerie', minutes: '12', urgency: 4 })
    c.did('cleo', changesOf(item, { ...draftOf(item), title: 'Dimanche', replacement: 'ben' }))
    expect(c.board.items[itemId]).toMatchObject({ title: 'Dimanche', replacement: 'ben', urgency: 4 })
  })

  it('minutes typed in any way become whole minutes within the day', () => {
    const minutesFor = (minutes: string) => (proposalOf({ ...filled, minutes }) as { plannedMinutes: number }).plannedMinutes
    expect(['', 'x', '0', '7.6', '9999'].map(minutesFor)).toEqual([10, 10, 10, 8, 480])
  })

  it('[F1] a workshop names its participants, or is for everybody again', () => {
    const c = circle('ada', 'ben', 'cleo')
    const itemId = c.did('cleo', proposalOf({ ...filled, kind: 'contribution', format: 'workshop' }))
    const mended = (participants: readonly string[] | null): void => {
      const item = c.board.items[itemId]
      if (!item) throw new Error('proposed')
      c.did('cleo', changesOf(item, { ...draftOf(item), participants }))
    }
    mended(['ada', 'ben'])
    expect(c.board.items[itemId]).toMatchObject({ participants: ['ada', 'ben'] })
    mended([])
    expect(c.board.items[itemId]).not.toHaveProperty('participants')
  })

  it('[D18] an opened item keeps its kind', () => {
    const c = circle('ada', 'ben', 'cleo')
    const itemId = c.did('cleo', proposalOf(filled))
    c.did('ada', { type: 'list-item', itemId })
    c.did('ada', { type: 'open-item', itemId })
    const item = c.board.items[itemId]
    if (!item) throw new Error('open')
    expect(changesOf(item, { ...draftOf(item), kind: 'rex' })).not.toHaveProperty('kind')
  })
})

describe('order', () => {
  it('moves one item by one, and stays at the ends', () => {
    const ids = ['a', 'b', 'c']
    expect(reordered(ids, 1, -1)).toEqual(['b', 'a', 'c'])
    expect(reordered(ids, 1, 1)).toEqual(['a', 'c', 'b'])
    expect(reordered(ids, 0, -1)).toBe(ids)
    expect(reordered(ids, 2, 1)).toBe(ids)
  })
})
