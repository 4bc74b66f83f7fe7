import { describe, expect, test } from 'vitest'
import { actTypes } from '../acts.ts'
import { actorOf, ID, parsed, roles, sceneOf, scenes, wearer } from './cast.ts'
import { hats, matrix, permissionOf, type Hat, type Permission } from './matrix.ts'
import { isOpenTo, permit } from './permit.ts'

/** The table of ritual.md §2.6 as it is printed there, columns F G T S K P D O H X R. */
const printed: Record<string, string> = {
  'convene-meeting': '– – – – – – – – ● – –',
  'propose-item': '● ● ● ● ● ● ● ◐ ● ● ●',
  'order-agenda': '● – ◐ – – ○ – – ● – –',
  'open-or-phase': '● – – – – – ◐ – ● – –',
  'take-role': '● ● ● ● ● ● ● ◐ ● – –',
  'hand-over-role': '○ ○ ○ ○ ○ ○ – – – – –',
  'ask-handover': '● ● ● ● ● ● ● – – – –',
  'run-round': '● – – – – – – – – – –',
  'own-turn': '○ ○ ○ ○ ○ ○ ○ ○ – – –',
  'own-entry': '○ ○ ○ ○ ○ ○ ○ ○ – – –',
  'read-weather': '● ● ● ● ● ● ● ● – – –',
  'ask-floor': '● ● ● ● ● ● ● ● – – –',
  'run-item': '● ◐ – – – ◐ – – – – –',
  'run-timer': '● – ● – – – – – – – –',
  'edit-words': '● ● ● ● ● ● ● – – – –',
  'add-note': '● ● ● ● ● ● ● ● – – –',
  'edit-note': '○ ○ ○ ● ○ ○ ○ ○ – – –',
  'hide-note': '– ● – ● – – – – – – –',
  whisper: '● – ● ● ● ● ● ● – – –',
  'read-whispers': '– ● – – – – – – – – –',
  'raise-ripple': '– ● – – – – – – – – –',
  'raise-signal': '– ● – – – – ◐ ◐ – – –',
  'welcome-signal': '◐ – – – – – – – – – –',
  'settle-signal': '– ◐ – – – – – – – – –',
  'hand-over-signal': '– ◐ – – – – – – – – –',
  'propose-decision': '– – – – – ● – – – – –',
  'move-decision': '● – – – – – – – – – –',
  'own-position': '○ ○ ○ ○ ○ ○ ○ – – – –',
  'reveal-positions': '● – – – – – – – – – –',
  'withdraw-proposal': '– – – – – ● – – – – –',
  'record-adoption': '● – – – ● – – – – – –',
  'advise-react': '● ● ● ● ● ● ● ● – ◐ ●',
  'answer-feedback': '◐ ◐ ◐ ◐ ◐ ◐ ◐ – – – ●',
  'create-action': '● ● ● ● ● ● ● ● – – –',
  'take-action': '○ ○ ○ ○ ○ ○ ○ ○ – ○ ○',
  'tighten-privacy': '● ● ● ● ● ● ● ● – – –',
  'close-meeting': '● – – – – – ◐ – – – –',
  'preview-minutes': '● ● ● ● ● ● ● ● – – –',
  'download-draft': '● – – ● – – – – – – –',
  'withdraw-entry': '○ ○ ○ ○ ○ ○ ○ ○ – – –',
  'ask-correction': '● ● ● ● ● ● ● ● – ● ●',
  'accept-correction': '– – – ● – – – – – – –',
  seal: '◐ – – ◐ – – – – – – –',
  'export-sealed': '● ● ● ● ● ● ● ● ● ◐ ●',
  transmit: '● – – – ● – – – – – –',
  register: '– – – – – – – – – – ●',
  reopen: '◐ – – ◐ – – – – – – –',
  // « Acts without a row above »
  facilitate: '● – – – – – – – – – –',
  'list-item': '● – – – – – – – ● – –',
  'carry-signal': '● ● – – – – – – – – –',
  'write-record': '● – – ● – – – – – – –',
  carry: '– – – – – ● – – – – –',
  'decide-advice': '○ ○ ○ ○ ○ ○ ○ – – – –',
  'ask-consents': '– ● – – – – – – – – –',
  'enter-person': '– – – – – – ● – – – –',
  everyone: '● ● ● ● ● ● ● ● – – –',
  'everyone-own': '○ ○ ○ ○ ○ ○ ○ ○ – – –',
  'renew-links': '● – – – – – – – ● – –',
}
const permissions = Object.keys(matrix) as Permission[]
const mark = (cell: string): string => ({ yes: '●', own: '○', no: '–' })[cell] ?? '◐'

