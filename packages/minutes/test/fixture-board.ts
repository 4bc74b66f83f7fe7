import type { Board, Person } from '@clairiere/ritual'
import { at, named } from './fixture-clock.ts'
import { fixtureDecision } from './fixture-decision.ts'
import { fixture } from './fixture.ts'

const byId = <T extends { id: string }>(entities: readonly T[]): Record<string, T> =>
  Object.fromEntries(entities.map((each) => [each.id, each]))
const plus = (hour: string, minutes: number) => new Date(Date.parse(at(hour)) + minutes * 60_000).toISOString()
const itemSpan = (id: string) => {
  const phase = fixture.phases.find((each) => each.phase === `item:${id}`)!
  return { itemId: id, from: at(phase.start), to: plus(phase.start, phase.minutes) }
}
const timekeeping = [
  ['ines', '18:00', '18:24'],
  ['joris', '18:24', '18:35'],
  ['ines', '18:35', '19:30'],
] as const

/** The fixture's evening, sealed, as the board that the server would have folded; written down by hand, so that `minutesRecord` is tested without the acts. Each call makes a fresh one. */
export const fixtureBoard = (): Board => {
  const { meeting } = fixture
  const people: Person[] = fixture.participants.map((person) => ({
    id: person.id,
    name: person.name,
    standing: person.standing as Person['standing'],
    voices: person.voices.map((voice) => ({ ...voice, mandate: 'free' as const })),
    device: 'phone',
    remote: person.remote,
    newcomer: false,
    presence: 'left',
    joinedAt: at(person.joinedAt),
    rolePreferences: {},
  }))
  const reactions = fixture.agenda.flatMap((item) =>
    (item.reactions ?? []).map(({ person, voice, ...reaction }, index) => ({
      id: `r${index}`,
      itemId: item.id,
      at: at('18:20'),
      ...reaction,
      ...named(person, voice),
    })),
  )
  const notes = fixture.agenda.flatMap((item) =>
    (item.workshop?.notes ?? []).map(({ author, channel, text }, index) => ({
      id: `n${index}`,
      itemId: item.id,
      heading: 'important' as const,
      text,
      channel: channel ?? ('oral' as const),
      type: 'note' as const,
      at: at('19:15'),
      hidden: false,
      ...(author === undefined ? { attribution: 'unnamed' as const } : named(author, null)),
    })),
  )
  const span = (
    role: 'facilitator' | 'moodWatcher' | 'scribe' | 'decisionKeeper',
    rank: 'holder' | 'pair' | 'backup',
    personId: string,
  ) => ({
    role,
    rank,
    personId,
    from: at('18:00'),
    to: at('19:30'),
  })
  return {
    meeting: {
      id: 'reunion',
      type: 'ecosystem',
      title: meeting.title,
      purpose: meeting.purpose,
      templateVersion: '1',
      timezone: meeting.timezone,
      locale: 'fr',
      plannedMinutes: 90,
      place: meeting.place,
      status: 'sealed',
      openedAt: at('18:00'),
      closedAt: at('19:30'),
      reviewDays: 7,
      reviewUntil: meeting.reviewUntil,
      minutesVersion: 1,
      sealedAt: at('09:00', '2026-12-11'),
      sealedBy: fixture.sealedBy,
      keys: [],
      audience: 'members',
      licence: meeting.licence,
      frame: [],
      frameAgreed: [],
      reviewAgreed: [],
      privacy: {
        names: 'full',
        weather: 'aggregate',
        signals: 'count-and-responses',
        closing: 'roti-and-consented-words',
        positions: 'count-and-objections',
      },
      formalAuthority: 'structure',
      glossary: { ...fixture.glossary, REX: 'retour d’expérience' },
      next: { date: at('18:00', '2027-01-07'), place: fixture.next.place, roles: fixture.next.roles, toInclude: fixture.next.toInclude },
    },
    previous: { improvements: [], transmissions: [], actions: [], roleHistory: [], rolePreferences: {}, items: [] },
    now: { phase: null, pause: null, itemId: null, timer: null, roundId: null, turn: null, floor: { queue: [], turn: null } },
    closing: {
      words: fixture.closing.words.filter((each) => each.publish).map(({ person, text }) => ({ id: person, personId: person, text })),
      improvements: fixture.closing.improvements.map(({ text }, index) => ({ id: String(index), text })),
      roti: { answers: 13, counts: { 1: 0, 2: 0, 3: 3, 4: 7, 5: 3 } },
      heard: [],
    },
    organisations: byId(fixture.organisations.map((each) => ({ ...each, kind: each.kind as 'structure' | 'commission', sovereignty: [] }))),
    people: byId(people),
    roles: {},
    reviews: {},
    rounds: {},
    weather: Object.fromEntries(
      fixture.weather.map(({ person, value, passed }) => [person, { personId: person, value, passed, at: at('18:05') }]),
    ),
    items: byId(
      fixture.agenda.map((item, position) => ({
        id: item.id,
        kind: item.kind,
        format: item.workshop === undefined ? ('free' as const) : ('workshop' as const),
        title: item.title,
        carriers: item.carriers,
        onBehalfOf: item.onBehalfOf,
        ...(item.towards === undefined ? {} : { towards: item.towards }),
        expectation: 'votre avis',
        plannedMinutes: item.planned,
        urgency: 3 as const,
        topics: [],
        buildsOn: [],
        structures: [],
        status: 'done' as const,
        position,
        heldMinutes: item.held,
        overrunMinutes: 0,
        ...(item.next === undefined ? {} : { nextStep: item.next }),
        support: {},
      })),
    ),
    notes: byId(notes),
    broadcasts: Object.fromEntries(
      fixture.agenda.flatMap((item) => {
        const { commissionDecision: made } = item
        return made === undefined
          ? []
          : [[item.id, { itemId: item.id, org: item.onBehalfOf, decidedOn: made.date, text: made.text, openUntil: '2026-12-17' }]]
      }),
    ),
    reactions: byId(reactions),
    feedbacks: Object.fromEntries(
      fixture.agenda.flatMap((item) => {
        const { feedback } = item
        if (feedback === undefined) return []
        const { person, voice, text } = feedback.answer
        return [
          [
            item.id,
            { ...feedback, itemId: item.id, answer: { personId: person, voice, text, at: at('18:32') }, status: 'learned' as const },
          ],
        ]
      }),
    ),
    advice: Object.fromEntries(
      fixture.agenda.flatMap(({ id, advice }) => {
        if (advice === undefined) return []
        const asked = [...new Set(advice.given.flatMap((each) => each.voice ?? []))].map((target) => ({ target, as: 'impacted' as const }))
        return [
          [
            id,
            {
              itemId: id,
              question: advice.question,
              decider: advice.decider,
              forOrg: advice.forOrg,
              decideBy: advice.decideBy,
              asked: [...asked, ...advice.pending.map(({ org, ...pending }) => ({ target: org, ...pending }))].map((each, index) => ({
                id: `k${index}`,
                askedAt: at('18:35'),
                ...each,
              })),
              given: advice.given.map(({ person, voice, as, text }, index) => ({
                id: `a${index}`,
                as,
                text,
                at: at('18:40'),
                ...named(person, voice),
              })),
              status: 'open' as const,
            },
          ],
        ]
      }),
    ),
    signals: byId(
      fixture.signals.map(({ id, kind, level, item, outcome, responses, ...signal }) => ({
        id,
        kind,
        level,
        itemId: item,
        at: at(signal.at),
        status: outcome,
        responses,
      })),
    ),
    decisions: { d: fixtureDecision() },
    actions: byId([
      ...fixture.actions.map((action) => ({
        id: action.ref,
        ref: action.ref,
        title: action.title,
        takers: action.who.map((personId) => ({ personId, accepted: true })),
        helpers: [],
        forOrg: action.for,
        due: action.due,
        itemId: action.item,
        status: 'accepted' as const,
      })),
      ...fixture.previous.actions.map(({ ref, title, who, state, due }) => ({
        id: ref,
        ref,
        title,
        takers: who.map((personId) => ({ personId, accepted: true })),
        helpers: [],
        forOrg: null,
        ...(due === undefined ? {} : { due }),
        status: state,
        carriedOver: { who: who.map((id) => people.find((person) => person.id === id)!.name), seen: true, helpAsked: false },
      })),
    ]),
    transmissions: byId([
      {
        id: 't',
        decisionId: 'd',
        decisionRef: fixture.decision.ref,
        title: fixture.decision.title,
        to: fixture.decision.responsible,
        kind: 'register',
        status: 'sent',
        sentOn: fixture.transmission.sentAt,
      },
      ...fixture.previous.transmissions.map(({ ref, title, to, state, date, structureRef }) => ({
        id: ref,
        decisionRef: ref,
        title,
        to,
        kind: 'register' as const,
        status: state,
        ...(state === 'registered' ? { registered: { date, structureRef: structureRef ?? '', links: [] } } : { receivedOn: date }),
        carriedOver: true as const,
      })),
    ]),
    corrections: {},
    record: {
      presence: Object.fromEntries(fixture.participants.map(({ id, joinedAt }) => [id, [{ joinedAt: at(joinedAt), leftAt: at('19:30') }]])),
      awaySince: {},
      roleSpans: [
        span('facilitator', 'holder', 'awa'),
        span('facilitator', 'backup', 'farid'),
        span('moodWatcher', 'holder', 'gwenola'),
        ...timekeeping.map(([personId, from, to]) => ({
          role: 'timekeeper' as const,
          rank: 'holder' as const,
          personId,
          from: at(from),
          to: at(to),
        })),
        span('scribe', 'holder', 'elise'),
        span('scribe', 'pair', 'hugo'),
        span('decisionKeeper', 'holder', 'katell'),
      ],
      phases: [],
      pauses: [],
      itemSpans: fixture.agenda.map((item) => itemSpan(item.id)),
      turns: [],
      responses: fixture.signals.flatMap((signal) =>
        signal.responses.map((response) => ({ signalId: signal.id, response, at: at(signal.at) })),
      ),
      order: {},
    },
  }
}
