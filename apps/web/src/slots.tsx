import { type ComponentType, lazy, type LazyExoticComponent, type ReactNode } from 'react'
import type { Id } from '@clairiere/ritual'

/** A part of the room in a chunk of its own, fetched when it is first shown. */
function part<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await load() }))
}

/** Phone's « Ambiance »: stands inside the room's `<main>`, brings its h1. */
export const Ambiance = part<object>(async () => (await import('./signals/ambiance.tsx')).Ambiance)
/** Under the header: a level-2 signal, or nothing. */
export const SignalStrip = part<object>(async () => (await import('./signals/signal-strip.tsx')).SignalStrip)
/** Over everything: a pause or a level-3 signal, or nothing. */
export const SignalPause = part<object>(async () => (await import('./signals/signal-pause.tsx')).SignalPause)
/** Lower right of a laptop: `SideSection`s about the mood. */
export const SignalPanel = part<object>(async () => (await import('./signals/signal-panel.tsx')).SignalPanel)
/** The whole centre of a decision item: rail, text, positions, objections, and its act of the moment through `ActOfMoment`. */
export const DecisionPanel = part<{ itemId: Id }>(async () => (await import('./decisions/decision-panel.tsx')).DecisionPanel)
/** The agenda as a place: items in order, proposing, listing, reordering. */
export const AgendaList = part<object>(async () => (await import('./agenda/agenda-list.tsx')).AgendaList)
/** The same, compact, in a laptop's left column; and the time under it. */
export const AgendaRail = part<object>(async () => (await import('./agenda/agenda-rail.tsx')).AgendaRail)
export const AgendaTime = part<object>(async () => (await import('./agenda/agenda-time.tsx')).AgendaTime)
/** The whole centre of an item of any kind but a decision. */
export const ItemPage = part<{ itemId: Id }>(async () => (await import('./agenda/item-page.tsx')).ItemPage)
/** What also stands under a decision: notes and actions. */
export const ItemNotes = part<{ itemId: Id }>(async () => (await import('./agenda/item-notes.tsx')).ItemNotes)
export const ItemActions = part<{ itemId: Id }>(async () => (await import('./agenda/item-actions.tsx')).ItemActions)
export const Earlier = part<{ itemId: Id }>(async () => (await import('./agenda/earlier.tsx')).Earlier)
/** « Clore le point »: a button and its sheet. */
export const ItemClose = part<{ itemId: Id; kind?: 'act' | 'plain' }>(async () => (await import('./agenda/item-close.tsx')).ItemClose)
/** A whole page inside the room: preview, own words, downloads, seal. */
export const MinutesPage = part<{ recovery?: ReactNode }>(async () => (await import('./minutes/minutes-page.tsx')).MinutesPage)
/** A whole page inside the room, for the wall. */
export const Projector = part<object>(async () => (await import('./projector/projector.tsx')).Projector)
/** A whole page inside the room: decisions, actions, learnings. */
export const Registers = part<object>(async () => (await import('./registers/registers.tsx')).Registers)
/** A whole page outside of any room: what a structure received, by its link. */
export const InboxPage = part<{ token: string }>(async () => (await import('./registers/inbox-page.tsx')).InboxPage)
