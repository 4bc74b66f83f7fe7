import { paths } from '@clairiere/ritual'
import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { useT } from '../i18n/words.tsx'
import { callApi } from '../room/api.ts'
import { useRoom } from '../room/room.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { type Links, LinksSchema } from './links.ts'
import { ThreeLinks } from './three-links.tsx'

const AnswerSchema = v.object({ links: LinksSchema })

/** The links again, for those who look after them, and new ones in their place. */
export function MeetingLinks() {
  const t = useT('opening').links
  const { identity, notices } = useRoom()
  const [links, setLinks] = useState<Links | null>(null)
  const [fault, setFault] = useState('')
  const { meetingId, personId } = identity
  const ask = async (renew: boolean) => {
    const answer = await (renew
      ? callApi<unknown>('POST', paths.renewLinks(meetingId), {}, { as: personId })
      : callApi<unknown>('GET', paths.links(meetingId), undefined, { as: personId }))
    const parsed = answer.ok ? v.safeParse(AnswerSchema, answer.value) : null
    if (!parsed?.success) return setFault((!answer.ok && answer.message) || t.failed)
    setLinks(parsed.output.links)
    if (renew) notices.say({ tone: 'done', message: t.renewed })
  }
  useEffect(() => {
    void ask(false)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked once, when the sheet opens
  }, [])
  if (fault) return <ErrorLine>{fault}</ErrorLine>
  if (!links) return null
  return (
    <div className="flex flex-col gap-4">
      <ThreeLinks links={links} />
      <Button kind="quiet" onClick={() => void ask(true)} className="self-start">
        {t.renew}
      </Button>
    </div>
  )
}
