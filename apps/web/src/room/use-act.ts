import { refusalIn, type ActInput, type RefusalCode } from '@clairiere/ritual'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useT } from '../i18n/words.tsx'
import type { Sent } from './outbox.ts'
import { refusalSaid } from './refusal-said.ts'
import type { RoomLink } from './room-link.ts'
import { useRoom } from './room.tsx'
import { useRecordTime } from './use-clock.ts'
import { useLabels } from './use-labels.ts'

/** Asks once for each state of what the rules look at, however often React reads it; an answer that says the same as the one before is the one before. */
const asker = <T>(link: RoomLink, ask: (link: RoomLink) => T): (() => T) => {
  let last: { of: readonly unknown[]; answer: T } | null = null
  return () => {
    const of = [link.board, link.confidences, link.rules]
    if (last?.of.every((each, index) => each === of[index])) return last.answer
    const answer = ask(link)
    last = { of, answer: last && JSON.stringify(last.answer) === JSON.stringify(answer) ? last.answer : answer }
    return last.answer
  }
}

/** What follows from the rules, the board and the confidences; renders only when the answer is another one: so a screen with a button on each of a hundred lines renders none of them while others act. `ask` is stable. */
export const useAsked = <T>(ask: (link: RoomLink) => T): T => {
  const link = useRoom()
  const minute = useRecordTime()
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the minute is read by `foresee` through the link
  const read = useMemo(() => asker(link, ask), [link, minute, ask])
  return useSyncExternalStore(link.changes.subscribe, read)
}

/** Whether an act would be taken now, and if not, why; re-evaluated whenever the board or a confidence changes, and each minute, since some acts wait for an hour or a day. Nothing is offered in the moment before the rules have come; if they cannot be had, the server alone says no. */
export const useAllowed = (act: ActInput): { allowed: true } | { allowed: false; code: RefusalCode; sentence: string } => {
  const labels = useLabels()
  const key = JSON.stringify(act)
  return useAsked(
    useCallback(
      (link) => {
        const outcome = link.foresee(JSON.parse(key) as ActInput)
        if (outcome === null) return { allowed: false, code: 'not-permitted', sentence: '' } as const
        return outcome.ok
          ? ({ allowed: true } as const)
          : ({ allowed: false, code: outcome.refused, sentence: refusalIn(labels, outcome.refused, outcome.detail) } as const)
      },
      [key, labels],
    ),
  )
}

/** Makes acts; a refusal is said to the person in one sentence, and the caller learns whether it was taken (or is queued on this device). */
export const useAct = (): ((act: ActInput, options?: { id?: string; quiet?: boolean }) => Promise<Sent>) => {
  const link = useRoom()
  const labels = useLabels()
  const t = useT('room')
  return useCallback(
    async (act, { id, quiet = false } = {}) => {
      const sent = await link.actAs(id ?? link.newId(), act)
      if (!sent.ok && !quiet) {
        if (sent.refused === 'queued') link.notices.say({ tone: 'done', message: t.queued })
        else if (sent.refused === 'dropped') link.notices.say({ tone: 'refused', message: t.dropped })
        else
          link.notices.say({
            tone: 'refused',
            message: refusalSaid(sent, link.foresee(act), labels),
          })
      }
      return sent
    },
    [link, labels, t],
  )
}
