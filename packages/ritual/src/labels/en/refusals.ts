import { countIn, namesIn } from '../detail.ts'
import type { Detail, RefusalLabels } from '../shape.ts'

const hats = {
  F: 'the facilitation',
  G: 'the mood-watch',
  T: 'the timekeeper',
  S: 'the scribe',
  K: 'the memory of decisions',
  P: 'the person carrying the point',
  H: 'the host',
  R: 'the contact of the structure',
}
const several = (count: number, one: string, many: string): string => (count > 1 ? `${count} ${many}` : one)
const whose = (detail: Detail): string => {
  const who = namesIn(detail, 'hats', hats)
  return who.length === 0 || who.length > 3
    ? 'This is not yours to do here. Ask the facilitation.'
    : `This is for ${who.join(' or ')} to do. Ask aloud.`
}

export const refusals: RefusalLabels = {
  malformed: 'The message was not understood. Reload the page and try again.',
  'unknown-person': 'This person is not in the meeting. Join by the link, or enter them first.',
  'circle-only': 'These minutes are for the circle of the meeting: those who were there read them and pass them on.',
  'not-yours': 'This belongs to another person, or to a voice you do not have. Ask them to do it.',
  'no-such-meeting': 'There is no such meeting, or its link was renewed. Ask for the new link.',
  'no-such-thing': 'This is no longer here. See where the meeting is and try again.',
  'too-large': 'This is too long. Shorten it, or split it in two.',
  'too-many': 'That is a lot at once. Wait a moment and try again.',
  'late-full': 'This meeting can take no more late words. Copy your text and send it to whoever writes the minutes.',
  'not-saving': 'The server is not saving just now. What you write stays on your device; try again in a moment.',
  'not-permitted': whose,
  'not-your-role': whose,
  'not-your-entry': 'Only the person who said it can change it. Ask them.',
  'observers-do-not': 'Observers do not do this. You can speak, react and give advice.',
  'role-concerned': 'This signal is about your role: somebody else takes care of it. Listen.',
  'facilitator-present': 'The facilitation is here: ask them to do it.',
  'mood-watcher-present': 'Somebody watches the mood: whisper to them what you feel. Pace, lost thread and joy you may raise yourself.',
  'role-taken': 'This role is already held. Offer yourself as a pair or a relay.',
  'roles-incompatible': 'Facilitation and mood-watch do not go together beyond four people. Keep one of them.',
  'not-accepted': 'The person has not accepted yet. Wait for their answer.',
  'role-not-held': 'Nobody holds this role. Somebody has to accept it first.',
  'not-offered': 'This role is no longer offered to you. Ask for it if you want it.',
  'moved-on': 'The meeting has moved on meanwhile. See where it is, then do it again if it still makes sense.',
  'wrong-phase': 'This is not the moment. Wait for the step where it is done.',
  'wrong-status': 'This is no longer possible as things stand. See where they are.',
  'not-live': 'The meeting is not open. Wait for it to begin.',
  'not-in-review': 'This is done in the review, after the closing.',
  sealed: 'The minutes are sealed. Ask for a correction.',
  frozen: 'The meeting is closed: this is no longer possible. You can withdraw your own words, or sign them differently.',
  'too-late': 'It is too late for this. Propose it for the next meeting.',
  'too-early': 'It is too early. Wait until the step before it is done.',
  incomplete: 'Something is missing. Fill in what is asked and try again.',
  'too-few-people': (detail) => {
    const needed = countIn(detail, 'needed')
    return `There are not enough of you yet. ${needed > 1 ? `You have to be at least ${needed}.` : 'Wait for others to arrive.'}`
  },
  'items-open': (detail) =>
    `${several(countIn(detail, 'items'), 'A point is still open', 'points are still open')}. Close what is, or choose “postpone the rest”.`,
  'signals-untreated': (detail) =>
    `${several(countIn(detail, 'signals'), 'A signal is still waiting', 'signals are still waiting')}. Welcome, choose a response, and let the mood-watch say it is settled.`,
  'decisions-open': (detail) =>
    `${several(countIn(detail, 'decisions'), 'A decision is still under way', 'decisions are still under way')}. Finish, or choose “postpone the rest”.`,
  'review-running': 'The review is not over. Wait for its day, or until everyone present has said “fine with me”.',
  'corrections-pending': 'A correction awaits an answer. The scribe accepts it, or notes both wordings.',
  'second-key-needed': 'A second key is needed, turned by another person.',
  'privacy-only-tightens': 'Privacy can only be tightened. What is protected stays so.',
  'round-running': 'A round is under way. Let it finish, or end it first.',
  'no-round': 'This round is no longer under way.',
  'not-your-turn': 'It is not your turn. Ask for the floor if it matters.',
  'newcomer-first': 'A newcomer never starts a round. Choose somebody else.',
  'item-open': 'Another point is open. Close it or put it aside first.',
  'expectation-missing': 'First say what you expect of us on this point.',
  'minutes-missing': 'Say how many minutes to plan for this point.',
  'carrier-absent': 'The person carrying the point is not here. Name somebody in their place, or postpone.',
  'output-missing': 'This point has not yet given what it promises. Complete it, or postpone it.',
  'signal-open': 'A signal is still waiting. Welcome it, choose a response, and let the mood-watch say it is settled.',
  'process-locked': 'The way of deciding was announced and does not change on the way. Open another point for this.',
  'next-step-missing': 'Say what follows before closing this point.',
  'no-mood-watcher': 'Nobody watches the mood any more. Offer yourself, or raise a signal yourself.',
  'consent-missing':
    'The consent of a person concerned is missing. Without it nothing is handed over; propose a talk aside after the meeting.',
  'whispers-closed': 'The mood-watch has closed whispers for everyone. Say it aloud, or raise a signal.',
  'whispers-off': 'With three of you there are no whispers: say it, or raise a signal.',
  'not-acknowledged': 'This signal has not been welcomed yet. Welcome it first.',
  'level-too-low': 'A ripple is raised to level 2 or 3. Choose one of them.',
  'level-reserved': 'Ripples are for the mood-watch. You can whisper to them what you feel.',
  'text-locked': 'The text is locked at this step. Wait for the integration, or offer an improvement.',
  'text-too-long': 'The text has to be read aloud: at most 1,200 characters. Shorten it.',
  'responsible-missing': 'Say which structure is formally competent for this decision.',
  'review-date-missing': 'Choose a day of review that is still to come.',
  'carrier-missing': 'Only the person carrying the point can do this. Ask them, or name somebody who carries it.',
  'round-missing': 'The round has to be held first. Start it, or write the summary of what was said.',
  'not-clear-yet': 'It is not yet clear to somebody. Take the time to clarify.',
  'positions-missing': (detail) =>
    `${several(countIn(detail, 'people'), 'One person has not expressed themselves yet', 'people have not expressed themselves yet')}. Wait for them; silence is not consent.`,
  'objections-open': (detail) =>
    `${several(countIn(detail, 'objections'), 'An objection still stands', 'objections still stand')}. Test it, integrate it into the text, then its author lifts it.`,
  'already-revealed': 'The positions are already shown. An objection can still be stated: it arrives “after the round”.',
  'not-revealed': 'The positions are not shown yet. Wait until everyone has expressed themselves.',
  'not-a-decider': 'This decision began without you: you can speak and state a possible objection, which the group may take in.',
  'reason-missing': 'An objection needs a reason. Say what the proposal prevents or harms.',
  'objector-lifts': 'Only the person who raised the objection can lift it. Ask them whether the text suits them.',
  'carrier-confirms': 'The person carrying the proposal has to say that it still meets the need. Ask them.',
  'loops-exhausted': 'Three loops, and objections still stand. Send the proposal back to a group, with the objections.',
  adopted: 'This decision is adopted: its text no longer changes. Propose a new decision that replaces it.',
  'nobody-proposed': 'Nobody is proposed for this role yet. Propose someone, once the reasons are heard.',
  'proposed-last': 'You are the person proposed: you answer last, once all the others have.',
  'sovereign-absent':
    'This domain is decided by a structure or commission that is not here. Make it an advice process, or a feedback to it.',
  'awaiting-registration': 'This action spends. It begins once the structure has registered the decision.',
  'window-closed': 'Reactions closed on the day announced. Propose this subject for the agenda of the next meeting.',
  'window-missing': 'Give the day until which people can react.',
  'window-only-lengthens': 'The day announced for reactions cannot be brought forward. Keep it, or choose a later one.',
  'impacted-not-asked': 'An impacted party was not asked. Ask their advice before deciding.',
  'answer-missing': 'There is no answer yet. Wait for it, or note “no answer” with the day.',
  'not-the-target': 'Only somebody who speaks for the structure concerned can answer.',
  'voices-said': 'The weather round is over: voices are settled. Say the change aloud, it will be noted.',
  'already-there': 'This is already done. Nothing has changed.',
  'offline-only-drops': 'Offline, this is not kept. Do it again when you are online.',
  'not-yet': 'Clairière cannot do this yet. Do it aloud and write it in a note.',
}
