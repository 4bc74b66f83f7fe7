import { paths } from '@clairiere/ritual'
import { type ReactNode, useEffect, useState } from 'react'
import * as v from 'valibot'
import { useDates, useT } from '../i18n/words.tsx'
import { callApi } from '../room/api.ts'
import { useLink, useRoom } from '../room/room.tsx'
import { useRecordTime } from '../room/use-clock.ts'
import { useNames } from '../room/use-names.ts'

const LateSchema = v.object({ late: v.array(v.object({ id: v.string(), personId: v.string(), at: v.string(), text: v.string() })) })
type Late = v.InferOutput<typeof LateSchema>['late']

/** Words that came after sealing, as their author and the scribe may read them [AC-26]; asked for again once this device has sent one, and each minute, since nothing announces them. */
function useLate(): Late {
  const { meetingId, personId } = useRoom().identity
  const waiting = useLink((link) => link.recovery.pieces.length + link.outbox.refused.length)
  const minute = useRecordTime()
  const [late, setLate] = useState<Late>([])
  useEffect(() => {
    let gone = false
    const read = async () => {
      const answer = await callApi<unknown>('GET', paths.late(meetingId), undefined, { as: personId })
      const parsed = v.safeParse(LateSchema, answer.ok ? answer.value : null)
      if (parsed.success && !gone) setLate(parsed.output.late)
    }
    void read()
    return () => {
      gone = true
    }
  }, [meetingId, personId, waiting, minute])
  return late
}

/** The list of what came late, framed by the caller; nothing when nothing came. */
export function LateWords({ children }: { children: (list: ReactNode) => ReactNode }) {
  const t = useT('minutes').late
  const dates = useDates()
  const names = useNames()
  const late = useLate()
  if (late.length === 0) return null
  return children(
    <>
      <p className="text-second text-ink2">{t.arrived}</p>
      <ul>
        {late.map((words) => (
          <li key={words.id} className="border-b border-line py-3 last:border-b-0">
            <p className="text-second text-ink2">
              {t.from(names.full(words.personId), dates.shortDay(Date.parse(words.at)), dates.hour(Date.parse(words.at)))}
            </p>
            <p className="wrap-anywhere whitespace-pre-wrap">{words.text}</p>
          </li>
        ))}
      </ul>
    </>,
  )
}
