import { evening } from './fixture.ts'
import { clock, type EveningPlayer } from './player.ts'

const { decision: d } = evening
const version = (n: number) => {
  const found = d.versions.find((given) => given.n === n)
  if (!found) throw new Error(`version ${n}`)
  return found
}

/** 18:50: the proposal is read, clarified, felt and amended [§2.4.6 steps 1–4]. */
export const proposeAndAmend = (evening_: EveningPlayer): void => {
  const { c } = evening_
  const itemId = evening_.item('4')
  c.did('awa', { type: 'open-item', itemId })
  evening_.decision = c.did('capucine', {
    type: 'propose',
    itemId,
    text: version(1).text,
    responsible: d.responsible,
    cc: d.cc,
    reviewOn: d.reviewOn,
    reactionUntil: d.reactionUntil,
    criteria: d.criteria,
    financial: d.financial,
  })
  const decisionId = evening_.decision
  c.did('leonard', { type: 'declare-interest', decisionId, text: d.interests[0]?.text ?? '' })
  c.at(clock('18:52')).did('awa', { type: 'next-step', decisionId, from: 'proposal' })
  c.did('elise', { type: 'set-summary', decisionId, step: 'clarification', text: d.clarifications })
  c.at(clock('18:55')).did('awa', { type: 'next-step', decisionId, from: 'clarification' })
  const roundId = c.did('awa', { type: 'start-round', kind: 'feelings', itemId })
  while (c.board.now.turn !== null) c.at(0.25).did(c.board.now.turn.personId, { type: 'end-turn', turnId: c.board.now.turn.turnId })
  c.did('awa', { type: 'end-round', roundId })
  c.did('elise', { type: 'set-summary', decisionId, step: 'feelings', text: d.feelings })
  c.at(clock('18:59')).did('awa', { type: 'next-step', decisionId, from: 'feelings' })
  c.did('capucine', { type: 'amend', decisionId, from: 1, text: version(2).text, change: version(2).change ?? '' })
  c.at(clock('19:00')).did('awa', { type: 'next-step', decisionId, from: 'amendment' })
}

/** Everyone gives their position, hidden; the last two leave the reveal to the caller. */
export const givePositions = (evening_: EveningPlayer, round: 1 | 2): void => {
  const { c } = evening_
  const positions = d.rounds.find((given) => given.round === round)?.positions ?? {}
  for (const [person, position] of Object.entries(positions)) {
    const objection = position === 'objection' ? d.objections.find((given) => given.person === person) : undefined
    const concern = position === 'concern' ? d.concerns.find((given) => given.person === person) : undefined
    const said = objection ?? concern
    c.did(person, {
      type: 'give-position',
      decisionId: evening_.decision,
      round,
      position,
      voice: said?.voice ?? c.board.people[person]?.voices[0]?.org ?? null,
      ...(said && { text: said.text }),
      ...(concern && { positions: concern.positions }),
    })
  }
}

/** 19:01–19:05: the level-3 signal, its welcome, a minute of silence and a short round. */
export const treatAlert = (evening_: EveningPlayer): void => {
  const { c } = evening_
  c.at(clock('19:01'))
  const signalId = evening_.raise('S3', 'tension', 3, '4')
  c.did('awa', { type: 'acknowledge-signal', signalId })
  c.did('awa', { type: 'care-signal', signalId, responses: ['silence', 'feelings-round'] })
  c.at(clock('19:05')).did('gwenola', { type: 'settle-signal', signalId })
  c.did('awa', { type: 'resume-item', itemId: evening_.item('4') })
}

/** 19:05: the objection is tested, taken into version 3; its author and the carrier say so in the test itself. */
export const integrate = (evening_: EveningPlayer): void => {
  const { c } = evening_
  const decisionId = evening_.decision
  c.did('awa', { type: 'next-step', decisionId, from: 'objections' })
  evening_.objection = c.board.decisions[decisionId]?.objections[0]?.id ?? ''
  c.did('awa', { type: 'test-objection', decisionId, objectionId: evening_.objection, result: 'accepted' })
  c.did('capucine', { type: 'amend', decisionId, from: 2, text: version(3).text, integrates: [evening_.objection] })
}

/** 19:10: small improvements, the text read aloud, actions taken. */
export const improveAndAdopt = (evening_: EveningPlayer): void => {
  const { c } = evening_
  const decisionId = evening_.decision
  c.at(clock('19:10')).did('awa', { type: 'next-step', decisionId, from: 'objections' })
  for (const { person, text } of d.improvements) {
    const improvementId = c.did(person, { type: 'improve', decisionId, text, voice: c.board.people[person]?.voices[0]?.org ?? null })
    c.did('capucine', { type: 'keep-improvement', decisionId, improvementId, kept: true })
  }
  c.at(clock('19:11')).did('katell', { type: 'adopt', decisionId, version: 3 })
  evening_.createAction('4')
  c.at(clock('19:12')).did('awa', { type: 'close-item', itemId: evening_.item('4') })
}
