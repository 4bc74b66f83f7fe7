import { stepsOf, type Act, type ActType, type Decision, type Phase, type PublicBoard } from '@clairiere/ritual'

/** When an act that the rules would take belongs on the screens: about which thing, in which step. */
type When = (board: PublicBoard, act: Act, personId: string) => boolean

const phase =
  (...names: string[]): When =>
  ({ now, meeting }) =>
    meeting.status === 'live' && names.includes(now.phase ?? 'welcome')
/** About the item that is open, and not while the whole screen says « Pause ». */
const here: When = ({ now, actions, decisions }, act) => {
  const of = act as unknown as Readonly<Record<string, string | undefined>>
  const about = of['itemId'] ?? of['actionId'] ?? of['decisionId']
  const itemId = of['itemId'] ?? actions[of['actionId'] ?? '']?.itemId ?? decisions[of['decisionId'] ?? '']?.itemId
  return now.pause === null && now.itemId !== null && (about === undefined || itemId === now.itemId)
}
/** The step of the decision that an act is about. */
const stepOf = ({ decisions }: PublicBoard, act: Act): Decision['step'] | undefined =>
  'decisionId' in act && act.decisionId !== undefined ? decisions[act.decisionId]?.step : undefined
/** While the group takes a break nothing else is asked of it; an alert’s pause has its treatment on the same screen. */
const noBreak: When = ({ now }) => now.pause === null || now.pause.signalId !== undefined
const noPause: When = ({ now }) => now.pause === null
const kind =
  (...kinds: string[]): When =>
  (board, act, personId) =>
    here(board, act, personId) && kinds.includes(board.items[board.now.itemId ?? '']?.kind ?? '')

const carriesWhatIsOpen = ({ now, items }: PublicBoard, personId: string): boolean =>
  items[now.itemId ?? '']?.carriers.includes(personId) === true

/** Whoever has said their closing word may change it; the screen then offers that, and no word anew. */
const notYetHeard: When = (board, act, personId) => phase('closing')(board, act, personId) && !board.closing.heard.includes(personId)

/** The step before the present one, and the one after it. */
const nextTo = ({ meeting, now }: PublicBoard): readonly (Phase | undefined)[] => {
  const steps = stepsOf(meeting)
  const at = now.phase === null ? -1 : steps.indexOf(now.phase)
  return [steps[at - 1], steps[at + 1]]
}

/** Acts that the rules take more widely than a screen should show them, each with the moment it belongs to; what is not listed belongs wherever the rules allow it. */
export const belongs: Partial<Record<ActType, When>> = {
  // A feeling is asked for in its own round; the rules take it earlier and later, for those who come late or were offline.
  'give-weather': phase('weather'),
  'pass-weather': phase('weather'),
  'give-closing': notYetHeard,
  'pass-closing': notYetHeard,
  // What is said of an item is said where the item is.
  'add-note': here,
  'create-action': here,
  // Somebody else’s action is helped, not taken from them; the rules let two share it.
  'accept-action': (board, act, personId) => {
    const { takers = [] } = board.actions['actionId' in act ? act.actionId : ''] ?? {}
    return here(board, act, personId) && (takers.length === 0 || takers.some((taker) => taker.personId === personId))
  },
  'give-back-action': here,
  'help-action': here,
  'declare-interest': here,
  // Questions and feelings are summed up once the proposal has been read, until it is recorded.
  'set-summary': (board, act, personId) => {
    const step = stepOf(board, act)
    return here(board, act, personId) && step !== 'listening' && step !== 'proposal' && step !== 'adopted'
  },
  // An objection is tested where it is worked on, one at a time.
  'test-objection': (board, act, personId) => here(board, act, personId) && stepOf(board, act) === 'integration',
  'lift-objection': (board, act, personId) => here(board, act, personId) && stepOf(board, act) === 'integration',
  'state-objection': here,
  'ask-floor': noPause,
  'call-frame-point': noPause,
  'set-whispers': noPause,
  'set-glossary': noPause,
  'advance-care': noBreak,
  commit: here,
  'pause-item': here,
  'postpone-item': here,
  interrupt: noPause,
  // What is said of an item by who carries it is said once it is opened; the rules let them write ahead.
  'state-feedback': kind('feedback'),
  'set-advice': kind('advice'),
  'ask-advice': kind('advice'),
  'set-broadcast': kind('broadcast'),
  // Refused where it is offered; who is relay or pair already steps back on the role's card.
  'decline-role': ({ roles }, act, personId) => {
    const seat = 'role' in act ? roles[act.role] : undefined
    return seat?.relay?.volunteer?.personId === personId || seat?.offers.some((offer) => offer.personId === personId) === true
  },
  'set-sovereignty': kind('feedback'),
  // Whoever carries it answers the reactions, and has none of their own; an item that is closed is answered on its page.
  react: (board, act, personId) => kind('broadcast')(board, act, personId) && !carriesWhatIsOpen(board, personId),
  'answer-reaction': ({ now, reactions }, act) =>
    now.pause === null && 'reactionId' in act && reactions[act.reactionId]?.itemId === now.itemId && now.itemId !== null,
  'answer-feedback': kind('feedback'),
  'answer-advice': kind('advice'),
  'conclude-advice': kind('advice'),
  // One advice each is asked for; what comes after is said aloud, or as a note.
  'give-advice': (board, act, personId) =>
    kind('advice')(board, act, personId) &&
    !carriesWhatIsOpen(board, personId) &&
    board.advice[board.now.itemId ?? '']?.given.every((one) => one.personId !== personId) === true,
  'learn-from-feedback': kind('feedback'),
  'update-action': (board, act, personId) =>
    phase('follow-up')(board, act, personId) && board.actions['actionId' in act ? act.actionId : '']?.carriedOver?.seen === false,
  'set-next-meeting': phase('wrap-up'),
  // Rounds are proposed where the ritual has one; inside an item they come with a signal or a decision.
  'start-round': phase('weather', 'closing'),
  // One item after the other: another one is opened between two.
  'open-item': ({ now }) => now.phase === 'agenda' && now.itemId === null && now.pause === null,
  close: phase('wrap-up'),
  'agree-frame': phase('welcome'),
  'set-privacy': phase('welcome'),
  'set-frame': phase('welcome'),
  'care-signal': noBreak,
  'settle-signal': noBreak,
  'ask-consents': noBreak,
  'carry-signal': noBreak,
  // One step on, or one back; while everything stops, nothing but the treatment is offered.
  'set-phase': (board, act, personId) => noPause(board, act, personId) && 'to' in act && nextTo(board).some((step) => step === act.to),
  pause: noPause,
  'propose-item': noPause,
  leave: noPause,
  'set-voices': noPause,
  'enter-person': noPause,
  'raise-signal': noPause,
}

