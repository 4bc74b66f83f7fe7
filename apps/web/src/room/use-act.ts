import { refusalIn, type ActInput, type RefusalCode } from '@clairiere/ritual'
import { useCallback, useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import type { Sent } from './outbox.ts'
import { refusalSaid } from './refusal-said.ts'
import { useLink, useRoom } from './room.tsx'
import { useRecordTime } from './use-clock.ts'
import { useLabels } from './use-labels.ts'

/** Whether an act would be taken now, and if not, why; re-evaluated whenever the board or a confidence changes, and each minute, since some acts wait for an hour or a day. Nothing is offered in the moment before the rules have come; if they cannot be had, the server alone says no. Give a stable or cheap `act`. */
export const useAllowed = (act: ActInput): { allowed: true } | { allowed: false; code: RefusalCode; sentence: string } => {
  const link = useRoom()
  const labels = useLabels()
  const board = useLink((current) => current.board)
  const confidences = useLink((current) => current.confidences)
  const rules = useLink((current) => current.rules)
  const minute = useRecordTime()
  const key = JSON.stringify(act)
  return useMemo(() => {
    const outcome = link.foresee(JSON.parse(key) as ActInput)
    if (outcome === null) return { allowed: false, code: 'not-permitted', sentence: '' } as const
    return outcome.ok
      ? ({ allowed: true } as const)
      : ({ allowed: false, code: outcome.refused, sentence: refusalIn(labels, outcome.refused, outcome.detail) } as const)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- these four are read by `foresee` through the link
  }, [link, board, confidences, rules, minute, key, labels])
}

/** Asks of several acts which would be taken now. A new function whenever the answer may have changed, so that it can stand among dependencies. */
export const useForesee = (): ((act: ActInput) => boolean) => {
  const link = useRoom()
  const board = useLink((current) => current.board)
  const confidences = useLink((current) => current.confidences)
  const rules = useLink((current) => current.rules)
  const minute = useRecordTime()
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- these four are read by `foresee` through the link
  return useCallback((act) => link.foresee(act)?.ok === true, [link, board, confidences, rules, minute])
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
