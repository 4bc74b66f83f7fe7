import { minutesFormats, paths } from '@clairiere/ritual'
import { Download, Printer } from 'lucide-react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { ReadingLink } from './reading-link.tsx'

/** The formats to take away, for those who may: facilitation and scribe a draft marked so, everyone once it is sealed [AC-24]. */
export function Downloads() {
  const t = useT('minutes').take
  const { identity } = useRoom()
  const { facilitating, roles } = useMine()
  const sealed = useBoard((board) => board.meeting.status === 'sealed')
  const may = sealed || facilitating || roles.has('scribe')
  const print = (
    <Button kind="link" icon={Printer} onClick={() => window.print()}>
      {t.print}
    </Button>
  )
  if (!may) {
    return (
      <div className="flex flex-col items-start gap-2">
        <p className="text-second text-ink2">{t.later}</p>
        {print}
      </div>
    )
  }
  return (
    <div className="flex flex-col items-start">
      {minutesFormats.map((format) => (
        <LinkButton
          key={format}
          kind="link"
          icon={Download}
          download
          href={`${paths.minutes(identity.meetingId, format)}?as=${encodeURIComponent(identity.personId)}`}
        >
          {t.formats[format]}
        </LinkButton>
      ))}
      <LinkButton
        kind="link"
        icon={Download}
        download
        href={`${paths.givenTime(identity.meetingId)}?as=${encodeURIComponent(identity.personId)}`}
      >
        {t.givenTime}
      </LinkButton>
      <ReadingLink />
      {print}
      {!sealed && <p className="mt-2 text-second text-ink2">{t.draft}</p>}
    </div>
  )
}
