import { paths } from '@clairiere/ritual'
import { BookOpen } from 'lucide-react'
import { useState } from 'react'
import * as v from 'valibot'
import { useT } from '../i18n/words.tsx'
import { callApi } from '../room/api.ts'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { Sheet } from '../ui/sheet.tsx'

const LinksSchema = v.object({ links: v.object({ observe: v.string() }) })

/** The link by which the audience reads sealed minutes [F9]; shown to those who look after the links, asked for when the sheet opens. */
export function ReadingLink() {
  const t = useT('minutes').reading
  const { identity } = useRoom()
  const sealed = useBoard((board) => board.meeting.status === 'sealed')
  const { facilitating, isHost } = useMine()
  const audience = useBoard((board) => board.meeting.audience)
  const [open, setOpen] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  if (!sealed || !(facilitating || isHost)) return null
  const show = async () => {
    setOpen(true)
    if (audience === 'circle') return
    if (audience === 'public') return setLink(location.origin + paths.readingPage(identity.meetingId))
    const answer = await callApi<unknown>('GET', paths.links(identity.meetingId), undefined, { as: identity.personId })
    const parsed = v.safeParse(LinksSchema, answer.ok ? answer.value : null)
    setFailed(!parsed.success)
    if (!parsed.success) return
    const { origin, hash } = new URL(parsed.output.links.observe)
    setLink(origin + paths.readingPage(identity.meetingId, hash.slice(1)))
  }
  return (
    <>
      <Button kind="link" icon={BookOpen} onClick={() => void show()}>
        {t.link}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t.linkTitle}>
        <div className="flex flex-col gap-4 pb-2">
          <p>{audience === 'circle' ? t.linkCircle : t.linkText}</p>
          {audience === 'public' && <p>{t.linkPublic}</p>}
          {failed && <ErrorLine>{t.linkFailed}</ErrorLine>}
          {link !== null && (
            <>
              <QrCode text={link} label={t.linkTitle} />
              <CopyField label={t.linkTitle} text={link} />
            </>
          )}
        </div>
      </Sheet>
    </>
  )
}
