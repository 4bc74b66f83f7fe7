import type { Evening } from './evening.ts'
import type { Json } from './person.ts'
import { openSignals } from './mood.ts'
import { whisperTexts } from './weather.ts'
import { until } from './until.ts'

const fillLists = async (evening: Evening): Promise<void> => {
  const { scribe } = evening
  const put = (root: string, entries: readonly Json[]): void =>
    scribe.doc.transact(() =>
      entries.forEach((entry, index) => scribe.doc.getMap(root).set(`${root}-${index + 1}`, { ...entry, rank: index + 1 })),
    )
  put('disagreements', evening.fixture.disagreements ?? [])
  put('learnings', evening.fixture.learnings ?? [])
  put('resources', evening.fixture.resources ?? [])
  await scribe.allSaved()
}

const giveClosings = async (evening: Evening): Promise<void> => {
  const { closing, participants } = evening.fixture
  // Words and improvements are printed in the order given: those who have some come first, in the fixture's order.
  const order = [
    ...(closing.words ?? []).map(({ person }) => person),
    ...(closing.improvements ?? []).map(({ _by }) => _by),
    ...participants.map(({ id }) => id),
  ]
  const improvers = new Set((closing.improvements ?? []).map(({ _by }) => _by))
  for (const id of new Set(order)) {
    const person = evening.person(id)
    const roti = closing.roti?.[id] ?? undefined
    const words = closing.words?.find((found) => found.person === id)
    const improvement = closing.improvements?.find((found) => found._by === id)
    if (roti === undefined && !words && !improvement) await person.does({ type: 'pass-closing' })
    else {
      await person.does({
        type: 'give-closing',
        ...(roti === undefined ? {} : { roti }),
        ...(words ? { words: words.text, publish: words.publish } : {}),
        ...(improvers.has(id) && improvement ? { improvement: improvement.text } : {}),
      })
    }
  }
}

/** Closing round, wrap-up, `close`; what must then be gone is searched for. */
export const planClosing = (evening: Evening): void => {
  const { phases, next } = evening.fixture
  const start = phases.find(({ phase }) => phase === 'closing')?.start
  const wrapUp = phases.find(({ phase }) => phase === 'wrap-up')?.start
  if (start) {
    evening.at(start, 0, 'closing round', async () => {
      await fillLists(evening)
      const before = (await evening.facilitator.board())['now'] as { phase: string }
      await evening.facilitator.does({ type: 'set-phase', from: before.phase, to: 'closing' })
      await giveClosings(evening)
    })
  }
  evening.at(wrapUp ?? start ?? '23:00', 1, 'next meeting', async () => {
    const before = (await evening.facilitator.board())['now'] as { phase: string }
    if (wrapUp) await evening.facilitator.does({ type: 'set-phase', from: before.phase, to: 'wrap-up' })
    if (!next) return
    const roles = Object.fromEntries(
      Object.entries(next.roles ?? {}).map(([role, people]) => [role, people.map((id) => evening.person(id).id)]),
    )
    await evening.scribe.does({
      type: 'set-next-meeting',
      date: new Date(Date.parse(next.date)).toISOString(),
      ...(next.place ? { place: next.place } : {}),
      roles,
      toInclude: next.toInclude ?? [],
    })
  })
  evening.at(Date.parse(evening.fixture.meeting.closedAt), 0, 'the meeting closes', () => close(evening))
}

const close = async (evening: Evening): Promise<void> => {
  const { facilitator, scribe } = evening
  for (const who of [facilitator, scribe]) {
    const draft = await who.minutes('md')
    evening.checks.that(
      'AC-24',
      draft.status === 200 && firstLine(draft.text).startsWith(isFrench(evening) ? 'PROJET – réunion en cours' : 'DRAFT'),
      `draft while live: ${draft.status} ${firstLine(draft.text)}`,
    )
  }
  const other = [...evening.people.values()].find(
    (person) => person !== facilitator && person !== scribe && !isRole(evening, person.id, 'scribe'),
  )
  if (other) evening.checks.equal('AC-24', (await other.minutes('md')).status, 403, 'a draft for someone else')
  evening.checks.equal('AC-09', await openSignals(evening), 0, 'signals open before closing')
  const leftOpen = evening.fixture.agenda.some(({ _leftOpen }) => _leftOpen)
  if (leftOpen) await evening.refused('AC-09', facilitator, { type: 'close' }, 'items-open')
  await facilitator.does({ type: 'close', postponeRest: leftOpen })
  await until('everyone sees the review', async () => String(((await facilitator.board())['meeting'] as Json)['status']) === 'review')
  const texts = whisperTexts(evening)
  for (const person of evening.people.values()) {
    await until('whispers are gone', () => person.confidencesOf('whisper').length === 0)
    evening.checks.equal('AC-10', person.confidencesOf('whisper').length, 0, `whispers on ${person.name}’s device after closing`)
  }
  for (const text of texts) {
    if (evening.server && !evening.isVariant) {
      evening.checks.equal('AC-10', evening.server.filesWith(text), [], 'files that hold a whisper')
      evening.checks.that('AC-10', !evening.server.output.includes(text), 'the log holds a whisper')
    }
  }
  const draft = await facilitator.minutes('md')
  evening.checks.that(
    'AC-24',
    firstLine(draft.text).startsWith(isFrench(evening) ? 'PROJET – en relecture jusqu’au' : 'DRAFT'),
    `draft in review: ${firstLine(draft.text)}`,
  )
}

const firstLine = (text: string): string => text.split('\n')[0] ?? ''
const isFrench = (evening: Evening): boolean => (evening.fixture.meeting.locale ?? 'fr') === 'fr'
const isRole = (evening: Evening, personId: string, role: string): boolean =>
  evening.fixture.roles.some(
    (entry) =>
      entry.role === role && [entry.person, entry.second].some((id) => id !== undefined && evening.people.get(id)?.id === personId),
  )