describe('[§2.6] the matrix is the printed table, cell by cell', () => {
  test.each(permissions)('%s', (permission) => {
    expect(matrix[permission].map(mark).join(' ')).toBe(printed[permission])
  })
  test('no row of either is missing', () => {
    expect(permissions.toSorted()).toEqual(Object.keys(printed).toSorted())
    expect(actTypes.every((type) => permissionOf[type] in printed)).toBe(true)
  })
})

/** One act per row; every one is about item `i`, which pia carries, or its decision. */
const actOf: Partial<Record<Permission, unknown>> = {
  'convene-meeting': { type: 'cancel', reason: 'x' },
  'propose-item': { type: 'propose-item', kind: 'information', title: 'x' },
  'order-agenda': { type: 'set-item', itemId: 'i', title: 'x' },
  'open-or-phase': { type: 'set-phase', from: null, to: 'weather' },
  'take-role': { type: 'claim-role', role: 'decisionKeeper' },
  'ask-handover': { type: 'ask-handover', role: 'scribe' },
  'run-round': { type: 'start-round', kind: 'free' },
  'own-turn': { type: 'end-turn', turnId: ID },
  'own-entry': { type: 'give-weather', value: 'sun' },
  'ask-floor': { type: 'ask-floor' },
  'run-item': { type: 'open-item', itemId: 'i' },
  'run-timer': { type: 'agree-overrun', itemId: 'i', minutes: 5 },
  'add-note': { type: 'add-note', itemId: 'i', text: 'x' },
  'edit-note': { type: 'edit-note', noteId: ID, text: 'x' },
  'hide-note': { type: 'hide-note', noteId: ID },
  whisper: { type: 'whisper', text: 'x' },
  'read-whispers': { type: 'read-whisper', whisperId: ID },
  'raise-ripple': { type: 'raise-signal', kind: 'tension', level: 1 },
  'raise-signal': { type: 'raise-signal', kind: 'tension', level: 2 },
  'welcome-signal': { type: 'acknowledge-signal', signalId: ID },
  'settle-signal': { type: 'settle-signal', signalId: ID },
  'hand-over-signal': { type: 'hand-over-signal', signalId: ID },
  'propose-decision': { type: 'amend', decisionId: 'd', from: 1, text: 'x' },
  'move-decision': { type: 'next-step', decisionId: 'd', from: 'proposal' },
  'own-position': { type: 'give-position', decisionId: 'd', round: 1, position: 'aside' },
  'reveal-positions': { type: 'reveal', decisionId: 'd', round: 1 },
  'withdraw-proposal': { type: 'withdraw-proposal', decisionId: 'd' },
  'record-adoption': { type: 'adopt', decisionId: 'd', version: 1 },
  'advise-react': { type: 'react', itemId: 'i', reactionType: 'support', text: 'x' },
  'answer-feedback': { type: 'answer-feedback', itemId: 'i', text: 'x' },
  'create-action': { type: 'create-action', title: 'x' },
  'take-action': { type: 'accept-action', actionId: ID },
  'tighten-privacy': { type: 'set-privacy', weather: 'held' },
  'close-meeting': { type: 'close' },
  'withdraw-entry': { type: 'withdraw-entry', kind: 'weather' },
  'ask-correction': { type: 'ask-correction', place: 'x', after: 'y' },
  'accept-correction': { type: 'accept-correction', correctionId: ID },
  seal: { type: 'seal' },
  transmit: { type: 'transmit', decisionId: 'd' },
  register: { type: 'register', decisionId: 'd', structureRef: 'x' },
  reopen: { type: 'reopen', reason: 'x' },
  facilitate: { type: 'set-frame', frame: ['x'] },
  'list-item': { type: 'list-item', itemId: 'i' },
  'carry-signal': { type: 'carry-signal', signalId: ID, as: 'item' },
  'write-record': { type: 'set-audience', audience: 'circle' },
  carry: { type: 'set-broadcast', itemId: 'i', text: 'x', decidedOn: '2026-12-01' },
  'decide-advice': { type: 'conclude-advice', itemId: 'i', text: 'x' },
  'ask-consents': { type: 'ask-consents', signalId: ID, to: 'org:x', people: ['dan'] },
  'enter-person': { type: 'enter-person', name: 'x' },
  everyone: { type: 'agree-frame' },
  'everyone-own': { type: 'leave' },
}

