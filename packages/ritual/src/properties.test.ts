import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actTypes, type ActInput, type ActType } from './acts.ts'
import { Circle, circle } from './circle.ts'
import { givePositions, proposeAndAmend, treatAlert, integrate } from './evening/deciding.ts'
import { EveningPlayer } from './evening/player.ts'
import { judge } from './judge.ts'
import { permit } from './permissions/permit.ts'
import { MERGED_ROLES_MAX, circleSize } from './permissions/circle-size.ts'
import { randomAct, SECRET, type Pick } from './random-act.ts'
import { isUntreated } from './signals/untreated.ts'
import { parseAct } from './wire.ts'

/** Where a run may begin: the rules that bite are deep in the evening. */
const beginnings: readonly ((played: EveningPlayer) => void)[] = [
  (played) => played.openAndShareRoles(),
  (played) => {
    played.openAndShareRoles()
    played.weather()
    played.followUp()
    played.broadcast()
  },
  (played) => {
    played.openAndShareRoles()
    played.broadcast()
    played.endBroadcast()
    proposeAndAmend(played)
    givePositions(played, 1)
  },
  (played) => {
    played.openAndShareRoles()
    played.broadcast()
    played.endBroadcast()
    proposeAndAmend(played)
    givePositions(played, 1)
    played.c.did('awa', { type: 'reveal', decisionId: played.decision, round: 1 })
    treatAlert(played)
    integrate(played)
  },
]
const begin = (index: number): EveningPlayer => {
  const played = new EveningPlayer()
  played.arrive()
  beginnings[index % beginnings.length]?.(played)
  return played
}

const invariants = (c: Circle): void => {
  const { board } = c
  const { items, rounds, roles, decisions, people, record } = board
  expect(Object.values(items).filter(({ status }) => status === 'open').length, '[§2.5-1] one open item').toBeLessThanOrEqual(1)
  expect(Object.values(rounds).filter(({ status }) => status === 'running').length, '[§2.5-1] one running round').toBeLessThanOrEqual(1)
  const facilitators = roles['facilitator']?.holders ?? []
  const watch = [...(roles['moodWatcher']?.holders ?? []), ...(roles['moodWatcher']?.pairs ?? [])]
  if (circleSize(board) > MERGED_ROLES_MAX)
    expect(
      facilitators.filter((id) => watch.includes(id)),
      '[§2.5-2]',
    ).toEqual([])
  for (const seat of Object.values(roles))
    expect(seat.holders.length, `[§2.5-3] ${seat.role}`).toBeLessThanOrEqual(seat.role === 'moodWatcher' ? 3 : 1)
  for (const seat of Object.values(roles)) {
    const running = record.roleSpans.filter((span) => span.role === seat.role && span.rank === 'holder' && span.to === undefined)
    if (board.meeting.status === 'live')
      expect(running.map(({ personId }) => personId).toSorted(), '[§2.5-3] spans follow the seat').toEqual([...seat.holders].toSorted())
  }
  for (const decision of Object.values(decisions)) {
    for (const round of decision.rounds) if (round.revealedAt === undefined) expect(round.counts, '[§2.5-5]').toBeUndefined()
    expect(
      decision.deciders.filter((id) => people[id]?.standing === 'observer' && id === 'maiwenn'),
      '[§2.5-20]',
    ).toEqual([])
    if (decision.status === 'adopted') {
      expect(
        decision.objections.filter(({ tested, lifted, late }) => tested === 'accepted' && !lifted && !late),
        '[§2.5-7]',
      ).toEqual([])
      expect([decision.responsible, decision.reviewOn, decision.reactionUntil].every(Boolean), '[§2.5-11]').toBe(true)
    }
    if (decision.legalEffect === 'in-force')
      expect(
        Object.values(board.transmissions).some(
          ({ decisionId, kind, status }) => decisionId === decision.id && kind === 'register' && status === 'registered',
        ),
        '[§2.5-12]',
      ).toBe(true)
  }
  if (board.meeting.status === 'review') expect(Object.values(board.signals).filter(isUntreated), '[§2.5-13]').toEqual([])
}

interface Step {
  who: number
  type: number
  picks: number[]
}
const steps = fc.array(
  fc.record({ who: fc.nat(40), type: fc.nat(actTypes.length - 1), picks: fc.array(fc.nat(10_000), { minLength: 8, maxLength: 8 }) }),
  { minLength: 20, maxLength: 80 },
)
const picker = (picks: readonly number[]): Pick => {
  let at = 0
  return (n) => (picks[at++ % picks.length] ?? 0) % n
}
/** Three acts in four come from somebody whom the matrix lets do them: the others are refused at the door. */
const person = (c: Circle, who: number, input: ActInput): string => {
  const people = Object.keys(c.board.people)
  const act = parseAct(input)
  const able =
    act.ok && who % 4 > 0
      ? people.filter((personId) => permit(c.scene(), { kind: 'person', personId, actId: '', randomId: () => '' }, act.value).ok)
      : people
  return (able.length > 0 ? able : people)[who % Math.max(1, able.length)] ?? 'awa'
}
/** Acts that would end the run at once come last of all. */
const ending: readonly ActType[] = ['close', 'interrupt', 'leave']

