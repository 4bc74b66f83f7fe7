import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Id } from '@clairiere/ritual'
import { useLink, useRoom } from '../room/room.tsx'
import { useAct } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { untimedId } from '../room/untimed-id.ts'
import { Subscribers } from '../room/subscribers.ts'
import { keepWhispers, ownWhispers, unreadOf, type OwnWhisper } from './own-whispers.ts'

/** Tells the form and the strip of one page about each other; the list itself is in the tab's storage. */
const changes = new Subscribers()
const nobody: readonly Id[] = []
let cached: { key: string; json: string; list: readonly OwnWhisper[] } = { key: '', json: '', list: [] }

/** The same identity for the same contents, as React asks of a store. */
const listFor = (meetingId: string, personId: string): readonly OwnWhisper[] => {
  const list = ownWhispers(meetingId, personId)
  const [key, json] = [`${meetingId} ${personId}`, JSON.stringify(list)]
  if (cached.key !== key || cached.json !== json) cached = { key, json, list }
  return cached.list
}

const useKept = () => {
  const { meetingId, personId } = useRoom().identity
  const list = useSyncExternalStore(changes.subscribe, () => listFor(meetingId, personId))
  const keep = useCallback(
    (change: (own: readonly OwnWhisper[]) => readonly OwnWhisper[]) => {
      keepWhispers(meetingId, personId, change(ownWhispers(meetingId, personId)))
      changes.notify()
    },
    [meetingId, personId],
  )
  return { list, keep }
}

/** Sends a whisper under a random receipt that this tab keeps with its words [§4.2]. Never queued: one that could not be sent at once is kept nowhere. */
export const useWhisper = () => {
  const link = useRoom()
  const act = useAct()
  const { keep } = useKept()
  return useCallback(
    async (text: string, signed: boolean) => {
      const receipt = untimedId() // it stands on the board when nobody read the whisper
      const sent = await act({ type: 'whisper', text, signed, receipt }, { quiet: true })
      if (sent.ok) keep((own) => [...own, { receipt, text, signed, memory: link.memory }])
      return sent
    },
    [act, keep, link],
  )
}

/** One's whisper that nobody read, if any, and how to let it go. All are forgotten when the meeting leaves `live` or whispers are closed for everyone. */
export const useUnreadWhisper = () => {
  const { list, keep } = useKept()
  const memory = useLink((link) => link.memory)
  const receipts = useBoard((board) => board.now.unreadWhispers) ?? nobody
  const over = useBoard(({ meeting }) => meeting.status !== 'live' || meeting.whispersClosed === true)
  useEffect(() => {
    if (over) keep(() => [])
  }, [over, keep])
  const unread = useMemo(() => (over ? undefined : unreadOf(list, receipts, memory)), [over, list, receipts, memory])
  const forget = useCallback((receipt: string) => keep((own) => own.filter((whisper) => whisper.receipt !== receipt)), [keep])
  return { unread, forget }
}
