import { describe, expect, test } from 'vitest'
import { circle } from '../circle.ts'
import { judgeJoin, type Joining } from '../system.ts'
import { linkOpens, readsSealed, type Reader } from './audience.ts'

const sealed = (audience: 'circle' | 'members' | 'public') => {
  const c = circle('ada', 'ben', 'cleo')
  c.did('ada', { type: 'set-audience', audience })
  // By the host's link, which opens whatever the audience is.
  c.at(30).did('ada', { type: 'close' })
  c.at(1).joins('late', { host: true })
  for (const name of ['ada', 'ben', 'cleo']) c.did(name, { type: 'agree-review' })
  c.did('ada', { type: 'seal' })
  c.did('ben', { type: 'seal' })
  return c
}
const person = (personId: string): Reader => ({ is: 'person', personId })

describe('[F7] [§2.6 note 14] the audience reads sealed minutes, and nobody else', () => {
  test.each([
    ['circle', { cleo: true, late: false, join: false, host: true, nobody: false }],
    ['members', { cleo: true, late: true, join: true, host: true, nobody: false }],
    ['public', { cleo: true, late: true, join: true, host: true, nobody: true }],
  ] as const)('%s', (audience, reads) => {
    const { board } = sealed(audience)
    expect({
      cleo: readsSealed(board, person('cleo')),
      late: readsSealed(board, person('late')),
      join: readsSealed(board, { is: 'link', link: 'join' }),
      host: readsSealed(board, { is: 'link', link: 'host' }),
      nobody: readsSealed(board, null),
    }).toEqual(reads)
  })

  test.each(['review', 'sealed'] as const)('in %s nobody comes in by a link to read what is for the circle', (status) => {
    const of = (audience: 'circle' | 'members') => {
      const { board } = sealed(audience)
      return { ...board, meeting: { ...board.meeting, status } }
    }
    const newcomer: Joining = {
      personId: 'zoe',
      name: 'Zoé',
      voices: [],
      standing: 'observer',
      device: 'phone',
      remote: false,
      newcomer: false,
      host: false,
    }
    expect(judgeJoin(of('circle'), newcomer)).toMatchObject({ refused: 'circle-only' })
    expect(judgeJoin(of('circle'), { ...newcomer, host: true }).ok).toBe(true)
    expect(judgeJoin(of('members'), newcomer).ok).toBe(true)
    expect(linkOpens(of('circle').meeting, 'observe')).toBe(false)
    expect(linkOpens({ ...of('circle').meeting, status: 'live' }, 'observe')).toBe(true)
  })

  test('chosen by facilitation or scribe until the closing, with the licence [H6]', () => {
    const c = circle('ada', 'ben', 'cleo')
    expect(c.refusal('cleo', { type: 'set-licence', licence: 'CC0 1.0' })).toBe('not-permitted')
    c.did('ada', { type: 'set-licence', licence: 'CC0 1.0' })
    c.did('ada', { type: 'set-audience', audience: 'public' })
    expect(c.board.meeting).toMatchObject({ licence: 'CC0 1.0', audience: 'public' })
    expect(c.refolded()).toEqual(c.board)
    c.did('ada', { type: 'close' })
    expect(c.refusal('ada', { type: 'set-licence', licence: 'CC BY 4.0' })).toBe('frozen')
    expect(c.refusal('ada', { type: 'set-audience', audience: 'members' })).toBe('frozen')
  })
})