/** The same after the end, when people read again, answer what stayed open and seal. */
export const belongsAfter: Partial<Record<ActType, When>> = {
  // What was given offline still arrives on the day after [§4.5]; nobody is asked for it any more.
  'give-weather': () => false,
  'give-closing': () => false,
  // One advice each, as before; an action is taken where nobody has it or where one was asked, and said done by who took it.
  'give-advice': ({ advice }, act, personId) => {
    const request = advice['itemId' in act ? (act.itemId ?? '') : '']
    return request?.decider !== personId && request?.given.every((one) => one.personId !== personId) === true
  },
  // What comes from a meeting before is answered at its follow-up.
  'give-back-action': ({ actions }, act) => actions['actionId' in act ? act.actionId : '']?.itemId !== undefined,
  'accept-action': ({ actions }, act, personId) => {
    const { takers = [] } = actions['actionId' in act ? act.actionId : ''] ?? {}
    return takers.length === 0 || takers.some((taker) => taker.personId === personId)
  },
  'update-action': ({ actions }, act, personId) => {
    const { takers = [], itemId } = actions['actionId' in act ? act.actionId : ''] ?? {}
    return itemId !== undefined && takers.some((taker) => taker.personId === personId && taker.accepted)
  },
  // Whose an entry without a name is, a device cannot always tell: these are asked about where the name stands.
  'edit-note': ({ notes }, act, personId) => notes['noteId' in act ? act.noteId : '']?.personId === personId,
  're-attribute': (board, act, personId) => 'id' in act && act.id !== undefined && ownEntries(board, personId).includes(act.id),
  'withdraw-entry': (board, act, personId) => !('id' in act) || act.id === undefined || ownEntries(board, personId).includes(act.id),
  // Whoever carries what was decided answers the reactions.
  react: ({ decisions, items, broadcasts }, act, personId) => {
    const { decisionId, itemId } = act as { decisionId?: string; itemId?: string }
    const decision = decisions[decisionId ?? '']
    const item = items[itemId ?? decision?.itemId ?? '']
    return (
      decision?.carrier !== personId &&
      item?.carriers.includes(personId) === false &&
      (itemId === undefined || broadcasts[itemId] !== undefined)
    )
  },
}

/** Ids of the entries that show this person's name. */
const ownEntries = ({ notes, reactions, advice, decisions }: PublicBoard, personId: string): readonly string[] =>
  [
    ...Object.values(notes),
    ...Object.values(reactions),
    ...Object.values(advice).flatMap(({ given }) => given),
    ...Object.values(decisions).flatMap(({ objections, concerns, improvements }) => [...objections, ...concerns, ...improvements]),
  ].flatMap((entry) => (entry.personId === personId ? [entry.id] : []))

/** Acts that none of the places walked through shows, with where they stand instead. */
export const elsewhere: Partial<Record<ActType, string>> = {
  'claim-role': 'on a role’s card, opened from the circle',
  'offer-role': 'on a role’s card',
  'hand-over-role': 'on a role’s card',
  'ask-handover': 'on a role’s card',
  'set-role-preference': 'on a role’s card',
  'withdraw-entry': 'on the page of the minutes, « Mes paroles », where one reads all of one’s own words',
  're-attribute': 'on the page of the minutes, « Mes paroles »',
  'edit-note': 'in the menu of the note itself',
  'hide-note': 'in the menu of the note itself',
  'set-item': 'in « Autres gestes » of the item’s own page, opened from the agenda',
  'withdraw-item': 'in « Autres gestes » of the item’s own page',
  'plan-minutes': 'in « Ranger » and on the item’s own page',
  'order-items': 'in « Ranger », when two items are listed',
  'answer-whisper': 'under a signed whisper, one for each',
  'agree-overrun': 'beside the time, once what was planned is held',
  transmit: 'on the page of the minutes, beside each decision',
  'support-idea': 'a box to tick beside each idea',
  'read-whisper': 'beside a whisper that was not read yet',
  'set-audience': 'on the page of the minutes, « Diffusion et licence »',
  'set-licence': 'on the page of the minutes, « Diffusion et licence »',
  'set-standing': 'on a person’s card, opened from the circle',
  'set-floor-order': 'a choice beside the queue, once two ask',
  'give-floor': 'beside a name in the queue, once somebody is in it',
}

/** Offered although a rule holds them back: their sheet, or pressing them, says what is missing. */
export const saysWhy: readonly ActType[] = ['close-item', 'close', 'adopt', 'propose', 'amend']
