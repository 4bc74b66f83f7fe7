import { readFileSync } from 'node:fs'
import type { MinutesRecord } from '../src/record/record.ts'
import type { Author } from '../src/record/texts.ts'
import type { Decision, Fixture, Item, Voiced } from './fixture-shape.ts'

const folder = new URL('../../../tests/fixtures/reunion-2026-12-03/', import.meta.url)

export const expectedMinutes = (file: 'compte-rendu.md' | 'compte-rendu.dokuwiki.txt' | 'compte-rendu.mediawiki.txt') =>
  readFileSync(new URL(file, folder), 'utf8')

export const fixture = JSON.parse(readFileSync(new URL('reunion-2026-12-03.json', folder), 'utf8')) as Fixture

const nameOf = (id: string) => fixture.participants.find((person) => person.id === id)!.name
const orgOf = (id: string) => fixture.organisations.find((each) => each.id === id)!.label
const authorOf = ({ person, voice }: Voiced): Author => ({
  as: 'person',
  name: nameOf(person),
  voice: voice === null ? null : orgOf(voice),
})
const tally = (values: readonly (string | number | null)[]) => {
  const counts: Record<string, number> = {}
  for (const value of values) if (value !== null) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
const lineOf = (text: string) => ({ channel: 'oral' as const, text: [{ text }] })

/** The fixture as a record, by hand: what `minutesRecord` must make of the board after the same evening. */
export const fixtureRecord = (): MinutesRecord => {
  const { meeting, decision } = fixture
  const window = decision.reactionUntil
  const voiced = new Set(fixture.participants.flatMap((person) => person.voices.map((voice) => voice.org)))
  const ofKind = (isStructure: boolean) => fixture.organisations.filter((each) => (each.kind === 'structure') === isStructure)
  const counted = (isStructure: boolean) => ({
    present: ofKind(isStructure).filter((each) => voiced.has(each.id)).length,
    of: ofKind(isStructure).length,
  })
  return {
    format: 'clairiere-minutes/1',
    locale: 'fr',
    version: meeting.minutesVersion,
    stage: { is: 'sealed', day: '2026-12-11', hour: '09:00', by: fixture.sealedBy.map(nameOf) },
    meeting: {
      type: 'ecosystem',
      title: meeting.title,
      purpose: meeting.purpose,
      place: meeting.place,
      timezone: meeting.timezone,
      day: '2026-12-03',
      start: '18:00',
      end: '19:30',
      minutes: 90,
      review: { from: '2026-12-03', until: meeting.reviewUntil },
      audience: 'members',
      licence: meeting.licence,
    },
    presence: {
      count: fixture.participants.length,
      observers: fixture.participants.filter((person) => person.standing === 'observer').length,
      structures: counted(true),
      groups: counted(false),
      givenMinutes: fixture.participants.reduce((sum, { joinedAt }) => sum + 90 - Number(joinedAt.slice(3)), 0),
      people: fixture.participants
        .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
        .map((person) => ({
          name: person.name,
          voices: person.voices.map((voice) => ({ organisation: orgOf(voice.org), quality: voice.quality })),
          observer: person.standing === 'observer',
          remote: person.remote,
          ...(person.joinedAt === '18:00' ? {} : { arrived: person.joinedAt }),
          away: [],
        })),
    },
    roles: [
      { role: 'facilitator', holders: [{ name: nameOf('awa') }], pairs: [], backups: [nameOf('farid')] },
      { role: 'moodWatcher', holders: [{ name: nameOf('gwenola') }], pairs: [], backups: [] },
      { role: 'timekeeper', holders: [{ name: nameOf('ines') }, { name: nameOf('joris'), during: { item: '2' } }], pairs: [], backups: [] },
      { role: 'scribe', holders: [{ name: nameOf('elise') }], pairs: [nameOf('hugo')], backups: [] },
      { role: 'decisionKeeper', holders: [{ name: nameOf('katell') }], pairs: [], backups: [] },
    ],
    weather: {
      is: 'counted',
      total: fixture.weather.filter((each) => each.value !== null).length,
      counts: tally(fixture.weather.map((each) => each.value)),
    },
    followUp: {
      transmissions: fixture.previous.transmissions.map(({ ref, title, to, state, date, structureRef }) => ({
        ref,
        title,
        to: orgOf(to),
        status: { state, on: date, ...(structureRef === undefined ? {} : { reference: structureRef }) },
      })),
      actions: fixture.previous.actions.map(({ who, ...action }) => ({ ...action, who: who.map(nameOf) })),
    },
    items: fixture.agenda.map((item) => itemOf(item)),
    actions: fixture.actions.map((action) => ({
      ...action,
      who: action.who.map(nameOf),
      proposedTo: [],
      helpers: [],
      state: 'accepted',
      for: orgOf(action.for),
    })),
    mood: {
      signals: Object.entries(tally(fixture.signals.map((each) => each.kind))).map(([kind, count]) => ({
        kind: kind as Fixture['signals'][number]['kind'],
        count,
      })),
      untreated: 0,
      carried: 0,
      responses: fixture.signals.map((each) => each.responses),
      handedOver: fixture.signals.filter((each) => each.outcome === 'handed-over').length,
      phrases: [],
    },
    disagreements: fixture.disagreements,
    learnings: fixture.learnings,
    resources: fixture.resources.map((each) => ({ ...each, steward: orgOf(each.steward) })),
    closing: {
      roti: tally(Object.values(fixture.closing.roti)),
      improvements: fixture.closing.improvements.map((each) => each.text),
      words: fixture.closing.words
        .filter((each) => each.publish)
        .map(({ person, text }) => ({ by: { as: 'person', name: nameOf(person) }, text })),
    },
    next: {
      day: '2027-01-07',
      hour: '18:00',
      place: fixture.next.place,
      roles: (['facilitator', 'moodWatcher', 'timekeeper', 'scribe'] as const).map((role) => ({
        role,
        people: fixture.next.roles[role].map(nameOf),
      })),
      toInclude: fixture.next.toInclude,
    },
    windows: [
      { until: window, decisions: [decision.ref], items: fixture.agenda.filter((item) => item.reactions).map((item) => item.title) },
    ],
    corrections: [],
    writtenBy: fixture.writtenBy.map(nameOf),
    glossary: Object.entries(fixture.glossary).map(([word, meaning]) => ({ word, meaning })),
  }
}

const itemOf = (item: Item): MinutesRecord['items'][number] => ({
  number: item.id,
  kind: item.kind,
  title: item.title,
  carriers: item.carriers.map(nameOf),
  onBehalfOf: orgOf(item.onBehalfOf),
  ...(item.towards === undefined ? {} : { towards: orgOf(item.towards) }),
  plannedMinutes: item.planned,
  heldMinutes: item.held,
  outcome: 'done',
  ...(item.commissionDecision === undefined
    ? {}
    : {
        broadcast: {
          decidedOn: item.commissionDecision.date,
          text: item.commissionDecision.text,
          reactions: item.reactions!.map(({ person, voice, ...reaction }) => ({ by: authorOf({ person, voice }), ...reaction })),
        },
      }),
  ...(item.feedback === undefined
    ? {}
    : { feedback: { ...item.feedback, answer: { by: authorOf(item.feedback.answer), text: item.feedback.answer.text } } }),
  ...(item.advice === undefined ? {} : { advice: adviceOf(item.advice) }),
  decisions: item.kind === 'decision' ? [decisionOf(fixture.decision)] : [],
  ...(item.workshop === undefined
    ? {}
    : {
        workshop: {
          questions: item.workshop.questions.map(lineOf),
          synthesis: item.workshop.synthesis.map(lineOf),
          participants: 'all',
          important: item.workshop.notes.map(({ author, channel, text }) => ({
            ...lineOf(text),
            ...(author === undefined ? {} : { by: nameOf(author).split(' ')[0]! }),
            channel: channel ?? 'oral',
          })),
        },
      }),
  ideas: item.workshop?.ideas ?? [],
  sovereignty: [],
  notes: [],
  namedNotes: [],
  ...(item.next === undefined ? {} : { next: item.next }),
})

const adviceOf = (advice: NonNullable<Item['advice']>): MinutesRecord['items'][number]['advice'] => ({
  question: advice.question,
  decider: authorOf({ person: advice.decider, voice: advice.forOrg }),
  decideBy: advice.decideBy,
  given: advice.given.map(({ person, voice, ...given }) => ({ by: authorOf({ person, voice }), ...given })),
  pending: advice.pending.map(({ org, ...pending }) => ({ from: orgOf(org), ...pending })),
})

const decisionOf = (decision: Decision): MinutesRecord['items'][number]['decisions'][number] => ({
  title: decision.title,
  process: 'consent',
  outcome: { is: 'adopted', ref: decision.ref },
  version: decision.versions.at(-1)!.n,
  text: decision.versions.at(-1)!.text,
  clarifications: decision.clarifications,
  feelings: decision.feelings,
  amendments: decision.versions.flatMap(({ n, change }) => (change === undefined ? [] : [{ version: n, change }])),
  objections: decision.objections.map(({ person, voice, text, integratedIn }) => ({
    by: authorOf({ person, voice }),
    text,
    outcome: { is: 'integrated', version: integratedIn },
  })),
  concerns: decision.concerns.map(({ person, voice, text, positions }) => ({
    by: authorOf({ person, voice }),
    text,
    otherVoices: Object.entries(positions)
      .filter(([org]) => org !== voice)
      .map(([org, position]) => ({ voice: orgOf(org), position })),
  })),
  improvements: decision.improvements.map(({ person, text }) => ({ by: authorOf({ person, voice: null }), text })),
  lastRound: {
    counts: tally(Object.values(decision.rounds.at(-1)!.positions)),
    observers: fixture.participants.filter((person) => person.standing === 'observer').length,
  },
  financial: decision.financial,
  interests: decision.interests.map(({ person, text }) => ({ name: nameOf(person), text })),
  efforts: [],
  responsible: orgOf(decision.responsible),
  copies: decision.cc.map(orgOf),
  transmission: { state: 'sent', on: fixture.transmission.sentAt },
  reviewOn: decision.reviewOn,
  criteria: decision.criteria,
  reactions: [],
})
