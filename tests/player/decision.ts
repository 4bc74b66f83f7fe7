import type { Evening } from './evening.ts'
import { byId } from './evening.ts'
import type { FixtureDecision } from './fixture.ts'
import { speakRound } from './weather.ts'

type BoardDecision = {
  step: string
  status: string
  ref?: string
  versions: { n: number; text: string }[]
  rounds: { round: number; counts?: Record<string, number>; revealedAt?: string }[]
  objections: { id: string; tested: string; lifted: boolean }[]
  improvements: { id: string }[]
}

const read = async (evening: Evening): Promise<BoardDecision> =>
  byId(await evening.facilitator.board(), 'decisions', evening.decisionId) as unknown as BoardDecision
const next = (evening: Evening, from: string) => evening.facilitator.does({ type: 'next-step', decisionId: evening.decisionId, from })

/** Each decider gives a position at once; nobody can read any before the reveal. */
const positions = async (
  evening: Evening,
  decision: FixtureDecision,
  round: FixtureDecision['rounds'][number],
  staysHidden: boolean,
): Promise<void> => {
  const { decisionId } = evening
  for (const [who, position] of Object.entries(round.positions)) {
    const concern = position === 'concern' ? decision.concerns.find(({ person }) => person === who) : undefined
    const objection = position === 'objection' ? decision.objections.find(({ person }) => person === who) : undefined
    const voice = concern?.voice ?? objection?.voice ?? null
    await evening.person(who).does({
      type: 'give-position',
      decisionId,
      round: round.round,
      position,
      voice,
      ...(objection ? { text: objection.text } : {}),
      ...(concern ? { text: concern.text, ...(concern.positions ? { positions: concern.positions } : {}) } : {}),
    })
  }
  const texts = [...decision.objections, ...decision.concerns].filter(({ person }) =>
    ['objection', 'concern'].includes(round.positions[person] ?? ''),
  )
  for (const { person: author, text } of texts) {
    // A concern repeated in a later round has already been read by all.
    if (round.round > 1) continue
    for (const [id, person] of evening.people)
      if (id !== author)
        evening.checks.that('AC-13', !person.received(text), `${person.name} received a position of ${author} before the reveal`)
    const board = JSON.stringify(await evening.facilitator.board())
    evening.checks.that('AC-13', !board.includes(text), 'the board holds a position before the reveal')
    if (evening.server && !evening.isVariant)
      evening.checks.equal('AC-13', evening.server.filesWith(text), [], 'files that hold a position in clear')
  }
  const before = (await read(evening)).rounds.find(({ round: n }) => n === round.round)
  evening.checks.that(
    'AC-16',
    before?.counts === undefined && before?.revealedAt === undefined,
    `round ${round.round} starts with positions`,
  )
  for (const { id, standing } of evening.fixture.participants) {
    if (standing === 'observer')
      await evening.refused('AC-17', evening.person(id), {
        type: 'give-position',
        decisionId,
        round: round.round,
        position: 'no-objection',
      })
  }
  if (staysHidden) return
  await evening.facilitator.does({ type: 'reveal', decisionId, round: round.round })
  const counts = (await read(evening)).rounds.find(({ round: n }) => n === round.round)?.counts ?? {}
  const expected = Object.values(round.positions)
  for (const position of ['no-objection', 'concern', 'objection']) {
    evening.checks.equal(
      'AC-17',
      counts[position] ?? 0,
      expected.filter((given) => given === position).length,
      `round ${round.round}, ${position}`,
    )
  }
}

const integrate = async (evening: Evening, decision: FixtureDecision, version: FixtureDecision['versions'][number]): Promise<void> => {
  const { decisionId, facilitator } = evening
  const carrier = evening.person(decision.carrier)
  await next(evening, 'objections')
  const board = await read(evening)
  const open = decision.objections.map((objection, index) => ({ objection, objectionId: board.objections[index]?.id }))
  for (const { objection, objectionId } of open) {
    await evening.refused('AC-14', facilitator, { type: 'lift-objection', decisionId, objectionId })
    await facilitator.does({ type: 'test-objection', decisionId, objectionId, result: objection.tested })
  }
  await carrier.does({
    type: 'amend',
    decisionId,
    from: version.n - 1,
    text: version.text,
    ...(version.change ? { change: version.change } : {}),
    integrates: open.map(({ objectionId }) => objectionId),
  })
  for (const { objection, objectionId } of open) {
    await evening.person(objection.person).does({ type: 'lift-objection', decisionId, objectionId })
    await carrier.does({ type: 'confirm-objection', decisionId, objectionId })
  }
}

