import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actTypes, type ActInput, type ActType } from '../acts.ts'
import { givePositions, proposeAndAmend } from '../evening/deciding.ts'
import { EveningPlayer } from '../evening/player.ts'
import { randomAct } from '../random-act.ts'
import { actsOpenTo, openingName } from './acts-open-to.ts'

const open = (played: EveningPlayer, personId: string, types?: readonly ActType[]): readonly string[] =>
  actsOpenTo(played.c.scene(), { kind: 'person', personId }, types).map(openingName)
const typesOpen = (played: EveningPlayer, personId: string): ReadonlySet<string> =>
  new Set(actsOpenTo(played.c.scene(), { kind: 'person', personId }).map(({ type }) => type))

const inTheAgenda = (): EveningPlayer => {
  const played = new EveningPlayer()
  played.arrive()
  played.openAndShareRoles()
  played.broadcast()
  return played
}
const askedForPositions = (): EveningPlayer => {
  const played = inTheAgenda()
  played.endBroadcast()
  proposeAndAmend(played)
  return played
}

describe('[C14] [§2.6] the acts open to somebody', () => {
  test('facilitation runs the process, a participant does not', () => {
    const played = inTheAgenda()
    const process = ['set-phase', 'start-round', 'pause-item', 'postpone-item', 'agree-overrun', 'give-floor', 'interrupt'] as const
    for (const type of process) {
      expect(typesOpen(played, 'awa'), type).toContain(type)
      expect(typesOpen(played, 'dario'), type).not.toContain(type)
    }
    const [open1, open2] = [played.item('1'), played.item('2')]
    expect(open(played, 'awa', ['pause-item', 'open-item'])).toEqual([`pause-item ${open1}`])
    expect(open(played, 'ines', ['postpone-item', 'withdraw-item'])).toEqual([`postpone-item ${open2}`, `withdraw-item ${open2}`])
  })

  test('signals: all kinds to the mood-watch, three to everyone else', () => {
    const played = inTheAgenda()
    expect(open(played, 'gwenola', ['raise-signal'])).toHaveLength(27)
    expect(open(played, 'dario', ['raise-signal'])).toEqual(
      ['pace', 'confusion', 'joy'].flatMap((kind) => [`raise-signal ${kind} 2`, `raise-signal ${kind} 3`]),
    )
  })

  test('[AC-17] a position is open to a decider, never to an observer; on a device as on the server', () => {
    const played = askedForPositions()
    for (const scene of [played.c.scene(), played.c.scene('dario')])
      expect(actsOpenTo(scene, { kind: 'person', personId: 'dario' }, ['give-position'])).toMatchObject([
        { type: 'give-position', round: 1, voice: 'org:qrt' },
      ])
    expect(open(played, 'maiwenn', ['give-position', 'state-objection'])).toEqual([])
    expect(open(played, 'awa', ['reveal', 'adopt'])).toEqual([])
  })

  test('the contact of a structure has the circuit of what was sent to it, and nobody else has', () => {
    const played = askedForPositions()
    expect(actsOpenTo(played.c.scene(), { kind: 'contact', org: 'org:sci' }).map(({ type }) => type)).not.toContain('register')
    expect(actsOpenTo(played.c.scene(), { kind: 'contact', org: 'org:sci' }).map(({ type }) => type)).toContain('propose-item')
  })
})

test('[C14] whatever the rules take from somebody is in the list of what is open to them, and nothing else is', () => {
  const begin = [inTheAgenda, askedForPositions, () => givePositionsOf(askedForPositions())] as const
  fc.assert(
    fc.property(
      fc.nat(2),
      fc.array(
        fc.record({ who: fc.nat(40), type: fc.nat(actTypes.length - 1), picks: fc.array(fc.nat(9999), { minLength: 8, maxLength: 8 }) }),
        {
          minLength: 10,
          maxLength: 30,
        },
      ),
      (beginning, steps) => {
        const played = begin[beginning]?.() ?? inTheAgenda()
        const { c } = played
        for (const { who, type: place, picks } of steps) {
          const people = Object.keys(c.board.people)
          const personId = people[who % people.length] ?? ''
          const type = actTypes[place] ?? 'open'
          let at = 0
          const input = randomAct(c, type, (n) => (picks[at++ % picks.length] ?? 0) % n) as ActInput
          const before = actsOpenTo(c.scene(), { kind: 'person', personId }, [type])
          const answer = c.does(personId, input)
          const isTaken = answer.ok && answer.value.facts.length + answer.value.confidences.length > 0
          const isListed = before.some((listed) => isAboutTheSame(listed, input))
          expect([personId, input, isTaken && !isListed]).toEqual([personId, input, false])
        }
      },
    ),
    { numRuns: 60 },
  )
})

/** Every thing that the listed act names is the one that the other names. */
const isAboutTheSame = (listed: object, act: object): boolean =>
  Object.entries(listed).every(
    ([field, value]) => !field.endsWith('Id') || field === 'ideaId' || (act as Record<string, unknown>)[field] === value,
  )

const givePositionsOf = (played: EveningPlayer): EveningPlayer => {
  givePositions(played, 1)
  return played
}
