import type { Act } from '../acts.ts'
import { Circle } from '../circle.ts'
import { applyFact } from '../fold.ts'
import type { Fact } from '../facts.ts'
import type { Actor, Scene } from '../scene.ts'
import { parseAct } from '../wire.ts'
import type { Hat } from './matrix.ts'

export const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
export const parsed = (input: unknown): Act => {
  const act = parseAct(input)
  if (!act.ok) throw new Error(JSON.stringify(act))
  return act.value
}

export const roles = { facil: 'facilitator', gwen: 'moodWatcher', tom: 'timekeeper', sam: 'scribe', kim: 'decisionKeeper' } as const

/** Who wears which hat: holders of roles are observers here, so that their own column shows and not the deciders’; only the carrier is a decider too. */
export const wearer: Record<Exclude<Hat, 'R'>, string> = {
  F: 'facil',
  G: 'gwen',
  T: 'tom',
  S: 'sam',
  K: 'kim',
  P: 'pia',
  D: 'dan',
  O: 'oli',
  H: 'hal',
  X: 'xav',
}

const people = (status: 'scheduled' | 'live' | 'review'): Scene => {
  const c = new Circle({
    title: 'x',
    purpose: 'y',
    scheduledStart: '2026-12-03T17:00:00Z',
    agenda: [{ id: 'i', kind: 'feedback', title: 'z', towards: 'org:coop' }],
  })
  for (const name of Object.values(wearer)) {
    if (name === 'xav') continue
    c.joins(name, {
      standing: name === 'dan' || name === 'pia' ? 'decider' : 'observer',
      host: name === 'hal',
      voices: name === 'dan' ? [{ org: 'org:coop', quality: '', mandate: 'free' }] : [],
    })
    c.arrives(name)
  }
  const add = (fact: Fact): void => {
    c.board = applyFact(c.board, { fact, stamp: { at: c.now } })
  }
  add({ type: 'item-set', itemId: 'i', changes: { carriers: ['pia'] } })
  add({
    type: 'decision-proposed',
    decisionId: 'd',
    text: 'x',
    itemId: 'i',
    title: 'x',
    process: 'consent',
    scope: 'operational',
    carrier: 'pia',
    responsible: 'org:sci',
    cc: [],
    efforts: [],
    criteria: [],
    reviewOn: '2027-01-01',
    reactionUntil: '2026-12-17',
  })
  if (status !== 'scheduled')
    for (const [name, role] of Object.entries(roles)) add({ type: 'role-taken', role, personId: name, rank: 'holder' })
  if (status !== 'scheduled') add({ type: 'meeting-opened' })
  if (status === 'review') {
    c.at(1)
    add({ type: 'meeting-closed', reviewUntil: '2026-12-10' })
    c.at(1).joins('xav')
    c.online.add('xav')
  }
  return c.scene()
}
export const scenes = { scheduled: people('scheduled'), live: people('live'), review: people('review') }
export const sceneOf = (hat: Hat): Scene => scenes[hat === 'H' ? 'scheduled' : hat === 'X' ? 'review' : 'live']
export const actorOf = (hat: Hat): Actor => {
  const ids = { actId: ID, randomId: () => ID }
  return hat === 'R' ? { kind: 'contact', org: 'org:sci', ...ids } : { kind: 'person', personId: wearer[hat], ...ids }
}