const propose = (evening: Evening, decision: FixtureDecision) => async (): Promise<void> => {
  const carrier = evening.person(decision.carrier)
  const first = decision.versions[0]
  const { id } = await carrier.does({
    type: 'propose',
    itemId: evening.item(decision.item),
    title: decision.title,
    text: first?.text,
    process: decision.process,
    responsible: decision.responsible,
    reviewOn: decision.reviewOn,
    reactionUntil: decision.reactionUntil,
    cc: decision.cc ?? [],
    ...(decision.criteria ? { criteria: decision.criteria } : {}),
    ...(decision.financial ? { financial: decision.financial } : {}),
  })
  evening.decisionId = id
}

type Move = (evening: Evening, decision: FixtureDecision, step: FixtureDecision['steps'][number], first: boolean) => Promise<void>

const moves: Record<string, Move> = {
  proposal: (evening, decision) => propose(evening, decision)(),
  clarification: async (evening, decision) => {
    await next(evening, 'proposal')
    if (decision.clarifications)
      await evening.scribe.does({
        type: 'set-summary',
        decisionId: evening.decisionId,
        step: 'clarification',
        text: decision.clarifications,
      })
  },
  feelings: async (evening, decision) => {
    await next(evening, 'clarification')
    const { id: roundId } = await evening.facilitator.does({
      type: 'start-round',
      kind: 'feelings',
      mode: 'circle',
      prompt: 'Ton ressenti ?',
      itemId: evening.item(decision.item),
    })
    await speakRound(evening, roundId, async () => 'said')
    if (decision.feelings)
      await evening.scribe.does({ type: 'set-summary', decisionId: evening.decisionId, step: 'feelings', text: decision.feelings })
  },
  amendment: async (evening, decision, step) => {
    await next(evening, 'feelings')
    const version = decision.versions.find(({ n }) => n === step.version)
    if (!version || version.n === 1) return
    await evening.person(decision.carrier).does({
      type: 'amend',
      decisionId: evening.decisionId,
      from: version.n - 1,
      text: version.text,
      ...(version.change ? { change: version.change } : {}),
    })
  },
  objections: async (evening, decision, step, first) => {
    await next(evening, first ? 'amendment' : 'integration')
    const round = decision.rounds.find(({ round: n }) => n === step.round)
    if (!round) return
    await positions(evening, decision, round, step._unrevealed === true)
    if (step._unrevealed) return
    if (Object.values(round.positions).includes('objection')) {
      await evening.refused('AC-14', evening.person(evening.holder('decisionKeeper')), {
        type: 'adopt',
        decisionId: evening.decisionId,
        version: round.version,
      })
    }
  },
  integration: async (evening, decision, step) => {
    const version = decision.versions.find(({ n }) => n === step.version)
    if (version) await integrate(evening, decision, version)
  },
  improvement: async (evening, decision) => {
    await next(evening, 'objections')
    for (const { person, text } of decision.improvements ?? []) {
      const { id } = await evening.person(person).does({ type: 'improve', decisionId: evening.decisionId, text })
      const { improvements } = await read(evening)
      const improvementId = improvements.find((found) => found.id === id)?.id ?? improvements.at(-1)?.id
      await evening.person(decision.carrier).does({ type: 'keep-improvement', decisionId: evening.decisionId, improvementId, kept: true })
    }
  },
  adopted: async (evening, decision) => {
    const { decisionId } = evening
    for (const { person, text } of decision.interests ?? [])
      await evening.person(person).does({ type: 'declare-interest', decisionId, text })
    const last = decision.versions.at(-1)
    await evening.person(evening.holder('decisionKeeper')).does({ type: 'adopt', decisionId, version: last?.n })
    const adopted = await read(evening)
    evening.checks.equal(
      'AC-18',
      [adopted.status, adopted.ref, adopted.versions.at(-1)?.text],
      ['adopted', decision.ref, last?.text],
      'the adopted decision',
    )
    for (const who of [decision.carrier, evening.holder('facilitator'), evening.holder('scribe')]) {
      await evening.refused('AC-18', evening.person(who), { type: 'amend', decisionId, from: last?.n, text: 'autre texte' })
    }
  },
}

/** The consent process, step by step, at the minutes of the fixture. */
export const planDecision = (evening: Evening, decision: FixtureDecision, _endMs: number): void => {
  let rounds = 0
  for (const step of decision.steps) {
    const first = step.step === 'objections' && rounds++ === 0
    evening.at(step.at, 2, `decision: ${step.step}${step.round ? ` ${step.round}` : ''}`, () => {
      const move = moves[step.step]
      if (!move) throw new Error(`unknown step ${step.step}`)
      return move(evening, decision, step, first)
    })
  }
}
