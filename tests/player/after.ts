import { createHash } from 'node:crypto'
import type { Evening } from './evening.ts'
import { byId, list } from './evening.ts'
import { call, Person, type Json } from './person.ts'
import { until } from './until.ts'

/** What the sealed meeting prints, by format. */
export type Exports = Record<'md' | 'dokuwiki' | 'mediawiki' | 'html' | 'json', string>

const formats = ['md', 'dokuwiki', 'mediawiki', 'html', 'json'] as const

const secretWords = (evening: Evening): string[] => [
  ...evening.fixture.weather.flatMap(({ words }) => words ?? []),
  ...(evening.fixture.closing.words ?? []).filter(({ publish }) => !publish).map(({ text }) => text),
  ...(evening.fixture.whispers ?? []).map(({ text }) => text),
]

const fetchAll = async (person: Person): Promise<Exports> => {
  const entries: [string, string][] = []
  for (const format of formats) {
    const { status, text } = await person.minutes(format)
    if (status !== 200) throw new Error(`minutes.${format} answered ${status} to ${person.name}: ${text.slice(0, 200)}`)
    entries.push([format, text])
  }
  return Object.fromEntries(entries) as Exports
}

/** An older generation's words come back as a refusal with 4409, and as text to author and scribe [AC-26]. */
const lateWords = async (evening: Evening, sleeper: Person): Promise<void> => {
  const text = 'écrit pendant le scellement'
  sleeper.doc.getMap('learnings').set('late', { kind: 'learning', text, rank: 99 })
  void sleeper.connect().catch(() => undefined)
  await until('the older generation is closed', () => sleeper.closes.includes(4409))
  evening.checks.that('AC-26', sleeper.closes.includes(4409), 'no 4409')
  const url = `${evening.base}/api/meetings/${evening.meetingId}/late`
  const posted = await call('POST', url, { text }, sleeper.token)
  evening.checks.that('AC-26', posted.status >= 200 && posted.status < 300, `late words answered ${posted.status}: ${posted.text}`)
  for (const [who, sees] of [
    [sleeper, true],
    [evening.scribe, true],
  ] as const) {
    const { text: listed } = await call('GET', url, undefined, who.token)
    evening.checks.equal('AC-26', listed.includes(text), sees, `late words listed for ${who.name}`)
  }
  const other = [...evening.people.values()].find(
    (person) =>
      person !== sleeper &&
      !evening.fixture.roles.some(
        ({ role, person: p, second }) => role === 'scribe' && [p, second].some((id) => id && evening.people.get(id) === person),
      ),
  )
  if (other)
    evening.checks.equal(
      'AC-26',
      (await call('GET', url, undefined, other.token)).text.includes(text),
      false,
      `late words listed for ${other.name}`,
    )
}

const searchSecrets = (evening: Evening, exports: Exports): void => {
  for (const words of secretWords(evening)) {
    for (const format of formats) evening.checks.that('AC-05', !exports[format].includes(words), `minutes.${format} hold « ${words} »`)
    if (!evening.server) continue
    evening.checks.equal('AC-05', evening.server.filesWith(words), [], `files that hold « ${words} » after sealing`)
    evening.checks.that('AC-05', !evening.server.output.includes(words), `the log holds « ${words} »`)
  }
}

const checkNumbers = (evening: Evening, exports: Exports): void => {
  const { expected, closing } = evening.fixture
  const french = (evening.fixture.meeting.locale ?? 'fr') === 'fr'
  if (expected?.presenceMinutes && french && evening.movesTime) {
    const [hours, minutes] = [Math.floor(expected.presenceMinutes / 60), expected.presenceMinutes % 60]
    evening.checks.that('AC-06', exports.md.includes(`${hours} h ${String(minutes).padStart(2, '0')} (somme`), 'time given')
  }
  if (expected?.rotiMean && french)
    evening.checks.that('AC-21', exports.md.includes(`moyenne ${expected.rotiMean.toFixed(1).replace('.', ',')} sur 5`), 'mean of the ROTI')
  for (const { text, publish } of closing.words ?? [])
    evening.checks.equal('AC-22', exports.md.includes(text), publish, `closing words « ${text} » printed`)
  for (const item of evening.fixture.agenda.filter(({ workshop }) => workshop)) {
    const headings = ['Questions', 'Synthèse', 'Porteurs', 'Participants', 'Éléments importants de la discussion', 'Idées à creuser']
    const places = headings.map((heading) => exports.md.indexOf(`**${heading}`, exports.md.indexOf(item.title)))
    if (french)
      evening.checks.that(
        'AC-20',
        places.every((place, index) => place > (places[index - 1] ?? 0)),
        `the six headings of item ${item.id} in order: ${places.join(' ')}`,
      )
  }
}

const register = async (evening: Evening, inbox: Record<string, string>): Promise<void> => {
  const { transmission } = evening.fixture
  if (!transmission) return
  const token = inbox[transmission.to]
  if (!token) throw new Error(`no inbox for ${transmission.to}: ${JSON.stringify(inbox)}`)
  const url = `${evening.base}/api/inbox/${token.split('/').at(-1)}`
  const decision = (): Promise<Json> => evening.facilitator.board().then((board) => byId(board, 'decisions', evening.decisionId))
  evening.checks.equal('AC-19', (await decision())['legalEffect'], 'pending', 'legal effect before registration')
  for (const act of [
    { type: 'receive', decisionId: evening.decisionId },
    { type: 'register', decisionId: evening.decisionId, organ: 'gérance', structureRef: 'SCI-2026-04' },
  ]) {
    const { status, text } = await call('POST', url, { act })
    evening.checks.equal('AC-19', status, 200, `${act.type}: ${text}`)
  }
  evening.checks.equal('AC-19', (await decision())['legalEffect'], 'in-force', 'legal effect once registered')
  const transmissions = list(await evening.facilitator.board(), 'transmissions') as { to: string; registered?: { structureRef: string } }[]
  evening.checks.equal(
    'AC-19',
    transmissions.find(({ to, registered }) => to === transmission.to && registered)?.registered?.structureRef,
    'SCI-2026-04',
    'the structure’s reference',
  )
}

