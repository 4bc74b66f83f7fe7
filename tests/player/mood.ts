import type { Evening } from './evening.ts'
import { byId, list } from './evening.ts'
import type { FixtureSignal } from './fixture.ts'
import type { Json } from './person.ts'
import { speakRound } from './weather.ts'
import { until } from './until.ts'

const whisperSeen = (evening: Evening, text: string): Json | undefined =>
  evening
    .person(evening.holder('moodWatcher'))
    .confidencesOf('whisper')
    .find((view) => (view['payload'] as Json)['text'] === text)

const planWhispers = (evening: Evening): void => {
  for (const whisper of evening.fixture.whispers ?? []) {
    evening.at(whisper.at, 1, `a whisper (${whisper.id})`, async () => {
      const watcher = evening.person(evening.holder('moodWatcher'))
      await evening.person(whisper._sender).does({ type: 'whisper', text: whisper.text, signed: !whisper.anonymous })
      // Unsigned whispers are delivered after 3–15 s of the record's time.
      await evening.secondsPass(16)
      await until(`whisper ${whisper.id} reaches the watch`, () => whisperSeen(evening, whisper.text) !== undefined, 20_000)
      const view = whisperSeen(evening, whisper.text) as Json
      evening.whispers.set(whisper.id, String(view['subject']))
      evening.checks.equal(
        'AC-10',
        view['personId'] ?? null,
        whisper.anonymous ? null : evening.person(whisper._sender).id,
        `sender of ${whisper.id}`,
      )
      for (const person of evening.people.values()) {
        const mayRead = person === watcher || (!whisper.anonymous && person === evening.person(whisper._sender))
        if (!mayRead) evening.checks.that('AC-10', !person.received(whisper.text), `${person.name} received whisper ${whisper.id}`)
      }
      if (evening.server && !evening.isVariant)
        evening.checks.equal('AC-10', evening.server.filesWith(whisper.text), [], `files that hold whisper ${whisper.id}`)
      await watcher.does({ type: 'read-whisper', whisperId: view['subject'] })
    })
  }
}

const raise = async (evening: Evening, signal: FixtureSignal): Promise<void> => {
  const watcher = evening.person(signal.by)
  const tapped = performance.now()
  const { id } = await watcher.does({
    type: 'raise-signal',
    kind: signal.kind,
    level: signal.level,
    ...(signal.item ? { itemId: evening.item(signal.item) } : {}),
    whisperIds: (signal.fromWhispers ?? []).flatMap((whisper) => evening.whispers.get(whisper) ?? []),
  })
  evening.signals.set(signal.id, id)
  const sees = (doc: { getMap: (name: string) => { toJSON: () => unknown } }): boolean =>
    JSON.stringify(doc.getMap('board').toJSON()).includes(id)
  await until('the signal is on every screen', () => [...evening.people.values()].every((person) => sees(person.doc)))
  evening.checks.that(
    'AC-09',
    !evening.measures || performance.now() - tapped < 1000,
    `${signal.id} took ${Math.round(performance.now() - tapped)} ms to reach all screens`,
  )
  const shown = byId(await watcher.board(), 'signals', id)
  evening.checks.equal(
    'AC-09',
    Object.keys(shown).filter((key) => ['raisedBy', 'by', 'phrase', 'aboutRole', 'personId'].includes(key)),
    [],
    'keys of a signal that name a person',
  )
  if (signal.item)
    await evening.refused('AC-09', evening.facilitator, { type: 'close-item', itemId: evening.item(signal.item), nextStep: 'non' })
}

/** A level-3 signal pauses the item; its round of feelings is spoken while it lasts. */
const careFor = async (evening: Evening, signal: FixtureSignal): Promise<void> => {
  const signalId = evening.signals.get(signal.id)
  if (signal.level === 3 && signal.item) {
    const item = byId(await evening.facilitator.board(), 'agenda', evening.item(signal.item))
    evening.checks.equal('AC-15', item['status'], 'paused', `item ${signal.item} during ${signal.id}`)
  }
  await evening.facilitator.does({ type: 'care-signal', signalId, responses: signal.responses })
  if (signal.responses.includes('feelings-round')) {
    const { id: roundId } = await evening.facilitator.does({
      type: 'start-round',
      kind: 'feelings',
      mode: 'circle',
      prompt: 'Comment je me sens ?',
    })
    await speakRound(evening, roundId, async () => 'said')
  }
}

const handOver = (evening: Evening, signal: FixtureSignal): void => {
  const asked = signal._consentAsked ?? []
  const { handover } = signal
  const when = handover?.at ?? signal.closedAt
  evening.at(when, 2, `consents for ${signal.id}`, async () => {
    const watcher = evening.person(signal.by)
    const signalId = evening.signals.get(signal.id)
    await watcher.does({
      type: 'ask-consents',
      signalId,
      to: handover?.to ?? 'com:ecoute',
      people: asked.map((id) => evening.person(id).id),
    })
    await until('each is asked on their own screen', () => asked.every((id) => evening.person(id).confidencesOf('handover').length > 0))
    for (const [id, person] of evening.people) {
      if (asked.includes(id) || id === signal.by) continue
      evening.checks.equal('AC-23', person.confidencesOf('handover').length, 0, `handover asked on ${person.name}’s screen`)
    }
    await evening.refused('AC-23', watcher, { type: 'hand-over-signal', signalId }, 'consent-missing')
    for (const id of asked)
      await evening.person(id).does({ type: handover?.consents.includes(id) ? 'consent-handover' : 'refuse-handover', signalId })
    if (handover && asked.every((id) => handover.consents.includes(id))) await watcher.does({ type: 'hand-over-signal', signalId })
    else await evening.refused('AC-23', watcher, { type: 'hand-over-signal', signalId }, 'consent-missing')
  })
}

/** Whispers, signals, their treatment, and consents for handing over. */
export const planMood = (evening: Evening): void => {
  planWhispers(evening)
  for (const signal of evening.fixture.signals ?? []) {
    evening.at(signal.at, 3, `signal ${signal.id} (${signal.kind}, level ${signal.level})`, () => raise(evening, signal))
    evening.at(signal.acknowledgedAt, 4, `${signal.id} is welcomed`, async () => {
      await evening.facilitator.does({ type: 'acknowledge-signal', signalId: evening.signals.get(signal.id) })
      await careFor(evening, signal)
    })
    evening.at(signal.closedAt, -3, `${signal.id} is settled`, async () => {
      await evening.person(signal.by).does({ type: 'settle-signal', signalId: evening.signals.get(signal.id) })
      if (signal.level !== 3 || !signal.item) return
      const item = byId(await evening.facilitator.board(), 'agenda', evening.item(signal.item))
      if (item['status'] === 'paused') await evening.facilitator.does({ type: 'resume-item', itemId: evening.item(signal.item) })
    })
    if (signal._consentAsked) handOver(evening, signal)
  }
  for (const { phase, start, minutes } of evening.fixture.phases.filter((entry) => entry.phase === 'pause')) {
    evening.at(start, 0, `${phase}, ${minutes} min`, async () => void (await evening.facilitator.does({ type: 'pause', minutes })))
    evening.at(
      evening.hour(start) + minutes * 60_000,
      -5,
      'the pause ends',
      async () => void (await evening.facilitator.does({ type: 'resume' })),
    )
  }
}

/** Signals of the board that everyone must see treated before closing. */
export const openSignals = async (evening: Evening): Promise<number> =>
  list(await evening.facilitator.board(), 'signals').filter(({ status }) => ['raised', 'acknowledged', 'in-care'].includes(String(status)))
    .length
