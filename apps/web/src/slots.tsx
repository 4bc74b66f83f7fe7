import type { ReactNode } from 'react'
import type { Id, PersonId, Phase } from '@clairiere/ritual'
import { later } from './ui/later.ts'

/** A phone's queue for the floor, under what is going on; and in a laptop's right column. */
export const FloorSection = later<{ while?: readonly Phase[] }>(async () => (await import('./floor/floor-section.tsx')).FloorSection)
export const FloorSide = later<object>(async () => (await import('./floor/floor-section.tsx')).FloorSide)
/** Under a phone's header: the end of one's own turn, or who asks to speak. */
export const FloorStrip = later<object>(async () => (await import('./floor/floor-strip.tsx')).FloorStrip)
/** Phone's « Ambiance »: stands inside the room's `<main>`, brings its h1. */
export const Ambiance = later<object>(async () => (await import('./signals/ambiance.tsx')).Ambiance)
/** Under the header: a level-2 signal, or nothing. */
export const SignalStrip = later<object>(async () => (await import('./signals/signal-strip.tsx')).SignalStrip)
/** Under the header, to its author alone: a whisper that nobody read. */
export const UnreadWhisper = later<object>(async () => (await import('./signals/unread-whisper.tsx')).UnreadWhisper)
/** Over everything: a pause or a level-3 signal, or nothing. */
export const SignalPause = later<object>(async () => (await import('./signals/signal-pause.tsx')).SignalPause)
/** Lower right of a laptop: `SideSection`s about the mood. */
export const SignalPanel = later<object>(async () => (await import('./signals/signal-panel.tsx')).SignalPanel)
/** The whole centre of a decision item: rail, text, positions, objections, and its act of the moment through `ActOfMoment`. */
export const DecisionPanel = later<{ itemId: Id; floor: ReactNode }>(
  async () => (await import('./decisions/decision-panel.tsx')).DecisionPanel,
)
/** Under the header, to those whom it concerns: an objection that came after the round. And those of one decision, on its own page. */
export const LateStrip = later<object>(async () => (await import('./decisions/late-strip.tsx')).LateStrip)
export const LateReactionsOf = later<{ named: string }>(async () => (await import('./decisions/late-reactions.tsx')).LateReactionsOf)
/** Reactions to one adopted decision, on its own page. */
export const DecisionReactions = later<{ named: string }>(async () => (await import('./agenda/decision-reactions.tsx')).DecisionReactions)
/** The agenda as a place: items in order, proposing, listing, reordering. */
export const AgendaList = later<object>(async () => (await import('./agenda/agenda-list.tsx')).AgendaList)
/** The same, compact, in a laptop's left column; and the time under it. */
export const AgendaRail = later<object>(async () => (await import('./agenda/agenda-rail.tsx')).AgendaRail)
export const AgendaTime = later<object>(async () => (await import('./agenda/agenda-time.tsx')).AgendaTime)
/** The whole centre of an item of any kind but a decision. */
export const ItemPage = later<{ itemId: Id; floor: ReactNode; led: boolean; followUp?: ReactNode }>(
  async () => (await import('./agenda/item-page.tsx')).ItemPage,
)
/** What also stands under a decision: notes and actions. */
export const ItemNotes = later<{ itemId: Id }>(async () => (await import('./agenda/item-notes.tsx')).ItemNotes)
export const ItemActions = later<{ itemId: Id }>(async () => (await import('./agenda/item-actions.tsx')).ItemActions)
export const Earlier = later<{ itemId: Id }>(async () => (await import('./agenda/earlier.tsx')).Earlier)
/** What else may be done with it: mend, postpone, withdraw. */
export const ItemMore = later<{ itemId: Id }>(async () => (await import('./agenda/item-menu.tsx')).ItemMore)
/** What is shared and what is debated on one item. */
export const ItemDisagreements = later<{ itemId: Id }>(async () => (await import('./closing/disagreements.tsx')).Disagreements)
/** What came from former meetings, in a follow-up held as an item. */
export const FollowUpLines = later<object>(async () => (await import('./follow-up/follow-up-lines.tsx')).FollowUpLines)
/** « Clore le point »: a button and its sheet. */
export const ItemClose = later<{ itemId: Id; kind?: 'plain' }>(async () => (await import('./agenda/item-close.tsx')).ItemClose)
/** A whole page inside the room: preview, own words, downloads, seal. */
export const MinutesPage = later<{ recovery?: ReactNode; protect?: ReactNode; meetAgain?: ReactNode }>(
  async () => (await import('./minutes/minutes-page.tsx')).MinutesPage,
)
/** On that page: making what is kept stricter, and when the circle meets again. */
export const Protect = later<object>(async () => (await import('./welcome/protect.tsx')).Protect)
export const MeetAgain = later<object>(async () => (await import('./closing/next-meeting.tsx')).MeetAgain)
/** A whole page inside the room, for the wall. */
export const Projector = later<object>(async () => (await import('./projector/projector.tsx')).Projector)
/** Whole pages inside the room: one decision; */
export const DecisionPage = later<{ named: string; beside?: ReactNode }>(
  async () => (await import('./registers/decision-page.tsx')).DecisionPage,
)
/** What one brings back to one's structure. */
export const DigestPage = later<object>(async () => (await import('./registers/digest-page.tsx')).DigestPage)
/** What somebody held and did: a thank-you. */
export const PersonPage = later<{ personId: PersonId }>(async () => (await import('./registers/person-page.tsx')).PersonPage)
/** Outside of any room: sealed minutes, by link. */
export const ReadingPage = later<{ meetingId: Id; linkKey: string }>(async () => (await import('./minutes/reading-page.tsx')).ReadingPage)
/** A whole page inside the room: decisions, actions, learnings. */
export const Registers = later<object>(async () => (await import('./registers/registers.tsx')).Registers)
/** A whole page outside of any room: what a structure received, by its link. */
export const InboxPage = later<{ token: string }>(async () => (await import('./registers/inbox-page.tsx')).InboxPage)