/** Phones fall silent, people are away, come back, arrive late. */
const comeAndGo = (c: Circle, who: number, dice: number): void => {
  const people = Object.keys(c.board.people)
  const personId = people[who % people.length] ?? 'awa'
  if (dice === 0) c.loses(personId)
  else if (dice === 1) c.isAway(personId)
  else if (dice === 2) c.arrives(personId)
}

const play = (c: Circle, list: readonly Step[], look: (act: ActInput, who: string) => void, types: readonly ActType[] = actTypes): void => {
  for (const { who, type, picks } of list) {
    const pick = picker(picks)
    comeAndGo(c, who, pick(12))
    const chosen = types[type % types.length] ?? 'agree-frame'
    if (ending.includes(chosen) && pick(8) > 0) continue
    const act = randomAct(c, chosen, pick) as ActInput
    look(act, person(c, who, act))
    c.at(pick(3))
  }
}

const RUNS = 60

describe('random acts of random people', () => {
  test('[§2.5-23] never break an invariant, and never show a confidence', () => {
    let allowed = 0
    fc.assert(
      fc.property(fc.nat(3), steps, (index, list) => {
        const { c } = begin(index)
        play(c, list, (act, who) => {
          const before = c.board
          const answer = c.does(who, act)
          expect(answer.ok || c.board === before).toBe(true)
          if (answer.ok) allowed++
          invariants(c)
        })
        const inTheOpen = JSON.stringify([c.board, c.events])
        expect(inTheOpen).not.toContain(SECRET)
        expect(c.refolded()).toEqual(c.board)
      }),
      { numRuns: RUNS },
    )
    expect(allowed).toBeGreaterThan(RUNS)
  })

  test('[§2.5-2] [§2.5-3] roles alone, claimed, offered, handed over in every order by a circle that comes and goes', () => {
    const types = [
      'claim-role',
      'offer-role',
      'accept-role',
      'accept-role',
      'hand-over-role',
      'decline-role',
      'ask-handover',
      'leave',
    ] as const
    fc.assert(
      fc.property(steps, (list) => {
        const c = circle('ada', 'ben', 'cleo', 'dan', 'eve', 'fay')
        play(
          c,
          list,
          (act, who) => {
            c.does(who, act)
            invariants(c)
          },
          types,
        )
        expect(c.refolded()).toEqual(c.board)
      }),
      { numRuns: 3 * RUNS },
    )
  })

  test('[house rule 4] a device never refuses what the server lets through', () => {
    fc.assert(
      fc.property(fc.nat(3), steps, (index, list) => {
        const { c } = begin(index)
        play(c, list, (input, who) => {
          const act = parseAct(input)
          if (!act.ok) return
          const device = judge(c.scene(who), { kind: 'person', personId: who, actId: 'device', randomId: () => 'random' }, act.value)
          const answer = c.does(who, input)
          const refusedByDeviceAlone = answer.ok && !device.ok
          expect([input, refusedByDeviceAlone]).toEqual([input, false])
        })
      }),
      { numRuns: RUNS },
    )
  })

  test('[contract § Acts] an act that saw another state hits nothing: moved-on', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(10_000), (index, seed) => {
        const { c, decision } = begin(index)
        const round = c.board.now.roundId ?? c.did('awa', { type: 'start-round', kind: 'free' })
        const turnId = c.board.now.turn?.turnId ?? ''
        const speaker = c.board.now.turn?.personId ?? ''
        c.did(speaker, { type: seed % 2 === 0 ? 'end-turn' : 'pass-turn', turnId })
        const before = c.board
        const stale: ActInput[] = [
          { type: 'end-turn', turnId },
          { type: 'pass-turn', turnId },
          { type: 'set-phase', from: 'wrap-up', to: 'closing' },
          { type: 'end-floor', turnId },
        ]
        if (decision)
          stale.push(
            { type: 'next-step', decisionId: decision, from: 'proposal' },
            { type: 'previous-step', decisionId: decision, from: 'improvement' },
          )
        for (const act of stale) expect(c.does(act.type === 'pass-turn' ? speaker : 'awa', act)).toMatchObject({ refused: 'moved-on' })
        expect(c.board).toBe(before)
        c.did('awa', { type: 'end-round', roundId: round })
        expect(c.does('awa', { type: 'end-round', roundId: round })).toMatchObject({ refused: 'moved-on' })
      }),
      { numRuns: 12 },
    )
  })
})
