import type { Evening } from './evening.ts'
import { list } from './evening.ts'

const give = async (evening: Evening, id: string): Promise<void> => {
  const entry = evening.fixture.weather.find(({ person }) => person === id)
  if (!entry || entry.passed) await evening.person(id).does({ type: 'pass-weather' })
  else await evening.person(id).does({ type: 'give-weather', value: entry.value, ...(entry.words ? { words: entry.words } : {}) })
}

/** The turn running now, from the board everyone sees. */
const turnOf = async (evening: Evening): Promise<{ turnId: string; personId: string } | null> =>
  ((await evening.facilitator.board())['now'] as { turn: { turnId: string; personId: string } | null }).turn

/** Lets a whole round in circle be spoken, each ending or passing their own turn. */
export const speakRound = async (
  evening: Evening,
  roundId: string,
  speak: (fixtureId: string) => Promise<'said' | 'passed'>,
): Promise<string[]> => {
  const spoken: string[] = []
  const idOf = new Map([...evening.people].map(([fixtureId, person]) => [person.id, fixtureId]))
  for (let guard = 0; guard < 100; guard++) {
    let turn = await turnOf(evening)
    if (!turn) {
      const { ok } = await evening.facilitator.act({ type: 'start-turn', roundId })
      turn = ok ? await turnOf(evening) : null
    }
    if (!turn) break
    const who = idOf.get(turn.personId) ?? ''
    // Someone who passed is offered the word once more at the end, and passes again.
    const again = spoken.includes(who)
    const outcome = again ? 'passed' : await speak(who)
    if (!again) spoken.push(who)
    await evening.person(who).does({ type: outcome === 'said' ? 'end-turn' : 'pass-turn', turnId: turn.turnId })
  }
  await evening.facilitator.does({ type: 'end-round', roundId })
  return spoken
}

/** The weather round, the late comer's sky, and the follow-up. */
export const planWeather = (evening: Evening): void => {
  const { phases, weather, participants, meeting } = evening.fixture
  const start = phases.find(({ phase }) => phase === 'weather')?.start
  if (start) {
    evening.at(start, 0, 'weather round', async () => {
      const facilitator = evening.facilitator
      if (meeting._weatherAs === 'held') await facilitator.does({ type: 'set-privacy', weather: 'held' })
      await facilitator.does({ type: 'set-phase', from: 'welcome', to: 'weather' })
      const order = evening.fixture._weatherOrder?.map((id) => evening.person(id).id)
      const { id: roundId } = await facilitator.does({
        type: 'start-round',
        kind: 'weather',
        mode: 'circle',
        prompt: 'Ta météo ?',
        ...(order ? { order } : {}),
      })
      const spoken = await speakRound(evening, roundId, async (id) => {
        await give(evening, id)
        return weather.find(({ person }) => person === id)?.passed ? 'passed' : 'said'
      })
      const newcomers = participants.filter(({ newcomer }) => newcomer).map(({ id }) => id)
      if (newcomers.length > 0) evening.checks.that('AC-04', !newcomers.includes(spoken[0] ?? ''), 'a newcomer started the round')
    })
  }
  for (const entry of weather.filter(({ at }) => start && at > start)) {
    evening.at(entry.at, 1, `${entry.person} gives the weather late`, async () => {
      await give(evening, entry.person)
      const board = await evening.facilitator.board()
      const round = list(board, 'rounds').find(({ kind }) => kind === 'weather') as { order: string[] } | undefined
      evening.checks.equal('AC-06', round?.order.at(-1), evening.person(entry.person).id, 'last of the weather’s order')
    })
  }
  const followUp = phases.find(({ phase }) => phase === 'follow-up')?.start
  if (followUp) {
    evening.at(followUp, 0, 'follow-up', async () => {
      const facilitator = evening.facilitator
      await facilitator.does({ type: 'set-phase', from: start ? 'weather' : 'welcome', to: 'follow-up' })
      const board = await facilitator.board()
      const before = (evening.fixture.previous?.['actions'] ?? []) as { ref: string; who: string[]; state: string }[]
      for (const action of before) {
        const found = list(board, 'actions').find(({ ref }) => ref === action.ref)
        const taker = evening.people.get(action.who[0] ?? '') ?? facilitator
        await taker.does({
          type: 'update-action',
          actionId: found?.['id'],
          seen: true,
          ...(action.state === 'done' || action.state === 'in-progress' ? { status: action.state } : {}),
        })
      }
    })
  }
  if (evening.fixture.expected?.weatherCount) {
    const expected = evening.fixture.expected.weatherCount
    const last =
      weather
        .map(({ at }) => at)
        .toSorted()
        .at(-1) ?? '00:00'
    evening.at(last, 2, 'the sky is counted', async () => {
      const entries = list(await evening.facilitator.board(), 'weather') as { value: string | null; passed: boolean }[]
      evening.checks.equal('AC-04', entries.filter(({ value }) => value !== null).length, expected, 'weathers given')
      evening.checks.equal('AC-04', entries.filter(({ passed }) => passed).length, weather.filter(({ passed }) => passed).length, 'passes')
    })
  }
}

/** Whisper texts, to search for. */
export const whisperTexts = (evening: Evening): string[] => (evening.fixture.whispers ?? []).map(({ text }) => text)
