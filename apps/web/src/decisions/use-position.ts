import type { ConfidencePayloads, Decision, OrgId, PersonId, PositionId, Attribution } from '@clairiere/ritual'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useRoom } from '../room/room.tsx'
import { useAct } from '../room/use-act.ts'
import { useConfidences } from '../room/use-board.ts'

/** A voice as a key of positions: an organisation's id, or '' for « en son nom ». */
export type VoiceKey = OrgId

export interface MyPosition {
  byVoice: Readonly<Record<VoiceKey, PositionId>>
  text: string
  attribution: Attribution
}

/** A reason goes with these, inside the chosen row. */
export const takesReason = (position: PositionId | undefined): position is 'concern' | 'objection' | 'not-clear' =>
  position === 'concern' || position === 'objection' || position === 'not-clear'

/** From the most protective on [§4.9]: with several voices, the first of these is the one position, and the reason is its. */
const order: readonly PositionId[] = ['objection', 'not-clear', 'concern', 'no-objection', 'aside']

/** The act's payload for what was chosen with each voice: one person, one position. Null before anything is chosen. */
export const joined = (
  byVoice: MyPosition['byVoice'],
): { position: PositionId; voice: OrgId | null; positions?: Record<string, PositionId> } | null => {
  const all = Object.entries(byVoice)
  const first = order.flatMap((position) => all.filter(([, given]) => given === position))[0]
  if (!first) return null
  const [key, position] = first
  return { position, voice: key === '' ? null : key, ...(all.length > 1 ? { positions: Object.fromEntries(all) } : {}) }
}

/** What the server knows of a position, as the form shows it. */
export const fromConfidence = (payload: ConfidencePayloads['position']): MyPosition => ({
  byVoice: payload.positions ?? { [payload.voice ?? '']: payload.position },
  text: payload.text ?? '',
  attribution: payload.attribution,
})

const SEND_AFTER_MS = 900
const nothing: MyPosition = { byVoice: {}, text: '', attribution: 'name-and-voice' }

/**
 * One person's position in the round under way. A choice is sent at once, a reason when the hand rests or leaves the field; all of it may change until the
 * reveal. What is shown is what was chosen here; what another of the person's devices chose comes in while nothing waits to be sent.
 */
export const usePosition = (decision: Decision, round: number, personId: PersonId) => {
  const { identity } = useRoom()
  const act = useAct()
  const subject = `${decision.id}:${round}`
  const known = useConfidences('position', subject).find((view) => view.personId === personId)?.payload
  const [mine, setMine] = useState<MyPosition>(() => (known ? fromConfidence(known) : nothing))
  const [unsent, setUnsent] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef(mine)
  const send = useCallback(async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    const { byVoice, text, attribution } = latest.current
    const one = joined(byVoice)
    if (!one) return
    const said = latest.current
    const reason = takesReason(one.position) && text.trim() ? { text: text.trim() } : {}
    const sent = await act({
      type: 'give-position',
      decisionId: decision.id,
      round,
      ...one,
      ...reason,
      attribution,
      ...(personId === identity.personId ? {} : { personId }),
    })
    if (latest.current === said) setUnsent(!sent.ok)
  }, [act, decision.id, round, personId, identity.personId])
  const change = useCallback(
    (next: MyPosition, at: 'once' | 'rest') => {
      latest.current = next
      setMine(next)
      setUnsent(true)
      clearTimeout(timer.current)
      if (at === 'once') void send()
      else timer.current = setTimeout(() => void send(), SEND_AFTER_MS)
    },
    [send],
  )
  // The server's answer to an act may come before what it then knows: only news is taken over, or a reason just sent would be emptied by the choice before it.
  const news = known === undefined ? '' : JSON.stringify(known)
  const waits = useRef(unsent)
  waits.current = unsent
  useEffect(() => {
    if (news === '' || waits.current) return
    latest.current = fromConfidence(JSON.parse(news) as ConfidencePayloads['position'])
    setMine(latest.current)
  }, [news])
  // Leaving the screen sends what the hand had not rested on; so does a phone that is put away, or a page loaded anew.
  useEffect(() => {
    const leave = () => void (timer.current !== undefined && send())
    addEventListener('pagehide', leave)
    addEventListener('visibilitychange', leave)
    return () => {
      removeEventListener('pagehide', leave)
      removeEventListener('visibilitychange', leave)
      leave()
    }
  }, [send])
  return { mine, change, flush: send, unsent }
}
