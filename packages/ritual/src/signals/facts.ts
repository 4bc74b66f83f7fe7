import { changeEntity, changeMeeting, changeNow, changeRecord, noteOrder, putEntity } from '../board-changes.ts'
import type { Board } from '../board.ts'
import type { Id, OrgId } from '../ids.ts'
import type { ResponseId, Signal, SignalKind } from './entities.ts'
import type { Appliers } from '../stamp.ts'

/** The life of a signal of level 2 or 3. No fact names who raised, welcomed or settled it, nor which role it is about. */
export type SignalFact =
  | { type: 'signal-raised'; signalId: Id; kind: SignalKind; level: 2 | 3; itemId?: Id }
  | { type: 'signal-acknowledged'; signalId: Id }
  | { type: 'signal-cared'; signalId: Id; responses: readonly ResponseId[]; minutes?: number }
  | { type: 'care-advanced'; signalId: Id; step: number }
  | { type: 'frame-called' }
  | { type: 'frame-uncalled' }
  | { type: 'whispers-closed' }
  /** The server's: receipts of whispers that nobody read and nobody will [§4.2]. */
  | { type: 'whispers-unread'; receipts: readonly Id[] }
  | { type: 'whispers-opened' }
  | { type: 'signal-settled'; signalId: Id }
  | { type: 'signal-handed-over'; signalId: Id; to: OrgId }
  | { type: 'signal-carried'; signalId: Id; as: 'item' | 'aside-talk' | 'action' }
  | { type: 'signal-withdrawn'; signalId: Id }

/** Receipts kept for devices that sleep: they stand in the hottest value of the document. */
const RECEIPTS = 200

const changeSignal = (board: Board, signalId: Id, change: Partial<Signal>): Board =>
  changeEntity(board, 'signals', signalId, (signal) => ({ ...signal, ...change }))

/** What a level-3 signal pauses, and the end of that pause, are facts of the meeting and of the item. */
export const signalAppliers: Appliers<SignalFact> = {
  'signal-raised': (board, fact, { at }) => {
    const { type: _type, signalId, ...rest } = fact
    return noteOrder(putEntity(board, 'signals', signalId, { id: signalId, ...rest, at, status: 'raised', responses: [] }), signalId)
  },
  'signal-acknowledged': (board, { signalId }, { at }) => changeSignal(board, signalId, { status: 'acknowledged', acknowledgedAt: at }),
  'signal-cared': (board, fact, { at }) => {
    const before = board.signals[fact.signalId]?.responses ?? []
    const fresh = fact.responses.filter((response) => !before.includes(response))
    const last = fact.responses.at(-1)
    const care = last && { response: last, since: at, step: 0, ...(fact.minutes !== undefined && { minutes: fact.minutes }) }
    const cared = changeSignal(board, fact.signalId, { status: 'in-care', responses: [...before, ...fresh], ...(care && { care }) })
    return changeRecord(cared, {
      responses: [...board.record.responses, ...fresh.map((response) => ({ signalId: fact.signalId, response, at }))],
    })
  },
  'care-advanced': (board, { signalId, step }) =>
    changeEntity(board, 'signals', signalId, (signal) => (signal.care ? { ...signal, care: { ...signal.care, step } } : signal)),
  'frame-called': (board, _fact, { at }) => changeNow(board, { frameCalledAt: at }),
  'frame-uncalled': (board) => {
    const { frameCalledAt: _called, ...now } = board.now
    return { ...board, now }
  },
  // A device that slept finds its own later: those told of before stay, the newest of them.
  'whispers-unread': (board, { receipts }) =>
    changeNow(board, { unreadWhispers: [...new Set([...(board.now.unreadWhispers ?? []), ...receipts])].slice(-RECEIPTS) }),
  'whispers-closed': (board) => changeMeeting(board, { whispersClosed: true }),
  'whispers-opened': (board) => {
    const { whispersClosed: _closed, ...meeting } = board.meeting
    return { ...board, meeting }
  },
  'signal-settled': (board, { signalId }, { at }) => changeSignal(board, signalId, { status: 'settled', settledAt: at }),
  'signal-handed-over': (board, { signalId, to }, { at }) =>
    changeSignal(board, signalId, { status: 'handed-over', handedOverAt: at, handedOverTo: to }),
  'signal-carried': (board, fact) => changeSignal(board, fact.signalId, { status: 'carried', carriedAs: fact.as }),
  'signal-withdrawn': (board, { signalId }) => changeSignal(board, signalId, { status: 'withdrawn' }),
}
