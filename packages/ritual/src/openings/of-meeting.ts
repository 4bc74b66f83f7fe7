import type { meetingActs } from '../meeting/acts.ts'
import { phases, privacyLevels } from '../meeting/entities.ts'
import type { peopleActs } from '../people/acts.ts'
import type { roleActs } from '../roles/acts.ts'
import { ranks, roleIds } from '../roles/ids.ts'
import { SAMPLE, selves, today, type Probes } from './probe.ts'

const inAMonth = (now: string): string => new Date(Date.parse(now) + 30 * 86_400_000).toISOString()
const roles = () => roleIds.map((role) => ({ role }))

export const meetingProbes: Probes<keyof typeof meetingActs> = {
  convene: () => [{ purpose: SAMPLE }],
  cancel: () => [{ reason: SAMPLE }],
  open: () => [{}],
  'set-phase': ({ board }) => phases.map((to) => ({ from: board.now.phase, to })),
  pause: () => [{}],
  resume: () => [{}],
  close: () => [{}, { postponeRest: true }],
  interrupt: () => [{ reason: SAMPLE }],
  'agree-review': () => [{}],
  seal: () => [{}],
  reopen: () => [{ reason: SAMPLE }],
  'set-privacy': ({ board: { meeting } }) => {
    const tightest = (name: keyof typeof privacyLevels) => ({ [name]: privacyLevels[name].at(-1) })
    const settings = Object.keys(privacyLevels) as (keyof typeof privacyLevels)[]
    return settings.filter((name) => meeting.privacy[name] !== privacyLevels[name].at(-1)).map(tightest)
  },
  'set-frame': () => [{ frame: [SAMPLE] }],
  'agree-frame': () => [{}],
  'set-audience': () => [{ audience: 'circle' }],
  'set-licence': () => [{ licence: SAMPLE }],
  'set-glossary': () => [{ glossary: { [SAMPLE]: SAMPLE } }],
  'set-next-meeting': ({ now }) => [{ date: inAMonth(now) }],
}

export const peopleProbes: Probes<keyof typeof peopleActs> = {
  'set-voices': (ground) =>
    selves(ground).flatMap((who) => [
      { ...who, voices: [{ org: null, quality: today(ground) }] },
      // A name is put right beside the voices as they are.
      { ...who, voices: [...(ground.board.people[who.personId ?? ground.self ?? '']?.voices ?? [])], name: today(ground) },
    ]),
  'enter-person': () => [{ name: SAMPLE }],
  leave: (ground) => selves(ground),
  'set-standing': ({ board }) =>
    Object.values(board.people).map(({ id, standing }) => ({
      personId: id,
      standing: standing === 'decider' ? ('observer' as const) : ('decider' as const),
    })),
}

export const roleProbes: Probes<keyof typeof roleActs> = {
  'offer-role': ({ board }) =>
    roleIds.flatMap((role) => Object.keys(board.people).flatMap((personId) => ranks.map((rank) => ({ role, personId, rank })))),
  'claim-role': () => roleIds.flatMap((role) => ranks.map((rank) => ({ role, rank }))),
  'accept-role': roles,
  'decline-role': roles,
  'hand-over-role': ({ board, self }) =>
    roleIds.flatMap((role) => Object.keys(board.people).flatMap((personId) => (personId === self ? [] : [{ role, personId }]))),
  'ask-handover': roles,
  'object-to-relay': ({ board }) =>
    Object.values(board.roles).flatMap(({ role, relay }) => (relay?.volunteer ? [{ role, personId: relay.volunteer.personId }] : [])),
  'set-role-preference': () => roleIds.map((role) => ({ role, preference: 'in-pair' as const })),
}
