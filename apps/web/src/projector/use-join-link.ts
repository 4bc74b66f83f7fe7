import { paths } from '@clairiere/ritual'
import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { callApi } from '../room/api.ts'
import { useRoom } from '../room/room.tsx'
import { useMine } from '../room/use-roles.ts'

const AnswerSchema = v.object({ links: v.object({ join: v.string() }) })

/** The address to join by, for those who look after the links; asked for again when one's part changes. Null while unknown, or when it is not theirs to show. */
export const useJoinLink = (): string | null => {
  const { identity } = useRoom()
  const { facilitating, isHost, facilitators } = useMine()
  const mayShow = facilitating || (isHost && facilitators.length === 0)
  const [link, setLink] = useState<string | null>(null)
  const { meetingId, personId } = identity
  useEffect(() => {
    let gone = false
    const ask = async () => {
      const answer = await callApi<unknown>('GET', paths.links(meetingId), undefined, { as: personId })
      const parsed = v.safeParse(AnswerSchema, answer.ok ? answer.value : null)
      if (!gone && parsed.success) setLink(parsed.output.links.join)
    }
    if (mayShow) void ask()
    return () => {
      gone = true
    }
  }, [meetingId, personId, mayShow])
  return link
}