/** What the notes under the table make of each ◐ in these scenes: facilitation and mood-watch are there, no signal is about a role, dan speaks for the target. */
const conditional: Record<string, boolean> = {
  'propose-item O': true,
  'order-agenda T': false,
  'open-or-phase D': false,
  'take-role O': false,
  'run-item G': false,
  'run-item P': false,
  'raise-signal D': false,
  'raise-signal O': false,
  'welcome-signal F': true,
  'settle-signal G': true,
  'hand-over-signal G': true,
  'advise-react X': true,
  'answer-feedback F': false,
  'answer-feedback G': false,
  'answer-feedback T': false,
  'answer-feedback S': false,
  'answer-feedback K': false,
  'answer-feedback P': false,
  'answer-feedback D': true,
  'close-meeting D': false,
  'seal F': true,
  'seal S': true,
  'reopen F': true,
  'reopen S': true,
}
const cellAllows = (permission: Permission, hat: Hat): boolean => {
  const symbol = printed[permission]?.split(' ')[hats.indexOf(hat)]
  return symbol === '●' || symbol === '○' || (symbol === '◐' && conditional[`${permission} ${hat}`] === true)
}
/** Everyone is also a participant: what the observer's column gives, every person here has too, but for the mood-watch that does not whisper to itself. */
const expected = (permission: Permission, hat: Hat): boolean => {
  if (cellAllows(permission, hat)) return true
  if (permission === 'whisper' && hat === 'G') return false
  // Before the opening nobody holds a role: anyone may raise anything and turn a key, if only there were something to raise or to seal.
  if (hat === 'H' && ['raise-signal', 'seal', 'reopen'].includes(permission)) return true
  if (permission === 'answer-feedback') return hat === 'R'
  return hat !== 'R' && hat !== 'D' && cellAllows(permission, hat === 'P' ? 'D' : 'O')
}

describe('[§2.6] permit answers as the table says, every row for every hat', () => {
  const rows = permissions.filter((permission) => permission !== 'hand-over-role' && actOf[permission] !== undefined)
  test.each(rows.flatMap((permission) => hats.map((hat) => [permission, hat] as const)))('%s as %s', (permission, hat) => {
    const answer = permit(sceneOf(hat), actorOf(hat), parsed(actOf[permission]))
    expect(answer.ok).toBe(expected(permission, hat))
  })
  test.each(['F', 'G', 'T', 'S', 'K'] as const)('hand-over-role as %s: one’s own', (hat) => {
    const role = roles[wearer[hat] as keyof typeof roles]
    expect(permit(sceneOf(hat), actorOf(hat), parsed({ type: 'hand-over-role', role, personId: 'dan' })).ok).toBe(true)
  })
  test('hand-over-role: a participant without role has none to give', () => {
    expect(permit(scenes.live, actorOf('D'), parsed({ type: 'hand-over-role', role: 'scribe', personId: 'oli' }))).toMatchObject({
      refused: 'not-permitted',
    })
  })
  test.each(['read-weather', 'edit-words', 'preview-minutes', 'download-draft', 'export-sealed', 'renew-links'] as const)(
    '%s, which no act asks for',
    (permission) => {
      for (const hat of hats)
        expect([hat, isOpenTo(sceneOf(hat), actorOf(hat), permission)]).toEqual([
          hat,
          expected(permission, hat) || cellOpen(permission, hat),
        ])
    },
  )
  const cellOpen = (permission: Permission, hat: Hat): boolean => printed[permission]?.split(' ')[hats.indexOf(hat)] === '◐'
})