const nextMeeting = async (evening: Evening): Promise<void> => {
  const { fixture } = evening
  const { status, json } = await call('POST', `${evening.base}/api/meetings`, {
    title: 'Réunion suivante',
    type: fixture.meeting.type,
    timezone: fixture.meeting.timezone,
    previous: { meetingId: evening.meetingId, key: evening.links.host.split('#')[1] },
  })
  evening.checks.equal('AC-27', status, 201, `creation of the next meeting: ${JSON.stringify(json)}`)
  const host = await Person.join(evening.base, String(json['meetingId']), {
    key: String((json['links'] as { host: string }).host.split('#')[1]),
    name: 'Awa Ferrand',
  })
  const board = await host.board()
  const previous = board['previous'] as { improvements: string[] }
  evening.checks.equal(
    'AC-27',
    previous.improvements,
    (fixture.closing.improvements ?? []).map(({ text }) => text),
    'improvements brought back',
  )
  const refs = [
    ...list(board, 'transmissions').map((entry) => entry['decisionRef']),
    ...list(board, 'actions').map((entry) => entry['ref']),
  ]
  for (const ref of [...(fixture.decision ? [fixture.decision.ref] : []), ...(fixture.actions ?? []).map((action) => action.ref)])
    evening.checks.that('AC-27', refs.includes(ref), `${ref} is not in the follow-up: ${refs.join(' ')}`)
  const done = (fixture.previous?.['actions'] ?? []) as { ref: string; state: string }[]
  for (const { ref, state } of done) evening.checks.equal('AC-27', refs.includes(ref), state !== 'done', `${ref} in the follow-up`)
  host.leave()
}

/** From the day after to the sealed exports and what must hold then. Resolves with the exports. */
export const planAfter = (evening: Evening, keep: (exports: Exports) => void): void => {
  const { fixture } = evening
  if (fixture.transmission) {
    evening.at(
      fixture.transmission.sentAt.length === 10
        ? evening.hour('12:00') + (Date.parse(fixture.transmission.sentAt) - Date.parse(evening.day))
        : fixture.transmission.sentAt,
      0,
      'the decision is transmitted',
      async () => {
        const { result } = await evening.person(evening.holder('decisionKeeper')).does({ type: 'transmit', decisionId: evening.decisionId })
        evening.inbox = (result?.['inbox'] ?? {}) as Record<string, string>
      },
    )
  }
  evening.at(Date.parse(fixture.meeting.sealedAt), 0, 'two keys seal', async () => {
    // On a clock of its own the review is not over yet: everyone says « c’est bon ».
    const reviewAgreed = fixture.meeting._reviewAgreed === true || !evening.movesTime
    const sleeperId = fixture.participants.find(
      ({ id }) =>
        !fixture.sealedBy.includes(id) && fixture.participants.some(({ id: other, standing }) => other === id && standing === 'decider'),
    )?.id
    const sleeper = sleeperId ? evening.person(sleeperId) : undefined
    if (reviewAgreed) await sleeper?.does({ type: 'agree-review' })
    sleeper?.disconnect()
    if (reviewAgreed) for (const person of evening.people.values()) if (person !== sleeper) await person.does({ type: 'agree-review' })
    for (const id of fixture.sealedBy) await evening.person(id).does({ type: 'seal' })
    await until('the meeting is sealed', async () => ((await evening.facilitator.board())['meeting'] as Json)['status'] === 'sealed')
    const exports = await fetchAll(evening.facilitator)
    keep(exports)
    if (evening.isVariant) return
    for (const person of evening.people.values()) {
      const theirs = await fetchAll(person)
      evening.checks.equal('AC-25', digest(theirs), digest(exports), `exports by ${person.name}`)
    }
    searchSecrets(evening, exports)
    checkNumbers(evening, exports)
    if (sleeper) await lateWords(evening, sleeper)
    await register(evening, evening.inbox)
    if (fixture.transmission)
      evening.checks.equal('AC-19', digest(await fetchAll(evening.facilitator)), digest(exports), 'sealed minutes after registration')
    await nextMeeting(evening)
    const imported = await call('POST', `${evening.base}/api/import`, JSON.parse(exports.json))
    evening.checks.equal('AC-30', imported.status, 201, `import: ${imported.text}`)
    const key = String(((imported.json['links'] ?? {}) as { host?: string }).host?.split('#')[1])
    for (const format of formats) {
      const again = await call(
        'GET',
        `${evening.base}/api/meetings/${String(imported.json['meetingId'])}/minutes.${format}`,
        undefined,
        key,
      )
      evening.checks.equal('AC-30', [again.status, again.text === exports[format]], [200, true], `imported minutes.${format}`)
    }
  })
}

const digest = (exports: Exports): string =>
  createHash('sha256')
    .update(formats.map((format) => exports[format]).join('\0'))
    .digest('hex')
